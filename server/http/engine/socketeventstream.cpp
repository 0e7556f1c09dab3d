// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/socketeventstream.h"

#include "server/http/engine/connection.h"
#include "server/http/engine/streamregistry.h"
#include "server/http/sseformat.h"

namespace fairlead::http::engine {

SocketEventStream::SocketEventStream(Connection &connection,
                                     const Shared &shared,
                                     const QString &ownerId)
    : EventStream(&connection)
    , m_connection(connection)
    , m_registry(shared.streams)
    , m_heartbeat(shared.deadlines)
{
    m_registry.add(this, ownerId);
    connect(&m_heartbeat, &Deadline::passed, this, [this, time = shared.limits.heartbeat] {
        m_heartbeat.set(time);
        m_open = m_open && m_connection.sendStreamPart(formatHeartbeat());
    });
    m_heartbeat.set(shared.limits.heartbeat);
}

SocketEventStream::~SocketEventStream()
{
    m_registry.remove(this);
}

bool SocketEventStream::send(QByteArrayView data, QByteArrayView event, QByteArrayView id)
{
    m_open = m_open && m_connection.sendStreamPart(formatEvent(data, event, id));
    return m_open;
}

bool SocketEventStream::prime(QByteArrayView id, std::chrono::milliseconds retry)
{
    m_open = m_open && m_connection.sendStreamPart(formatPriming(id, retry));
    return m_open;
}

void SocketEventStream::close()
{
    if (!m_open)
        return;
    m_open = false;
    m_heartbeat.clear();
    m_registry.remove(this);
    m_connection.finishStream();
    QMetaObject::invokeMethod(this, &SocketEventStream::end, Qt::QueuedConnection);
}

void SocketEventStream::end()
{
    if (m_ended)
        return;
    m_ended = true;
    m_open = false;
    m_heartbeat.clear();
    m_registry.remove(this);
    Q_EMIT closed();
    deleteLater();
}

} // namespace fairlead::http::engine
