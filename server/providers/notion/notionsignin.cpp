// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionsignin.h"

#include "server/base/text.h"
#include "server/connections/credentials.h"
#include "server/providers/notion/notionaddress.h"
#include "server/providers/notion/notionid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using connections::Connection;
using connections::SignInMethod;

constexpr int titlesShown = 5;
constexpr int titlesCounted = 100; // Notion does not say how many there are
constexpr qsizetype longestToken = 4096;
constexpr qsizetype nameLimit = 100;

bool isMissingRight(ErrorCode code)
{
    return code == ErrorCode::Forbidden || code == ErrorCode::NotFound
        || code == ErrorCode::InvalidInput;
}

QString titleOf(const Found &found)
{
    const QString title = found.isDataSource ? found.dataSource.title : found.page.title;
    const QString shown = title.isEmpty() ? u"Untitled"_s : title;
    return found.isDataSource ? u"%1 (database)"_s.arg(shown) : shown;
}

/** What names the workspace and the person, into the connection; what is known stays. */
void fill(Connection &connection, const Identity &identity)
{
    const QString workspace =
        identity.workspaceId.isEmpty() ? identity.user.id : identity.workspaceId;
    const Person &person = identity.owner.id.isEmpty() ? identity.user : identity.owner;
    if (connection.site.isEmpty())
        connection.site = NotionAddress::siteOf(workspace);
    if (connection.account.isEmpty())
        connection.account = person.email.isEmpty() ? person.id : person.email;
    const QString name = cleanedLine(identity.workspaceName, nameLimit).trimmed();
    if (!name.isEmpty())
        connection.name = name;
    else if (connection.name.isEmpty())
        connection.name = u"Notion"_s;
    if (!person.name.isEmpty())
        connection.accountName = cleanedLine(person.name, nameLimit);
}

/** The first error that is none of a missing right. */
const Error *serious(std::initializer_list<const Error *> errors)
{
    const auto *const found = std::find_if(errors.begin(), errors.end(), [](const Error *error) {
        return error && !isMissingRight(error->code);
    });
    return found == errors.end() ? nullptr : *found;
}

QStringList limitationsOf(const Result<FoundPage> &found,
                          const Result<PersonPage> &people,
                          bool mayCreate)
{
    QStringList sentences;
    if (!found) {
        sentences.append(u"Pages cannot be read: %1"_s.arg(found.error().message));
    } else if (found->found.isEmpty()) {
        sentences.append(
            u"It sees no page yet. Share pages with the integration: in Notion open a page, "
            "••• → Connections."_s);
    }
    if (!mayCreate)
        sentences.append(
            u"It may only read: in Notion the integration lacks the capability to insert content."_s);
    if (!people)
        sentences.append(
            u"It may not look people up, so that they have to be named by their id: in Notion the "
            "integration lacks the capability to read user information."_s);
    return sentences;
}

} // namespace

NotionSignIn::NotionSignIn(net::HttpClient &http, QUrl apiBase)
    : m_http(http)
    , m_apiBase(std::move(apiBase))
{}

Result<Secret> NotionSignIn::checkedToken(const Secret &typed)
{
    Secret token(typed.reveal().trimmed());
    const QByteArray &bytes = token.reveal();
    const bool isPlain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!token.isEmpty() && isPlain && token.size() <= longestToken)
        return token;
    return failure(
        ErrorCode::InvalidInput,
        token.isEmpty()
            ? u"Enter a Notion token. Make one at https://www.notion.so/developers/tokens "
              "(personal) or https://www.notion.so/profile/integrations (internal "
              "integration)."_s
            : u"What was entered is not a Notion token: it has spaces or characters that "
              "no token has. Copy it again."_s);
}

QCoro::Task<Result<ConnectionReport>> NotionSignIn::prove(TokenSignIn signIn)
{
    const auto token = checkedToken(signIn.token);
    if (!token)
        co_return failure(token.error());
    Connection connection;
    connection.userId = signIn.userId;
    connection.provider = u"notion"_s;
    connection.apiBase = m_apiBase;
    connection.method = SignInMethod::IntegrationToken;
    NotionClient::Target target{
        .apiBase = m_apiBase, .connection = {}, .cancellation = signIn.cancellation};
    AuthorizedHttp http(m_http, connections::Credentials::bearer(*token));
    auto client = std::make_shared<NotionClient>(std::move(http), std::move(target));
    co_return co_await proveAgain(std::move(connection), std::move(client));
}

Result<GrantedSite> NotionSignIn::siteOf(const oauth::TokenSet &tokens) const
{
    const QJsonObject &details = tokens.details;
    const auto idIn = [](const QJsonObject &object, QLatin1StringView name) {
        return canonicalId(object.value(name).toString());
    };
    const QJsonObject owner = details.value("owner"_L1).toObject().value("user"_L1).toObject();
    Identity identity;
    identity.user.id = idIn(details, "bot_id"_L1);
    identity.owner.id = idIn(owner, "id"_L1);
    identity.owner.name = cleanedLine(owner.value("name"_L1).toString(), nameLimit);
    identity.owner.email =
        cleanedLine(owner.value("person"_L1).toObject().value("email"_L1).toString(), nameLimit);
    identity.workspaceId = idIn(details, "workspace_id"_L1);
    identity.workspaceName = details.value("workspace_name"_L1).toString();
    if (identity.workspaceId.isEmpty()) {
        return failure(ErrorCode::InvalidData,
                       u"Notion did not say which workspace was opened. Sign in again."_s);
    }
    GrantedSite site;
    site.id = identity.workspaceId;
    site.connection.provider = u"notion"_s;
    site.connection.apiBase = m_apiBase;
    site.connection.method = SignInMethod::OAuth;
    fill(site.connection, identity);
    return site;
}

QCoro::Task<Result<ConnectionReport>> NotionSignIn::proveSite(GrantedSite site,
                                                              oauth::TokenSet tokens,
                                                              CancellationToken cancellation)
{
    NotionClient::Target target{
        .apiBase = m_apiBase, .connection = {}, .cancellation = std::move(cancellation)};
    AuthorizedHttp http(m_http, connections::Credentials::bearer(tokens.accessToken));
    auto client = std::make_shared<NotionClient>(std::move(http), std::move(target));
    co_return co_await proveAgain(std::move(site.connection), std::move(client));
}

QCoro::Task<Result<ConnectionReport>> NotionSignIn::proveAgain(Connection connection,
                                                               std::shared_ptr<NotionClient> client)
{
    const auto identity = co_await client->me();
    if (!identity)
        co_return failure(identity.error());
    fill(connection, *identity);
    co_return co_await inspect(std::move(connection), std::move(client));
}

QCoro::Task<Result<ConnectionReport>> NotionSignIn::inspect(Connection connection,
                                                            std::shared_ptr<NotionClient> client)
{
    SearchWish wish;
    wish.limit = titlesCounted;
    auto searching = client->search(wish);
    auto lookingUp = client->people({}, 1);
    auto trying = client->mayCreate();
    const auto found = co_await searching;
    const auto people = co_await lookingUp;
    const auto mayCreate = co_await trying;
    const Error *error = serious({found ? nullptr : &found.error(),
                                  people ? nullptr : &people.error(),
                                  mayCreate ? nullptr : &mayCreate.error()});
    if (error)
        co_return failure(*error);
    ConnectionReport report;
    connection.limitations = limitationsOf(found, people, mayCreate.value_or(false));
    report.connection = std::move(connection);
    if (found) {
        report.projectCount = found->found.size();
        for (const Found &each :
             found->found.first(std::min<qsizetype>(found->found.size(), titlesShown)))
            report.projects.append(titleOf(each));
    }
    co_return report;
}

} // namespace fairlead::providers::notion
