// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>

namespace fairlead::http::engine {

/**
 * A listening socket whose connections go to the guard, not to QtHttpServer, which is bound to it
 * and gets only what handOver() gives it.
 */
class GuardServer final : public QTcpServer
{
    Q_OBJECT

public:
    using QTcpServer::QTcpServer;

    void handOver(QTcpSocket *socket);

Q_SIGNALS:
    /** A client has connected; the receiver owns the descriptor. */
    void accepted(qintptr descriptor);

protected:
    void incomingConnection(qintptr descriptor) override;
};

} // namespace fairlead::http::engine
