// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"

#include <QTimer>

#include <chrono>

namespace fairlead::http::engine {

class Connection;
class StreamRegistry;

/** The EventStream of a Connection, which is its parent and lives longer. */
class SocketEventStream final : public EventStream
{
    Q_OBJECT

public:
    SocketEventStream(Connection &connection,
                      StreamRegistry &registry,
                      const QString &ownerId,
                      std::chrono::milliseconds heartbeat);
    ~SocketEventStream() override;
    Q_DISABLE_COPY_MOVE(SocketEventStream)

    bool send(QByteArrayView data, QByteArrayView event, QByteArrayView id) override;
    bool prime(QByteArrayView id, std::chrono::milliseconds retry) override;
    void close() override;
    [[nodiscard]] bool isOpen() const override { return m_open; }

    /** Tells that the stream has ended, and deletes it some time later. */
    void end();

private:
    Connection &m_connection;
    StreamRegistry &m_registry;
    QTimer m_heartbeat;
    bool m_open = true;
    bool m_ended = false;
};

} // namespace fairlead::http::engine
