// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/deadline.h"
#include "server/http/engine/originpolicy.h"
#include "server/http/engine/requestguard.h"
#include "server/http/engine/wire.h"
#include "server/http/exchange.h"

#include <QPointer>

#include <functional>
#include <memory>

namespace fairlead::http::engine {

class ConnectionExchange;
class Outbox;
class QtRequestParser;
class SocketEventStream;
class StreamRegistry;

/** What all connections of a server share; outlives them. */
struct Shared
{
    const Limits &limits;
    const OriginPolicy &policy;
    QtRequestParser &parser;
    StreamRegistry &streams;
    Deadlines &deadlines;
    Outbox &outbox;
    std::function<void(Exchange *)> handler;
};

/**
 * One client's TCP connection: reads one request at a time through the guard, hands it on as an
 * Exchange, and writes what answers it. It alone touches the client's socket. A client that closes
 * its sending half counts as gone: Qt's sockets do not tell the two apart. After gone() it deletes
 * itself.
 */
class Connection final : public QObject
{
    Q_OBJECT

public:
    enum class Phase {
        Waiting, ///< between two requests
        Reading,
        InFlight, ///< a handler has the request
        Streaming,
        Leaving, ///< the last answer is on its way; what still arrives is thrown away
    };

    Connection(qintptr descriptor, const Shared &shared, QObject *parent);
    ~Connection() override;

    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isConnected() const;
    /** True when closing it costs its client nothing but a new connection. */
    [[nodiscard]] bool isIdle() const;

    /** Answers 503 to whatever the client asks, and closes. */
    void turnAway();
    /** Answers 503 to what is under way and closes. */
    void shutDown();
    void abort();

    // For the exchange and the stream of this connection.
    void sendResponse(const Response &response);
    [[nodiscard]] bool hasRoomForStream(const QString &ownerId) const;
    [[nodiscard]] EventStream *startStream(const QString &ownerId, const QList<Header> &headers);
    [[nodiscard]] bool sendStreamPart(QByteArrayView part);
    void finishStream();

Q_SIGNALS:
    void gone();

private:
    void readWire();
    void readRequest();
    void noteWritten();
    void handleTimeout();
    void handleDisconnect();
    void enter(Phase phase);
    void setDeadline();
    void freeExchange();
    void refuse(const Refusal &refusal);
    void deliver();
    void nextRequest();
    void leave();
    [[nodiscard]] bool headOnly() const { return m_head.method == "HEAD"; }

    const Shared &m_shared;
    Wire m_wire;
    Deadline m_deadline;
    RequestGuard m_guard;
    RequestHead m_head; ///< of the request that is in flight
    Phase m_phase = Phase::Reading;
    bool m_headJudged = false;
    qint64 m_thrownAway = 0;
    /** Answered, it stays until the next request comes: its answer may come from within it. */
    std::unique_ptr<ConnectionExchange> m_exchange;
    QPointer<SocketEventStream> m_stream;
};

} // namespace fairlead::http::engine
