// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/incoming.h"
#include "server/mcp/methods/method.h"
#include "server/mcp/sessions/outgoing.h"
#include "server/mcp/sessions/questions.h"

#include <QObject>

namespace fairlead::mcp {

/**
 * The conversation with one client, from initialize to its end. Knows no socket: a transport hands
 * in what it received, each input under a number of its own (the origin), and routes what comes
 * back by that number. Requests of several inputs run side by side.
 *
 * Dies only through deleteLater(), never inside one of its signals; then all work is cancelled.
 */
class Session final : public QObject
{
    Q_OBJECT

public:
    explicit Session(const ServerProfile &server, QObject *parent = nullptr);
    ~Session() override;
    Q_DISABLE_COPY_MOVE(Session)

    /**
     * Takes one input on behalf of `caller`. Each request in it brings one message with
     * `isResponse`, unless it is cancelled; after the last of them finished() follows. Both may
     * happen before this returns. What is returned refuses the whole input: nothing was done and
     * nothing follows.
     */
    [[nodiscard]] std::optional<RpcError> receive(const Incoming &incoming,
                                                  OriginId origin,
                                                  tools::Caller caller);

    /** Serves a client that has introduced itself in another session, as far as it tells, and will
     * not do so again. It may. */
    void takeUp(Revision revision);

    /** Nobody can take the answers to this input any more: its work stops, nothing follows. */
    void abandon(OriginId origin);

    /** Stops all work. */
    void abandonAll();

    [[nodiscard]] bool isInitialized() const { return m_initialized; }
    [[nodiscard]] Revision revision() const { return m_revision; }
    [[nodiscard]] const QString &client() const { return m_client; }
    [[nodiscard]] const QJsonObject &clientCapabilities() const { return m_capabilities; }
    [[nodiscard]] bool isBusy() const { return !m_inFlight.isEmpty(); }

    /** Sends a request to the client, among the messages of one of its own requests. Null when
     * nobody waits for that one any more. */
    [[nodiscard]] std::shared_ptr<Question> ask(const tools::InputRequest &request,
                                                InFlight::Ticket ticket);
    void log(InFlight::Ticket ticket,
             tools::LogLevel level,
             const QString &logger,
             const QJsonValue &data);
    void pollLater(InFlight::Ticket ticket);

Q_SIGNALS:
    void messageReady(const fairlead::mcp::Outgoing &message);
    void finished(fairlead::mcp::OriginId origin);
    /** The rest of this input's messages can wait until the client comes back for them. */
    void pollingAllowed(fairlead::mcp::OriginId origin);
    /** The client has said what it is: its name and version, cleaned. */
    void initialized(const QString &client);

private:
    void handle(const RequestMessage &request, OriginId origin, const tools::Caller &caller);
    void handle(const NotificationMessage &notification);
    void initialize(const RequestMessage &request, OriginId origin);
    void run(MethodHandler handler,
             const RequestMessage &request,
             OriginId origin,
             const tools::Caller &caller);
    void followChanges();
    void notify(const QString &method, const QJsonObject &params = {});
    void cancelRequest(const QJsonObject &params);
    void finish(InFlight::Ticket ticket, const Reply &reply);
    void reportProgress(InFlight::Ticket ticket, const tools::Progress &progress);
    void respond(const std::optional<RequestId> &id, OriginId origin, const Reply &reply);
    void tellIfFinished(OriginId origin);

    const ServerProfile &m_server;
    InFlight m_inFlight;
    OriginId m_receiving = noOrigin; ///< the input that is being read right now
    Revision m_revision = newestSessionRevision;
    Questions m_questions;
    Followings m_followings;
    SessionState m_state;
    QJsonObject m_capabilities; ///< of the client
    QString m_client;
    bool m_initialized = false;
    bool m_takenUp = false;
};

} // namespace fairlead::mcp
