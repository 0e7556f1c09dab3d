// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/deadline.h"
#include "server/http/exchange.h"

namespace fairlead::http::engine {

class Connection;
class StreamRegistry;
struct Shared;

/** The EventStream of a Connection, which is its parent and lives longer. */
class SocketEventStream final : public EventStream
{
    Q_OBJECT

public:
    SocketEventStream(Connection &connection, const Shared &shared, const QString &ownerId);
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
    Deadline m_heartbeat;
    bool m_open = true;
    bool m_ended = false;
};

} // namespace fairlead::http::engine
