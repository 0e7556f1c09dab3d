// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeexchange.h"

namespace fairlead::fakes {

bool FakeEventStream::send(QByteArrayView data, QByteArrayView event, QByteArrayView id)
{
    if (m_open)
        m_events.append({data.toByteArray(), event.toByteArray(), id.toByteArray()});
    return m_open;
}

bool FakeEventStream::prime(QByteArrayView id, std::chrono::milliseconds)
{
    return send({}, "priming", id);
}

void FakeEventStream::close()
{
    if (std::exchange(m_open, false))
        QMetaObject::invokeMethod(this, &FakeEventStream::closed, Qt::QueuedConnection);
}

void FakeEventStream::leave()
{
    if (std::exchange(m_open, false))
        Q_EMIT closed();
}

FakeExchange::FakeExchange(http::Request request, QObject *parent)
    : http::Exchange(parent)
    , m_request(std::move(request))
{}

void FakeExchange::setPathParameters(const QList<http::Header> &parameters)
{
    m_request.pathParameters = parameters;
}

void FakeExchange::respond(http::Response response)
{
    if (!isAnswered() && !m_left)
        m_response = std::move(response);
}

http::EventStream *FakeExchange::openEventStream(const QString &ownerId,
                                                 QList<http::Header> headers)
{
    if (isAnswered() || m_left)
        return nullptr;
    if (m_refusesStreams) {
        m_response = http::Response::empty(429);
        return nullptr;
    }
    m_stream = new FakeEventStream(this);
    m_streamOwner = ownerId;
    m_streamHeaders = std::move(headers);
    return m_stream;
}

void FakeExchange::leave()
{
    if (!isAnswered() && !std::exchange(m_left, true))
        Q_EMIT clientLeft();
}

QByteArray FakeExchange::answerHeader(QByteArrayView name) const
{
    for (const auto &[key, value] : m_response ? m_response->headers : m_streamHeaders) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace fairlead::fakes
