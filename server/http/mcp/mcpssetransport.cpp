// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/mcpssetransport.h"

#include "server/base/ids.h"
#include "server/http/mcp/accept.h"
#include "server/http/mcp/owner.h"
#include "server/http/mcp/rpcresponse.h"
#include "server/mcp/revision.h"

#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

constexpr qsizetype ticketBytes = 32;

bool hasKeyInHeader(const Request &request)
{
    return request.hasHeader("x-mcp-api-key") || request.hasHeader("authorization");
}

/** Whatever is presented beside a ticket decides, as it would without one. */
bool hasOtherCredential(const Request &request)
{
    return hasKeyInHeader(request) || request.hasHeader("x-user-id")
        || !request.queryValue("api_key").isEmpty() || !request.queryValue("user_id").isEmpty();
}

/** The address for POSTs, relative to the server; what was chosen for the stream goes on there. */
QByteArray messagesAddress(const QString &sessionId, const Secret &ticket, const Request &request)
{
    QByteArray address = "/messages?sessionId=" + sessionId.toLatin1();
    if (request.hasQuery("toolsets"))
        address += "&toolsets=" + request.queryValue("toolsets").toPercentEncoding(",");
    if (!ticket.isEmpty())
        address += "&ticket=" + ticket.reveal();
    return address;
}

/**
 * Whether a client goes on with what it did before. Its event source opens a stream again by
 * itself after a restart of the server, and the SDKs then do not say initialize a second time.
 */
bool goesOn(const mcp::Incoming &incoming)
{
    const QString method = incoming.method();
    return incoming.expectsAnswer() && !method.isEmpty() && method != "initialize"_L1
        && method != "ping"_L1;
}

/** The one that the client says was agreed on. */
mcp::Revision revisionOf(const Request &request)
{
    const auto revision =
        mcp::revisionFromName(QString::fromLatin1(request.header("mcp-protocol-version")));
    return revision && mcp::hasSessions(*revision) ? *revision : mcp::Revision::V20241105;
}

} // namespace

McpSseTransport::McpSseTransport(const mcp::ServerProfile &server, QObject *parent)
    : QObject(parent)
    , m_server(server)
{}

void McpSseTransport::addRoutes(Router &router)
{
    router.add({.method = "GET",
                .path = "/sse",
                .access = Access::McpKey,
                .handler = [this](Exchange *exchange, const Principal &principal) {
                    open(exchange, callerOf(principal));
                }});
    router.add(
        {.method = "POST",
         .path = "/messages",
         .access = Access::McpKey,
         .handler = [this](Exchange *exchange,
                           const Principal &principal) { post(exchange, callerOf(principal)); },
         .ownCredential = [this](const Request &request) { return holderOfTicket(request); }});
}

void McpSseTransport::closeSessionsOf(const QString &keyId)
{
    std::vector<QString> ended;
    for (const auto &[id, entry] : m_sessions) {
        if (entry.owner == keyId)
            ended.push_back(id);
    }
    for (const QString &id : ended)
        end(id);
}

void McpSseTransport::open(Exchange *exchange, const tools::Caller &caller)
{
    if (!acceptOf(exchange->request()).eventStream)
        return exchange->respond(rpcRefusal(
            406, mcp::RpcCode::Refused, u"The Accept header must allow text/event-stream."_s));
    const QString id = newId(u"sse_");
    const Request request = exchange->request();
    Secret ticket;
    if (!hasKeyInHeader(exchange->request()))
        ticket = Secret(randomBytes(ticketBytes).toHex());
    EventStream *stream = exchange->openEventStream(ownerOf(caller));
    if (!stream)
        return;
    start(id, {ownerOf(caller), stream, new mcp::Session(m_server, this), caller, ticket});
    stream->send(messagesAddress(id, ticket, request), "endpoint");
}

void McpSseTransport::start(const QString &id, Entry entry)
{
    EventStream *stream = entry.stream;
    const mcp::Session *session = entry.session;
    connect(session, &mcp::Session::messageReady, stream, [stream](const mcp::Outgoing &message) {
        stream->send(message.json, "message");
    });
    connect(session,
            &mcp::Session::initialized,
            this,
            [this, keyId = entry.caller.keyId](const QString &client) {
                Q_EMIT clientIdentified(keyId, client);
            });
    connect(stream, &EventStream::closed, this, [this, id] { end(id); });
    m_sessions.emplace(id, std::move(entry));
}

std::optional<Principal> McpSseTransport::holderOfTicket(const Request &request) const
{
    const QByteArray ticket = request.queryValue("ticket");
    if (ticket.isEmpty() || hasOtherCredential(request))
        return {};
    const auto found = m_sessions.find(QString::fromLatin1(request.queryValue("sessionId")));
    if (found == m_sessions.end() || !found->second.ticket.equals(ticket))
        return {};
    const tools::Caller &caller = found->second.caller;
    return Principal{.userId = caller.userId, .caller = caller, .owner = false};
}

void McpSseTransport::post(Exchange *exchange, const tools::Caller &caller)
{
    const Request &request = exchange->request();
    const auto found = m_sessions.find(QString::fromLatin1(request.queryValue("sessionId")));
    if (found == m_sessions.end() || found->second.owner != ownerOf(caller))
        return exchange->respond(sessionNotFound());
    const auto parsed = mcp::parseIncoming(request.body);
    if (const auto *fault = std::get_if<mcp::InvalidMessage>(&parsed))
        return exchange->respond(rpcRefusal(400, *fault));

    const QPointer<Exchange> waiting(exchange);
    const auto &incoming = std::get<mcp::Incoming>(parsed);
    mcp::Session *session = found->second.session;
    if (!session->isInitialized() && goesOn(incoming))
        session->takeUp(revisionOf(request));
    const auto refusal = session->receive(incoming, ++m_lastOrigin, caller);
    if (waiting)
        waiting->respond(refusal ? rpcRefusal(400, mcp::InvalidMessage{{}, *refusal})
                                 : Response::empty(202));
}

void McpSseTransport::end(const QString &id)
{
    const auto node = m_sessions.extract(id);
    if (node.empty())
        return;
    const Entry &entry = node.mapped();
    entry.session->abandonAll();
    entry.session->deleteLater();
    if (entry.stream)
        entry.stream->close();
}

} // namespace fairlead::http
