// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/httpserver.h"

#include "server/http/engine/guardserver.h"
#include "server/http/engine/loopback.h"
#include "server/http/engine/serverparts.h"
#include "server/http/engine/withouttls.h"
#include "server/http/logging.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http {

HttpServer::HttpServer(Handler handler, const Limits &limits, QObject *parent)
    : QObject(parent)
{
    const engine::WithoutTls withoutTls;
    m_parts = std::make_unique<engine::ServerParts>(limits, std::move(handler));
}

HttpServer::~HttpServer()
{
    // Before the parts that connections refer to; those that have ended and go a little later, too.
    qDeleteAll(findChildren<engine::Connection *>(Qt::FindDirectChildrenOnly));
}

Result<quint16> HttpServer::listen(quint16 port)
{
    auto servers = engine::listenOnLoopback(port);
    if (!servers)
        return failure(servers.error());
    m_parts->port = servers->front()->serverPort();
    applyPolicy();
    for (auto &server : *servers) {
        connect(server.get(), &engine::GuardServer::accepted, this, &HttpServer::accept);
        m_parts->listeners.append(server.get());
        m_parts->parser.attach(server.release());
    }
    return m_parts->port;
}

quint16 HttpServer::port() const
{
    return m_parts->port;
}

QList<QHostAddress> HttpServer::addresses() const
{
    QList<QHostAddress> addresses;
    for (const QTcpServer *listener : std::as_const(m_parts->listeners))
        addresses.append(listener->serverAddress());
    return addresses;
}

void HttpServer::setAllowedOrigins(const QList<QByteArray> &origins)
{
    m_parts->allowedOrigins = origins;
    applyPolicy();
}

void HttpServer::setAllowedHosts(const QList<QByteArray> &hosts)
{
    m_parts->allowedHosts = hosts;
    applyPolicy();
}

void HttpServer::applyPolicy()
{
    m_parts->policy =
        engine::OriginPolicy(m_parts->port, m_parts->allowedOrigins, m_parts->allowedHosts);
}

void HttpServer::closeStreamsOf(const QString &ownerId)
{
    m_parts->streams.closeOf(ownerId);
}

int HttpServer::connectionCount() const
{
    return static_cast<int>(m_parts->connections.size());
}

int HttpServer::streamCount() const
{
    return m_parts->streams.size();
}

void HttpServer::accept(qintptr descriptor)
{
    auto *connection = new engine::Connection(descriptor, m_parts->shared, this);
    connect(
        connection, &engine::Connection::gone, this, [this, connection] { forget(connection); });
    // Those that wait to read their refusal are bounded as well.
    if (m_parts->connections.size() >= 2LL * m_parts->limits.connections)
        connection->abort();
    else if (m_parts->closing || !makeRoom())
        connection->turnAway();
    m_parts->connections.append(connection);
}

/** At the limit, the oldest connection without a request makes room. */
bool HttpServer::makeRoom()
{
    auto &connections = m_parts->connections;
    if (connections.size() < m_parts->limits.connections)
        return true;
    const auto idle = std::find_if(
        connections.begin(), connections.end(), [](const auto *entry) { return entry->isIdle(); });
    if (idle == connections.end())
        return false;
    (*idle)->abort();
    return true;
}

void HttpServer::forget(engine::Connection *connection)
{
    m_parts->connections.removeOne(connection);
    if (m_parts->closing && m_parts->connections.isEmpty())
        Q_EMIT finished();
}

void HttpServer::close()
{
    if (m_parts->closing)
        return;
    m_parts->closing = true;
    for (QTcpServer *listener : std::as_const(m_parts->listeners))
        listener->close();
    const auto connections = m_parts->connections;
    for (engine::Connection *connection : connections)
        connection->shutDown();
    QTimer::singleShot(m_parts->limits.closeTime, this, [this] {
        const auto left = m_parts->connections;
        for (engine::Connection *connection : left)
            connection->abort();
    });
    if (connections.isEmpty())
        QMetaObject::invokeMethod(this, &HttpServer::finished, Qt::QueuedConnection);
}

} // namespace fairlead::http
