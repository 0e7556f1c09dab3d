// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/pendingpost.h"

#include "server/http/mcp/rpcresponse.h"

#include <QTimer>

namespace fairlead::http {
namespace {

constexpr auto retryTime = std::chrono::milliseconds(500);
constexpr auto returnTime = std::chrono::minutes(1);

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
    if (m_store) {
        const auto position = m_store->add(m_streamNumber, message.json);
        if (m_stream)
            m_stream->send(message.json, "message", position.toId());
        return;
    }
    if (!m_stream && mustStream(message))
        openStream();
    if (m_stream)
        m_stream->send(message.json, "message");
    else if (message.isResponse)
        m_responses.append(message.json);
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
    return message.isQuestion || (m_exchange && m_exchange->hasRoomForStream(m_form.owner));
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
    connect(m_stream, &EventStream::closed, this, &PendingPost::giveUp);
    for (const QByteArray &response : std::exchange(m_responses, {}))
        m_stream->send(response, "message");
}

void PendingPost::finish()
{
    if (std::exchange(m_done, true))
        return;
    if (m_stream)
        m_stream->close();
    else if (!m_exchange || m_store)
        return;
    else if (m_responses.isEmpty()) // cancelled: a cancelled request gets no JSON-RPC answer
        m_exchange->respond(Response::empty(202));
    else if (m_form.isBatch)
        m_exchange->respond(rpcResponse('[' + m_responses.join(',') + ']', m_form.headers));
    else
        m_exchange->respond(rpcResponse(m_responses.first(), m_form.headers, m_status));
}

void PendingPost::pollLater(EventStore &store, quint64 streamNumber)
{
    if (m_done || m_store || !m_form.accept.eventStream)
        return;
    if (!m_stream && m_exchange && m_exchange->hasRoomForStream(m_form.owner))
        openStream();
    if (!m_stream)
        return;
    m_store = &store;
    m_streamNumber = streamNumber;
    disconnect(m_stream, nullptr, this, nullptr);
    m_stream->prime(store.begin(streamNumber).toId(), retryTime);
    m_stream->close();
    awaitReturn();
}

void PendingPost::awaitReturn()
{
    m_stream = nullptr;
    // A client that never comes back must not keep the work going.
    QTimer::singleShot(returnTime, this, [this] {
        if (!m_stream)
            giveUp();
    });
}

void PendingPost::resume(EventStream *stream)
{
    m_stream = stream;
    connect(stream, &EventStream::closed, this, &PendingPost::awaitReturn);
}

void PendingPost::endWithSession()
{
    if (std::exchange(m_done, true))
        return;
    if (m_stream)
        m_stream->close();
    else if (m_exchange)
        m_exchange->respond(sessionNotFound());
}

void PendingPost::giveUp()
{
    if (!std::exchange(m_done, true))
        Q_EMIT abandoned();
}

} // namespace fairlead::http
