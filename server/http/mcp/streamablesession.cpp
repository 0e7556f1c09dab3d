// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/streamablesession.h"

#include "server/http/mcp/owner.h"
#include "server/http/mcp/rpcresponse.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

/** Tells the ids of a stream opened with GET from those of a POST's. */
constexpr char listenerMark = 'g';

} // namespace

StreamableSession::StreamableSession(const mcp::ServerProfile &server,
                                     QString id,
                                     const tools::Caller &caller,
                                     std::chrono::milliseconds returnTime,
                                     QObject *parent)
    : QObject(parent)
    , m_session(server)
    , m_id(std::move(id))
    , m_owner(ownerOf(caller))
    , m_returnTime(returnTime)
{
    connect(&m_session, &mcp::Session::messageReady, this, &StreamableSession::route);
    connect(&m_session, &mcp::Session::finished, this, &StreamableSession::finish);
    connect(&m_session, &mcp::Session::pollingAllowed, this, &StreamableSession::pollLater);
    connect(&m_session, &mcp::Session::initialized, this, &StreamableSession::initialized);
}

void StreamableSession::post(Exchange *exchange,
                             const mcp::Incoming &incoming,
                             const tools::Caller &caller,
                             const Accept &accept)
{
    const QPointer<Exchange> waiting(exchange);
    const mcp::OriginId origin = ++m_lastOrigin;
    PostForm form{.accept = accept, .isBatch = incoming.isBatch, .owner = m_owner, .headers = {}};
    form.store = &m_store;
    form.streamNumber = origin;
    form.returnTime = m_returnTime;
    form.mayPoll = m_session.isInitialized() && m_session.revision() >= mcp::Revision::V20251125;
    if (incoming.method() == "initialize"_L1)
        form.headers.append({"Mcp-Session-Id"_ba, m_id.toLatin1()});
    const bool expectsAnswer = incoming.expectsAnswer();
    if (expectsAnswer)
        addPost(exchange, std::move(form), origin);
    const auto refusal = m_session.receive(incoming, origin, caller);
    if (refusal)
        m_posts.erase(origin);
    if (waiting && refusal)
        waiting->respond(rpcRefusal(400, mcp::InvalidMessage{{}, *refusal}));
    else if (waiting && !expectsAnswer)
        waiting->respond(Response::empty(202));
}

void StreamableSession::addPost(Exchange *exchange, PostForm form, mcp::OriginId origin)
{
    auto post = std::make_unique<PendingPost>(exchange, std::move(form), nullptr);
    connect(post.get(), &PendingPost::abandoned, this, [this, origin] { abandon(origin); });
    m_posts.emplace(origin, std::move(post));
}

/** From within the post itself, which therefore goes later. */
void StreamableSession::abandon(mcp::OriginId origin)
{
    const auto node = m_posts.extract(origin);
    if (!node.empty())
        node.mapped().release()->deleteLater();
    m_session.abandon(origin);
}

void StreamableSession::route(const mcp::Outgoing &message)
{
    const auto post = m_posts.find(message.origin);
    if (post != m_posts.end())
        return post->second->deliver(message);
    if (message.origin != mcp::noOrigin || !m_hasListened)
        return;
    const Listener *newest = listener();
    const auto position = m_store.add(newest ? newest->number : EventStore::noStream, message.json);
    if (newest)
        newest->stream->send(message.json, "message", listenerMark + position.toId());
}

void StreamableSession::pollLater(mcp::OriginId origin)
{
    const auto post = m_posts.find(origin);
    if (post != m_posts.end())
        post->second->pollLater();
}

void StreamableSession::finish(mcp::OriginId origin)
{
    const auto node = m_posts.extract(origin);
    if (!node.empty())
        node.mapped()->finish();
}

void StreamableSession::listen(Exchange *exchange)
{
    const QByteArray lastEventId = exchange->request().header("last-event-id");
    EventStream *stream = exchange->openEventStream(m_owner);
    if (!stream)
        return;
    const bool isListener = lastEventId.startsWith(listenerMark);
    const auto last = EventStore::Position::fromId(lastEventId.mid(isListener ? 1 : 0));
    if (last && isListener && last->stream != EventStore::noStream && last->stream <= m_lastOrigin)
        goOn(stream, *last);
    else if (last && !isListener)
        resume(stream, *last);
    else
        addListener(stream, ++m_lastOrigin);
}

void StreamableSession::goOn(EventStream *stream, EventStore::Position last)
{
    addListener(stream, last.stream);
    m_store.claim(last);
    replay(stream, last, QByteArray(1, listenerMark));
}

void StreamableSession::addListener(EventStream *stream, quint64 number)
{
    m_hasListened = true;
    // The one that had this number until now is the same client's, who has given it up.
    for (const Listener &earlier : std::as_const(m_listeners)) {
        if (earlier.number == number && earlier.stream)
            earlier.stream->close();
    }
    m_listeners.removeIf([](const Listener &earlier) { return !earlier.isOpen(); });
    m_listeners.append({.number = number, .stream = stream});
}

const StreamableSession::Listener *StreamableSession::listener() const
{
    const auto newest =
        std::find_if(m_listeners.rbegin(), m_listeners.rend(), std::mem_fn(&Listener::isOpen));
    return newest == m_listeners.rend() ? nullptr : &*newest;
}

void StreamableSession::resume(EventStream *stream, EventStore::Position last)
{
    replay(stream, last, {});
    const auto post = m_posts.find(last.stream);
    if (post != m_posts.end())
        post->second->resume(stream);
    else
        stream->close();
}

void StreamableSession::replay(EventStream *stream,
                               EventStore::Position last,
                               const QByteArray &mark) const
{
    const QList<EventStore::Event> missed = m_store.after(last);
    for (const EventStore::Event &event : missed)
        stream->send(event.json, "message", mark + event.position.toId());
}

void StreamableSession::end()
{
    for (const auto &[origin, post] : std::exchange(m_posts, {}))
        post->endWithSession();
    m_session.abandonAll();
    for (const Listener &listener : std::exchange(m_listeners, {})) {
        if (listener.stream)
            listener.stream->close();
    }
    deleteLater();
}

} // namespace fairlead::http
