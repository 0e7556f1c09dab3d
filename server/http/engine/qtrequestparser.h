// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

#include <QAbstractHttpServer>
#include <QPointer>
#include <QSet>

#include <optional>

namespace fairlead::http::engine {

class GuardServer;
class ReplaySocket;
class RequestGuard;

/**
 * The whole seam to QtHttpServer, and the only place that knows its version: a request in canonical
 * form goes in, QtHttpServer's reading of it comes out, within one call. Connections, answers and
 * time are none of its business, so neither is what QtHttpServer does with them.
 */
class QtRequestParser final : public QAbstractHttpServer
{
    Q_OBJECT

public:
    using QAbstractHttpServer::QAbstractHttpServer;

    /** The server must listen already. It becomes a child of this. */
    void attach(GuardServer *server);

    /** Whether QtHttpServer reads in this whole request what the guard has read: the same method,
     * path and body. It is asked once about each method, path and host: the canonical form has
     * nothing else that could be read in two ways. */
    [[nodiscard]] bool agreesWith(const RequestGuard &guard);

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
    void missingHandler(const QHttpServerRequest &request,
                        QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    /** Method, path and body; nothing when QtHttpServer does not read one whole request in it. */
    [[nodiscard]] std::optional<Request> parse(QByteArray request);
    void take(const QHttpServerRequest &request);
    void leaveSocket();

    GuardServer *m_server = nullptr;
    QPointer<ReplaySocket> m_socket; ///< for the next request, too
    std::optional<Request> m_parsed;
    QSet<QByteArray> m_agreed; ///< method, path and host of requests that were read alike
};

} // namespace fairlead::http::engine
