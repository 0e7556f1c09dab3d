// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirasignin.h"

#include "server/base/text.h"
#include "server/connections/credentials.h"
#include "server/net/requestcheck.h"
#include "server/providers/jira/jiraparser.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;
using connections::Credentials;
using connections::SignInMethod;

constexpr int projectsShown = 5;
constexpr qsizetype longestToken = 4096;

struct PermissionNote
{
    QLatin1StringView permission;
    QLatin1StringView sentence;
};

constexpr std::array<PermissionNote, 6> permissionNotes{{
    {"BROWSE_PROJECTS"_L1, "The account can see no project on this site."_L1},
    {"CREATE_ISSUES"_L1, "The account may not create issues."_L1},
    {"EDIT_ISSUES"_L1, "The account may not edit issues."_L1},
    {"ADD_COMMENTS"_L1, "The account may not comment on issues."_L1},
    {"TRANSITION_ISSUES"_L1, "The account may not move issues to another status."_L1},
    {"ASSIGN_ISSUES"_L1, "The account may not assign issues."_L1},
}};

Error wrongToken(const QString &site)
{
    return {.code = ErrorCode::Unauthorized,
            .message = u"Jira refused the e-mail or API token for %1 (401)."_s.arg(site)};
}

Error noJira(const QString &site)
{
    return {.code = ErrorCode::NotFound,
            .message = u"%1 does not answer like Jira Cloud. Check the address: open Jira in the "
                       "browser and copy it from there."_s.arg(site)};
}

Result<QString> checkedAccount(const QString &typed)
{
    const QString account = typed.trimmed();
    const qsizetype at = account.indexOf(u'@');
    const bool isPlain = std::all_of(account.begin(), account.end(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() != 0x7F && c != u':';
    });
    if (at > 0 && at < account.size() - 1 && isPlain && account.size() <= 254)
        return account;
    return failure(
        ErrorCode::InvalidInput,
        u"\"%1\" is not an e-mail address. Enter the one you sign in to Atlassian with."_s.arg(
            cleanedLine(account, 100)));
}

Result<Secret> checkedToken(const Secret &typed)
{
    Secret token(typed.reveal().trimmed());
    const QByteArray &bytes = token.reveal();
    const bool isPlain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!token.isEmpty() && isPlain && token.size() <= longestToken)
        return token;
    return failure(ErrorCode::InvalidInput,
                   token.isEmpty()
                       ? u"Enter an API token. Make one at "
                         "https://id.atlassian.com/manage-profile/security/api-tokens."_s
                       : u"What was entered is not an API token: it has spaces or characters that "
                         "no token has. Copy it again."_s);
}

bool isMissingRight(ErrorCode code)
{
    return code == ErrorCode::Forbidden || code == ErrorCode::NotFound
        || code == ErrorCode::InvalidInput;
}

QStringList permissionKeys()
{
    QStringList keys;
    for (const PermissionNote &note : permissionNotes)
        keys.append(QString(note.permission));
    return keys;
}

Result<QStringList> limitationsOf(const Result<QStringList> &missing,
                                  const Result<ProjectPage> &projects)
{
    for (const Error *error :
         {missing ? nullptr : &missing.error(), projects ? nullptr : &projects.error()}) {
        if (error && !isMissingRight(error->code))
            return failure(*error);
    }
    QStringList sentences;
    if (!missing) {
        sentences.append(
            u"What the account may do could not be read: %1"_s.arg(missing.error().message));
    }
    const bool seesNothing = projects && projects->total == 0;
    for (const PermissionNote &note : permissionNotes) {
        const bool isBrowsing = note.permission == "BROWSE_PROJECTS"_L1;
        if ((missing && missing->contains(note.permission)) || (isBrowsing && seesNothing))
            sentences.append(QString(note.sentence));
    }
    if (!projects)
        sentences.append(u"Projects cannot be listed: %1"_s.arg(projects.error().message));
    return sentences;
}

} // namespace

JiraSignIn::JiraSignIn(net::HttpClient &http, QUrl gatewayBase)
    : m_http(http)
    , m_gatewayBase(std::move(gatewayBase))
{}

QCoro::Task<Result<ConnectionReport>> JiraSignIn::prove(TokenSignIn signIn)
{
    const auto site = JiraSite::fromText(signIn.baseUrl);
    if (!site)
        co_return failure(site.error());
    const auto account = checkedAccount(signIn.username);
    if (!account)
        co_return failure(account.error());
    const auto token = checkedToken(signIn.token);
    if (!token)
        co_return failure(token.error());
    JiraClient::Target target{
        .apiBase = site->url, .siteName = site->name, .cancellation = signIn.cancellation};
    const AuthorizedHttp http(m_http, Credentials::basic(*account, *token));
    Connection connection;
    connection.userId = signIn.userId;
    connection.provider = u"jira"_s;
    connection.name = site->name;
    connection.site = site->url;
    connection.account = *account;
    connection.method = SignInMethod::ApiToken;
    auto me = co_await whoAmI(http, target);
    if (!me && me.error().code == ErrorCode::Unauthorized) {
        // A scoped token is refused by the site itself and works through the gateway only.
        const auto gateway = co_await gatewayOf(*site, signIn.cancellation);
        if (!gateway)
            co_return failure(gateway.error().code == ErrorCode::Cancelled ? gateway.error()
                                                                           : me.error());
        target.apiBase = *gateway;
        connection.method = SignInMethod::ScopedApiToken;
        me = co_await whoAmI(http, target);
    }
    if (!me)
        co_return failure(me.error());
    connection.apiBase = target.apiBase;
    connection.accountName = me->displayName;
    co_return co_await inspect(std::move(connection), JiraClient(http, std::move(target)));
}

QCoro::Task<Result<ConnectionReport>> JiraSignIn::proveAt(Connection connection,
                                                          AuthorizedHttp http,
                                                          CancellationToken cancellation)
{
    JiraClient::Target target{.apiBase = connection.apiBase,
                              .siteName = connection.name,
                              .cancellation = std::move(cancellation)};
    JiraClient client(std::move(http), std::move(target));
    const auto me = co_await client.myself();
    if (!me)
        co_return failure(me.error());
    connection.accountName = me->displayName;
    if (connection.account.isEmpty())
        connection.account = me->email.isEmpty() ? me->accountId : me->email;
    co_return co_await inspect(std::move(connection), std::move(client));
}

QCoro::Task<Result<Myself>> JiraSignIn::whoAmI(AuthorizedHttp http, JiraClient::Target target)
{
    net::Request request;
    request.url = target.apiBase;
    request.url.setPath(request.url.path() + u"/rest/api/3/myself"_s);
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.repeatable = net::Repeatable::Yes;
    request.cancellation = target.cancellation;
    const auto response = co_await http.send(std::move(request));
    const CallPurpose purpose{.site = target.siteName, .subject = {}, .write = {}, .check = {}};
    if (!response)
        co_return failure(errorOf(response.error(), purpose));
    if (response->status == 401 && !parser::problem(response->body).isScope)
        co_return failure(wrongToken(target.siteName));
    if (response->status == 404)
        co_return failure(noJira(target.siteName));
    if (response->status < 200 || response->status >= 300)
        co_return failure(errorOf(*response, purpose));
    const auto me = parser::myself(response->body);
    if (!me)
        co_return failure(noJira(target.siteName));
    co_return *me;
}

QCoro::Task<Result<QUrl>> JiraSignIn::gatewayOf(JiraSite site, CancellationToken cancellation)
{
    net::Request request;
    request.url = site.url;
    request.url.setPath(u"/_edge/tenant_info"_s);
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.repeatable = net::Repeatable::Yes;
    request.cancellation = std::move(cancellation);
    const auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    if (response->status != 200)
        co_return failure(noJira(site.name));
    const auto id = parser::cloudId(response->body);
    if (!id)
        co_return failure(id.error());
    QUrl gateway = m_gatewayBase;
    if (net::isLoopbackHost(site.url.host())) {
        // A token for a site on this computer, the sandbox, must not leave it.
        gateway = site.url;
        gateway.setPath(u"/ex/jira"_s);
    }
    gateway.setPath(gateway.path() + u'/' + *id);
    co_return gateway;
}

QCoro::Task<Result<ConnectionReport>> JiraSignIn::inspect(Connection connection, JiraClient client)
{
    auto permissionsTask = client.missingPermissions(permissionKeys());
    auto projectsTask = client.projects({}, 0, projectsShown);
    const auto missing = co_await permissionsTask;
    const auto projects = co_await projectsTask;
    auto limitations = limitationsOf(missing, projects);
    if (!limitations)
        co_return failure(limitations.error());
    if (connection.method != SignInMethod::ApiToken) {
        // The permissions are the account's; a scoped token may have fewer rights.
        const auto mayWrite = co_await client.mayWrite();
        if (!mayWrite)
            co_return failure(mayWrite.error());
        const bool isToken = connection.method == SignInMethod::ScopedApiToken;
        if (!*mayWrite) {
            limitations->append(u"The %1 may only read: it lacks the scope write:jira-work."_s.arg(
                isToken ? u"token"_s : u"sign-in"_s));
        }
    }
    ConnectionReport report;
    connection.limitations = *limitations;
    report.connection = std::move(connection);
    if (projects) {
        report.projectCount = projects->total;
        for (const Project &project : projects->projects)
            report.projects.append(u"%1  %2"_s.arg(project.key, project.name));
    }
    co_return report;
}

} // namespace fairlead::providers::jira
