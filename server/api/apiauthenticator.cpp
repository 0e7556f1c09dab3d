// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/apiauthenticator.h"

#include "server/audit/clientname.h"
#include "server/base/text.h"
#include "server/tools/toolsets.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

Q_LOGGING_CATEGORY(lcApi, "fairlead.server.api")

using accounts::ManagementTokens;

constexpr QByteArrayView keyPrefix = "mcp_";
constexpr qsizetype shownPrefixLength = 12;
constexpr qsizetype clientNameLimit = 80;

/** What follows "Bearer " in Authorization; empty when it is another scheme. */
QByteArray bearer(const http::Request &request)
{
    const QByteArray value = request.header("authorization");
    constexpr QByteArrayView scheme = "bearer ";
    if (value.size() <= scheme.size()
        || value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
        return {};
    return value.sliced(scheme.size());
}

/** Whether there is anything that could be guessed right; a client that has no key yet asks without
 * one. */
bool isPresented(const http::Request &request)
{
    return !request.header("x-mcp-api-key").isEmpty() || !request.header("authorization").isEmpty()
        || !request.queryValue("api_key").isEmpty();
}

/** The key that came, wherever it is looked for: in the address last. */
QByteArray keyIn(const http::Request &request)
{
    for (const QByteArray &place : {request.header("x-mcp-api-key"), bearer(request)}) {
        if (!place.isEmpty())
            return place;
    }
    return request.hasHeader("authorization") ? QByteArray() : request.queryValue("api_key");
}

/** Whether it was an MCP key that opened nothing, and not a management token. */
bool wantsKey(const http::Request &request, http::Access access)
{
    return access == http::Access::McpKey
        || (http::keyRightFor(access) && keyIn(request).startsWith(keyPrefix));
}

QString clientOf(const http::Request &request)
{
    const QString agent =
        cleanedLine(QString::fromUtf8(request.header("user-agent")), clientNameLimit);
    return agent.isEmpty() ? u"a client without a name"_s : agent;
}

/** As much of a presented key as may be shown: the prefix of what looks like a key, nothing of
 * anything else. */
QString shownPrefix(const QByteArray &presented)
{
    if (!presented.startsWith(keyPrefix))
        return u"(not an MCP key)"_s;
    return cleanedLine(QString::fromLatin1(presented.left(shownPrefixLength)), shownPrefixLength);
}

/** A control token or a JWT: the kinds that open the REST API and not the MCP endpoint. */
bool looksLikeManagementToken(const QByteArray &presented)
{
    return presented.startsWith("ctl_")
        || (presented.startsWith("eyJ") && presented.count('.') == 2);
}

tools::Caller callerOf(const accounts::McpKey &key)
{
    return {.userId = key.userId,
            .keyId = key.id,
            .keyPrefix = key.prefix,
            .keyName = key.name,
            .clientName = {},
            .access = key.access,
            .connectionIds = key.connectionIds,
            .rights = key.rights,
            .toolsets = key.toolsets,
            .asks = key.asks,
            .decisions = key.decisions};
}

} // namespace

ApiAuthenticator::ApiAuthenticator(Sources sources)
    : m_sources(sources)
    , m_failures(sources.clock, sources.failuresPerMinute)
{}

Result<http::Principal> ApiAuthenticator::authenticate(const http::Request &request,
                                                       http::Access access)
{
    if (access == http::Access::Public)
        return http::Principal();
    auto principal = lookUp(request, access);
    if (!principal && principal.error().code == ErrorCode::Unauthorized
        && wantsKey(request, access))
        tellOfRefusal(request, principal.error());
    if (principal || principal.error().code != ErrorCode::Unauthorized || !isPresented(request))
        return principal;
    const auto wait = m_failures.take(QString());
    if (wait.count() == 0)
        return principal;
    Error error = principal.error();
    error.code = ErrorCode::RateLimited;
    error.message += u" Too many wrong keys or tokens came within a minute; wait %1 seconds before "
                     "the next try."_s.arg(wait.count());
    error.retryAfter = wait;
    return failure(error);
}

void ApiAuthenticator::tellOfRefusal(const http::Request &request, const Error &error)
{
    const QByteArray key = keyIn(request);
    Q_EMIT keyRefused(m_sources.keys.userOf(key),
                      {.keyPrefix = key.isEmpty() ? QString() : shownPrefix(key),
                       .client = audit::clientNameFrom(request.header("user-agent")),
                       .reason = error.message});
}

Result<http::Principal> ApiAuthenticator::lookUp(const http::Request &request,
                                                 http::Access access) const
{
    if (request.hasHeader("x-user-id") || !request.queryValue("user_id").isEmpty())
        return failure(
            ErrorCode::Forbidden,
            u"X-User-ID and user_id are not accepted: use an MCP key or a management token."_s);
    if (const auto right = http::keyRightFor(access))
        return authenticateRight(request, *right);
    return access == http::Access::McpKey ? authenticateKey(request)
                                          : authenticateManagement(request);
}

Result<http::Principal> ApiAuthenticator::authenticateRight(const http::Request &request,
                                                            tools::KeyRight right) const
{
    if (!request.hasHeader("x-mcp-api-key") && !bearer(request).startsWith(keyPrefix))
        return authenticateManagement(request);
    auto principal = authenticateKey(request);
    if (!principal || principal->caller->rights.testFlag(right))
        return principal;
    qCWarning(lcApi).noquote() << "Refused" << clientOf(request) << "with key"
                               << principal->caller->keyPrefix << "on"
                               << QString::fromLatin1(request.path)
                               << "because it has no right to it.";
    return failure(
        ErrorCode::Forbidden,
        u"The key “%1” may only call tools. Make one with: fairleadctl keys create "
        "--name NAME --%2"_s.arg(principal->caller->keyName, tools::rightNames(right).first()));
}

Result<http::Principal> ApiAuthenticator::authenticateKey(const http::Request &request) const
{
    QByteArray presented = request.header("x-mcp-api-key");
    if (presented.isEmpty())
        presented = bearer(request);
    if (presented.isEmpty() && m_sources.keyInUrlAllowed && !request.hasHeader("authorization")) {
        presented = request.queryValue("api_key");
        if (!presented.isEmpty())
            qCWarning(lcApi).noquote()
                << "Key" << shownPrefix(presented) << "of" << clientOf(request)
                << "came in the address; put it in the Authorization header: addresses end in "
                   "histories and logs.";
    }
    if (presented.isEmpty()) {
        qCWarning(lcApi).noquote() << "Refused" << clientOf(request) << "on"
                                   << QString::fromLatin1(request.path) << "without a key.";
        return failure(ErrorCode::Unauthorized,
                       u"An MCP key is missing. Send it as “Authorization: Bearer mcp_…”."_s);
    }
    if (looksLikeManagementToken(presented)) {
        qCWarning(lcApi).noquote()
            << "Refused" << clientOf(request) << "on" << QString::fromLatin1(request.path)
            << "with a management token.";
        return failure(ErrorCode::Forbidden,
                       u"A management token does not open the MCP endpoint. Use an MCP key."_s);
    }
    const auto key = m_sources.keys.authenticate(presented);
    if (!key) {
        qCWarning(lcApi).noquote() << "Refused" << clientOf(request) << "with key"
                                   << (shownPrefix(presented) + u':') << key.error().message;
        return failure(key.error());
    }
    tools::Caller caller = callerOf(*key);
    // What a client is configured to see, whatever its key has: "?toolsets=" is the core alone.
    if (request.hasQuery("toolsets")) {
        const QString wanted = QString::fromUtf8(request.queryValue("toolsets"));
        const auto toolsets = tools::checkedToolsets(wanted.split(u','));
        if (!toolsets)
            return failure(toolsets.error());
        caller.toolsets = *toolsets;
    }
    return http::Principal{.userId = key->userId, .caller = std::move(caller), .owner = false};
}

Result<http::Principal> ApiAuthenticator::authenticateManagement(const http::Request &request) const
{
    const QByteArray presented = bearer(request);
    if (presented.startsWith(keyPrefix) || request.hasHeader("x-mcp-api-key")) {
        qCWarning(lcApi).noquote()
            << "Refused" << clientOf(request) << "with key" << shownPrefix(presented) << "on"
            << QString::fromLatin1(request.path) << "instead of a management token.";
        return failure(
            ErrorCode::Forbidden,
            u"An MCP key does not manage Fairlead. Use a management token (fairleadctl token)."_s);
    }
    if (presented.isEmpty())
        return failure(ErrorCode::Unauthorized,
                       u"A management token is missing. Get one with: fairleadctl token"_s);
    if (m_sources.controlToken.matches(presented))
        return http::Principal{.userId = m_sources.owner.id, .caller = {}, .owner = true};
    auto principal = principalOf(presented);
    if (!principal)
        qCWarning(lcApi).noquote()
            << "Refused" << clientOf(request) << "on" << (QString::fromLatin1(request.path) + u':')
            << principal.error().message;
    return principal;
}

Result<http::Principal> ApiAuthenticator::principalOf(const QByteArray &token) const
{
    const bool isOthers = m_sources.otherTokens != nullptr && !m_sources.tokens.hasOurForm(token);
    Result<ManagementTokens::Verified> verified;
    if (isOthers)
        verified = m_sources.otherTokens->verify(token).map([](const QString &name) {
            return ManagementTokens::Verified{.id = {}, .userId = name};
        });
    else
        verified = m_sources.tokens.verify(token);
    if (!verified)
        return failure(verified.error());
    const auto user = m_sources.users.find(verified->userId);
    if (!user && user.error().code != ErrorCode::NotFound)
        return failure(user.error());
    if (!user)
        return failure(ErrorCode::Unauthorized,
                       u"The user of this management token does not exist."_s);
    return http::Principal{
        .userId = user->id, .caller = {}, .owner = false, .tokenId = verified->id};
}

} // namespace fairlead::api
