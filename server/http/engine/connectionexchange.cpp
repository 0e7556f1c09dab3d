// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/connectionexchange.h"

#include "server/http/engine/connection.h"

namespace fairlead::http::engine {

ConnectionExchange::ConnectionExchange(Connection &connection, Request request)
    : Exchange(&connection)
    , m_connection(connection)
    , m_request(std::move(request))
{}

void ConnectionExchange::setPathParameters(const QList<Header> &parameters)
{
    m_request.pathParameters = parameters;
}

void ConnectionExchange::respond(Response response)
{
    if (!takeAnswer())
        return;
    m_connection.sendResponse(response);
    Q_EMIT answered();
}

bool ConnectionExchange::hasRoomForStream(const QString &ownerId) const
{
    return m_connection.hasRoomForStream(ownerId);
}

EventStream *ConnectionExchange::openEventStream(const QString &ownerId, QList<Header> headers)
{
    if (!takeAnswer())
        return nullptr;
    EventStream *stream = m_connection.startStream(ownerId, headers);
    Q_EMIT answered();
    return stream;
}

bool ConnectionExchange::takeAnswer()
{
    // A disconnect that has not been told yet: clientLeft() follows.
    if (m_answered || !m_connection.isConnected())
        return false;
    m_answered = true;
    return true;
}

void ConnectionExchange::noteClientLeft()
{
    if (m_answered)
        return;
    m_answered = true;
    Q_EMIT clientLeft();
}

void ConnectionExchange::abandon(const Response &response)
{
    if (m_answered)
        return;
    noteClientLeft();
    m_connection.sendResponse(response);
}

} // namespace fairlead::http::engine
