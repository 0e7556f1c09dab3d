// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/mcpstreamabletransport.h"

#include "server/http/mcp/owner.h"
#include "server/http/mcp/rpcresponse.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

constexpr auto path = "/mcp";
constexpr auto sessionHeader = "mcp-session-id";
constexpr auto versionHeader = "mcp-protocol-version";

Response notAcceptable(const QString &wanted)
{
    return rpcRefusal(
        406, mcp::RpcCode::Refused, u"The Accept header must allow %1."_s.arg(wanted));
}

bool hasUnknownRevision(const Request &request)
{
    const auto revision = mcp::revisionFromName(QString::fromLatin1(request.header(versionHeader)));
    return request.hasHeader(versionHeader) && !(revision && mcp::hasSessions(*revision));
}

Response unknownRevision()
{
    return rpcRefusal(400,
                      mcp::RpcCode::Refused,
                      u"Unsupported MCP-Protocol-Version. Start with an initialize request; known "
                      "here are %1."_s.arg(mcp::sessionRevisionNames().join(u", "_s)));
}

Response tooManyStreams()
{
    const mcp::RpcError error{mcp::RpcCode::Refused,
                              u"Too many event streams are open. Close one, or accept "
                              "application/json."_s};
    return rpcTooMany({{}, error}, std::chrono::seconds(10));
}

Response tooManySessions()
{
    constexpr std::chrono::minutes wait{1};
    return rpcTooMany(
        {{},
         {mcp::RpcCode::Refused, u"Too many sessions are open. Close a client and try again."_s}},
        wait);
}

} // namespace

McpStreamableTransport::McpStreamableTransport(const mcp::ServerProfile &server,
                                               const Clock &clock,
                                               const SessionLimits &limits,
                                               QObject *parent)
    : QObject(parent)
    , m_sessions(server, clock, limits, nullptr)
    , m_stateless(server, clock)
{
    connect(&m_stateless,
            &StatelessPosts::clientIdentified,
            this,
            &McpStreamableTransport::clientIdentified);
}

void McpStreamableTransport::addRoutes(Router &router)
{
    struct Method
    {
        const char *name;
        void (McpStreamableTransport::*handler)(Exchange *, const tools::Caller &);
    };
    constexpr std::array methods{
        Method{"POST", &McpStreamableTransport::post},
        Method{"GET", &McpStreamableTransport::get},
        Method{"DELETE", &McpStreamableTransport::remove},
    };
    for (const Method &method : methods) {
        const auto handler = [this, method](Exchange *exchange, const Principal &principal) {
            (this->*method.handler)(exchange, callerOf(principal));
        };
        router.add(
            {.method = method.name, .path = path, .access = Access::McpKey, .handler = handler});
    }
}

void McpStreamableTransport::closeSessionsOf(const QString &keyId)
{
    m_sessions.endSessionsOf(keyId);
    m_stateless.endThoseOf(keyId);
}

void McpStreamableTransport::post(Exchange *exchange, const tools::Caller &caller)
{
    const Request &request = exchange->request();
    const Accept accept = acceptOf(request);
    if (accept == Accept{})
        return exchange->respond(notAcceptable(u"application/json and text/event-stream"_s));
    const auto parsed = mcp::parseIncoming(request.body);
    if (const auto *fault = std::get_if<mcp::InvalidMessage>(&parsed))
        return exchange->respond(rpcRefusal(400, *fault));
    const auto &incoming = std::get<mcp::Incoming>(parsed);
    // Before the work: its result would have no way back, and the client would ask for it again.
    if (!accept.json && incoming.expectsAnswer() && !exchange->hasRoomForStream(ownerOf(caller)))
        return exchange->respond(tooManyStreams());
    if (StatelessPosts::isStateless(request, incoming))
        return m_stateless.post(exchange, incoming, caller, accept);
    if (incoming.method() == "initialize"_L1 && !request.hasHeader(sessionHeader))
        return startSession(exchange, incoming, caller, accept);
    if (StreamableSession *session = sessionOf(exchange, caller))
        session->post(exchange, incoming, caller, accept);
}

void McpStreamableTransport::startSession(Exchange *exchange,
                                          const mcp::Incoming &incoming,
                                          const tools::Caller &caller,
                                          const Accept &accept)
{
    StreamableSession *session = m_sessions.create(caller);
    if (!session)
        return exchange->respond(tooManySessions());
    connect(session,
            &StreamableSession::initialized,
            this,
            [this, keyId = caller.keyId](const QString &client) {
                Q_EMIT clientIdentified(keyId, client);
            });
    session->post(exchange, incoming, caller, accept);
    if (!session->isInitialized())
        m_sessions.end(session);
}

void McpStreamableTransport::get(Exchange *exchange, const tools::Caller &caller)
{
    if (!acceptOf(exchange->request()).eventStream)
        return exchange->respond(notAcceptable(u"text/event-stream"_s));
    if (StreamableSession *session = sessionOf(exchange, caller))
        session->listen(exchange);
}

void McpStreamableTransport::remove(Exchange *exchange, const tools::Caller &caller)
{
    StreamableSession *session = sessionOf(exchange, caller);
    if (!session)
        return;
    m_sessions.end(session);
    exchange->respond(Response::empty(204));
}

StreamableSession *McpStreamableTransport::sessionOf(Exchange *exchange,
                                                     const tools::Caller &caller)
{
    const Request &request = exchange->request();
    if (hasUnknownRevision(request)) {
        exchange->respond(unknownRevision());
        return nullptr;
    }
    if (!request.hasHeader(sessionHeader)) {
        exchange->respond(rpcRefusal(
            400,
            mcp::RpcCode::Refused,
            u"The Mcp-Session-Id header is missing. Start with an initialize request."_s));
        return nullptr;
    }
    StreamableSession *session = m_sessions.find(request.header(sessionHeader), caller);
    if (!session)
        exchange->respond(sessionNotFound());
    return session;
}

} // namespace fairlead::http
