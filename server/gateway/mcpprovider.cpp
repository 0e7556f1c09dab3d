// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/mcpprovider.h"

#include "server/base/text.h"
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/knownservers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

using connections::Connection;
using connections::SignInMethod;
using providers::ConnectionReport;
using providers::TokenSignIn;

constexpr qsizetype longestToken = 4096;
constexpr qsizetype longestName = 60;
constexpr qsizetype toolsShown = 5;
constexpr int mostServers = 100;

Result<Secret> checkedToken(const Secret &typed)
{
    Secret token(typed.reveal().trimmed());
    const QByteArray &bytes = token.reveal();
    const bool isPlain =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (isPlain && token.size() <= longestToken)
        return token;
    return failure(ErrorCode::InvalidInput,
                   u"What was entered is no token: it has spaces or characters that no token has. "
                   "Copy it again."_s);
}

/** A sign-in in the browser is what is missing, not another token. */
Error explained(Error error, const QUrl &url, bool hadToken)
{
    if (error.code != ErrorCode::Unauthorized)
        return error;
    const KnownServer *known = knownServerAt(url);
    const QString name = known != nullptr ? known->title : url.host();
    if (hadToken && known != nullptr && known->signIn == ServerSignIn::Browser) {
        error.message = u"%1 lets people in only through the browser: connect it with --oauth. %2"_s
                            .arg(name, known->note)
                            .trimmed();
    } else if (!hadToken && known != nullptr && known->signIn == ServerSignIn::Token) {
        error.message =
            u"%1 wants a token. Pass one with --token-stdin. %2"_s.arg(name, known->note).trimmed();
    } else if (!hadToken) {
        error.message = u"%1 wants you to sign in: connect it with --oauth, or pass a token with "
                        "--token-stdin."_s.arg(name);
        error.reason = ErrorReason::SignInNeeded;
    } else if (known != nullptr && !known->note.isEmpty()) {
        error.message += u' ' + known->note;
    }
    return error;
}

Error tokensNotAllowed(const QString &name)
{
    return {.code = ErrorCode::Forbidden,
            .message =
                u"An administrator of %1 has not allowed API tokens, or not for MCP. Ask the "
                "administrator to allow them, or sign in in the browser: connect it with "
                "--oauth."_s.arg(name),
            .reason = ErrorReason::AdministratorRefused};
}

} // namespace

McpProvider::McpProvider(Upstreams &upstreams,
                         PinnedTools &pins,
                         connections::Connections &connections,
                         RemoteSignIn &signIn,
                         std::function<bool(const QString &prefix)> isTaken)
    : m_upstreams(upstreams)
    , m_pins(pins)
    , m_connections(connections)
    , m_signIn(signIn)
    , m_isTaken(std::move(isTaken))
{}

QString McpProvider::type() const
{
    return Upstreams::provider;
}

QString McpProvider::displayName() const
{
    return u"MCP server"_s;
}

Result<Connection> McpProvider::placeOf(const TokenSignIn &signIn) const
{
    const auto url = serverAddress(signIn.baseUrl);
    if (!url)
        return failure(url.error());
    if (!signIn.name.isEmpty() && !isPlainName(signIn.name, longestName)) {
        return failure(ErrorCode::InvalidInput,
                       u"A server's name is one line of 1 to %1 characters."_s.arg(longestName));
    }
    const KnownServer *known = knownServerAt(*url);
    Connection connection;
    connection.userId = signIn.userId;
    connection.provider = type();
    connection.name = signIn.name;
    if (connection.name.isEmpty())
        connection.name = known != nullptr ? known->title : url->host();
    connection.site = *url;
    connection.apiBase = *url;
    connection.account = signIn.username;
    const auto all = m_connections.list(signIn.userId).value_or(QList<Connection>());
    for (const Connection &other : all) {
        const bool isSame = other.userId == connection.userId
            && other.provider == connection.provider && other.site == connection.site
            && other.account == connection.account;
        // Whoever only enters a new token does not rename it.
        if (isSame && signIn.name.isEmpty())
            connection.name = other.name;
    }
    connection.method =
        signIn.username.isEmpty() ? SignInMethod::IntegrationToken : SignInMethod::ApiToken;
    return connection;
}

QCoro::Task<Result<ConnectionReport>> McpProvider::connectWithToken(TokenSignIn signIn)
{
    auto place = placeOf(signIn);
    if (!place)
        co_return failure(place.error());
    const auto token = checkedToken(signIn.token);
    if (!token)
        co_return failure(token.error());
    Secret authorization;
    if (!token->isEmpty())
        authorization =
            inSchemeOf(place->apiBase, connections::Credentials::authorizationOf(*place, *token));
    // Shared: the client may be told of a refusal after nobody waits for it any more.
    const auto heard = std::make_shared<Upstreams::Heard>();
    const auto client = m_upstreams.tryOut(place->apiBase, place->name, authorization, heard);
    const auto listed = co_await client->listTools(signIn.cancellation);
    if (!listed && heard->isAboutTokens && !token->isEmpty())
        co_return failure(tokensNotAllowed(place->name));
    if (!listed)
        co_return failure(explained(listed.error(), place->apiBase, !token->isEmpty()));
    place->accountName = client->standing().server;
    const ToolOffer offer = offerFrom(*listed);
    const auto kept = keep(*place, *token, offer);
    if (!kept)
        co_return failure(kept.error());
    co_return reportOf(*kept, offer);
}

Result<Connection> McpProvider::keep(const Connection &proven,
                                     const Secret &token,
                                     const ToolOffer &offer)
{
    // Before anything is stored: there may be none.
    if (const auto prefix = freePrefix(proven); !prefix)
        return failure(prefix.error());
    const auto saved = m_connections.save(proven, token);
    if (!saved)
        return saved;
    if (const auto pinned = pin(*saved, offer); !pinned)
        return failure(pinned.error());
    return saved;
}

Result<> McpProvider::pin(const Connection &saved, const ToolOffer &offer)
{
    const auto known = m_pins.prefixOf(saved.id);
    if (!known)
        return failure(known.error());
    // Connecting again is no approval of what has changed since.
    const bool isNew = known->isEmpty();
    if (isNew) {
        const auto prefix = freePrefix(saved);
        if (!prefix)
            return failure(prefix.error());
        if (const auto added = m_pins.addServer(saved.id, *prefix); !added)
            return failure(added.error());
    }
    const auto approval = isNew ? PinnedTools::Approval::Given : PinnedTools::Approval::Needed;
    if (const auto noted = m_pins.noteOffer(saved.id, offer.tools, approval); !noted)
        return failure(noted.error());
    m_upstreams.renew(saved.id);
    return {};
}

Result<QString> McpProvider::freePrefix(const Connection &connection) const
{
    const auto used = m_pins.prefixesOfUser(connection.userId);
    if (!used)
        return failure(used.error());
    const QString wanted = prefixFrom(connection.name);
    const QString base = m_isTaken(wanted + u'_') ? prefixFrom(wanted + u"_mcp"_s) : wanted;
    for (int number = 1; number <= mostServers; ++number) {
        const QString prefix = number == 1 ? base : base + QString::number(number);
        if (!used->contains(prefix) && !m_isTaken(prefix + u'_'))
            return prefix;
    }
    return failure(
        ErrorCode::Conflict,
        u"There are %1 servers of that name already. Pass another --name."_s.arg(mostServers));
}

ConnectionReport McpProvider::reportOf(const Connection &connection, const ToolOffer &offer) const
{
    ConnectionReport report{.connection = connection, .projects = {}};
    const QString prefix = m_pins.prefixOf(connection.id).value_or(QString());
    report.projectCount = offer.tools.size();
    for (const OfferedTool &tool : offer.tools) {
        if (report.projects.size() < toolsShown)
            report.projects.append(listedName(prefix, tool.name));
    }
    return report;
}

QCoro::Task<Result<ConnectionReport>> McpProvider::test(Connection connection,
                                                        CancellationToken cancellation)
{
    const auto refreshed = co_await m_upstreams.refresh(connection.id, cancellation);
    if (!refreshed)
        co_return failure(refreshed.error());
    const auto view = m_upstreams.view(connection.userId, connection.id);
    if (!view)
        co_return failure(view.error());
    ConnectionReport report{.connection = view->connection, .projects = {}};
    for (const PinnedTool &tool : view->tools) {
        if (tool.state() != PinnedTool::State::Approved)
            continue;
        ++report.projectCount;
        if (report.projects.size() < toolsShown)
            report.projects.append(listedName(view->prefix, tool.name));
    }
    co_return report;
}

} // namespace fairlead::gateway
