// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/pendingpost.h"

#include "server/http/mcp/rpcresponse.h"

namespace fairlead::http {
namespace {

constexpr auto retryTime = std::chrono::milliseconds(500);

} // namespace

PendingPost::PendingPost(Exchange *exchange, PostForm form, QObject *parent)
    : QObject(parent)
    , m_exchange(exchange)
    , m_form(std::move(form))
{
    connect(exchange, &Exchange::clientLeft, this, &PendingPost::giveUp);
}

void PendingPost::deliver(const mcp::Outgoing &message)
{
    if (m_done)
        return;
    if (!m_isStream && mustStream(message))
        openStream();
    if (m_isStream)
        send(message.json,
             message.isResponse || message.isQuestion ? EventStore::Worth::Awaited
                                                      : EventStore::Worth::Passing);
    else if (message.isResponse)
        m_responses.append(message.json);
    else if (message.isQuestion)
        refuseQuestion();
    if (message.error && m_form.errors == PostForm::Errors::WithStatus)
        m_status = httpStatusOf(*message.error);
}

bool PendingPost::mustStream(const mcp::Outgoing &message) const
{
    if (!m_form.accept.eventStream || !m_form.accept.json)
        return m_form.accept.eventStream;
    if (message.isResponse)
        return false;
    // The work goes on without its progress when the key has all the streams it may; a question
    // that cannot be put to the client must end it.
    return message.isQuestion
        || (!m_exchange.isNull() && m_exchange->hasRoomForStream(m_form.owner));
}

void PendingPost::openStream()
{
    if (!m_exchange)
        return;
    m_stream = m_exchange->openEventStream(m_form.owner, m_form.headers);
    if (!m_stream) {
        giveUp();
        return;
    }
    m_isStream = true;
    connect(m_stream,
            &EventStream::closed,
            this,
            m_form.store ? &PendingPost::awaitReturn : &PendingPost::giveUp);
    if (m_form.mayPoll && m_form.store)
        m_stream->prime(m_form.store->begin(m_form.streamNumber).toId(), retryTime);
    for (const QByteArray &response : std::exchange(m_responses, {}))
        send(response, EventStore::Worth::Awaited);
}

void PendingPost::send(const QByteArray &json, EventStore::Worth worth)
{
    QByteArray id;
    if (EventStore *store = m_form.store)
        id = store->add(m_form.streamNumber, json, worth).toId();
    if (m_stream)
        m_stream->send(json, "message", id);
}

/** Nobody could ever answer it, and the work would wait. */
void PendingPost::refuseQuestion()
{
    if (m_done)
        return;
    if (m_exchange)
        m_exchange->respond(
            rpcRefusal(406,
                       mcp::RpcCode::Refused,
                       QStringLiteral("This call has to ask something: the Accept header must "
                                      "allow text/event-stream.")));
    giveUp();
}

void PendingPost::finish()
{
    if (std::exchange(m_done, true))
        return;
    if (m_isStream)
        leaveStream();
    else if (!m_exchange)
        return;
    else if (m_responses.isEmpty()) // cancelled: a cancelled request gets no JSON-RPC answer
        m_exchange->respond(Response::empty(202));
    else if (m_form.isBatch)
        m_exchange->respond(rpcResponse('[' + m_responses.join(',') + ']', m_form.headers));
    else
        m_exchange->respond(rpcResponse(m_responses.first(), m_form.headers, m_status));
}

void PendingPost::pollLater()
{
    if (m_done || !m_form.store || !m_form.mayPoll || !m_form.accept.eventStream)
        return;
    if (!m_isStream && m_exchange && m_exchange->hasRoomForStream(m_form.owner))
        openStream();
    if (!m_stream)
        return;
    leaveStream();
    awaitReturn();
}

void PendingPost::resume(EventStream *stream)
{
    leaveStream();
    m_return.reset();
    m_stream = stream;
    connect(stream, &EventStream::closed, this, &PendingPost::awaitReturn);
}

void PendingPost::leaveStream()
{
    if (!m_stream)
        return;
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->close();
    m_stream = nullptr;
}

void PendingPost::awaitReturn()
{
    m_stream = nullptr;
    // A client that never comes back must not keep the work going.
    m_return = std::make_unique<QTimer>();
    m_return->setSingleShot(true);
    connect(m_return.get(), &QTimer::timeout, this, &PendingPost::giveUp);
    m_return->start(m_form.returnTime);
}

void PendingPost::endWithSession()
{
    if (std::exchange(m_done, true))
        return;
    if (m_isStream)
        leaveStream();
    else if (m_exchange)
        m_exchange->respond(sessionNotFound());
}

void PendingPost::giveUp()
{
    if (!std::exchange(m_done, true))
        Q_EMIT abandoned();
}

} // namespace fairlead::http
