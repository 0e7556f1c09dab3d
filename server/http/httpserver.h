// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/http/exchange.h"
#include "server/http/limits.h"

#include <QHostAddress>

#include <functional>
#include <memory>

namespace fairlead::http {

namespace engine {
class Connection;
struct ServerParts;
} // namespace engine

/**
 * The HTTP server on this computer's loopback addresses. It lets through only requests in one
 * strict form, for a Host of ours and from no foreign web page, and hands each to the handler (a
 * Router's dispatch). Destroying it ends every connection at once; close() is the polite way.
 */
class HttpServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<void(Exchange *exchange)>;

    explicit HttpServer(Handler handler, const Limits &limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;
    Q_DISABLE_COPY_MOVE(HttpServer)

    /** Listens on 127.0.0.1 and ::1; 0 means any port that is free on both. Once. Conflict when the
     * port is in use: the message says how to choose another. */
    [[nodiscard]] Result<quint16> listen(quint16 port);

    /** 0 before listen(). */
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QList<QHostAddress> addresses() const;

    /** Origins of web pages that may use this server besides its own: "http://localhost:6274". */
    void setAllowedOrigins(const QList<QByteArray> &origins);
    /** Names by which a proxy before this server hands requests on: "fairlead.example". Their pages
     * are no origins of ours for that. */
    void setAllowedHosts(const QList<QByteArray> &hosts);

    /** Ends the event streams that this owner (a key) has open. */
    void closeStreamsOf(const QString &ownerId);

    [[nodiscard]] int connectionCount() const;
    [[nodiscard]] int streamCount() const;

    /** Stops listening, ends the streams, answers 503 to what is in flight; finished() follows,
     * after Limits::closeTime at the latest. */
    void close();

Q_SIGNALS:
    /** After close(): no connection is left. */
    void finished();

private:
    void accept(qintptr descriptor);
    [[nodiscard]] bool makeRoom();
    void applyPolicy();
    void forget(engine::Connection *connection);

    std::unique_ptr<engine::ServerParts> m_parts;
};

} // namespace fairlead::http
