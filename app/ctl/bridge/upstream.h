// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/answerstream.h"
#include "app/ctl/bridge/clientport.h"
#include "app/ctl/bridge/instancelocator.h"
#include "app/ctl/bridge/sessionmemory.h"

namespace fairlead::ctl {

/**
 * Fairlead's end of the bridge: finds the instance, keeps a session with it, listens to what it
 * says of its own accord, and begins anew, unnoticed by the client, when the instance was
 * restarted.
 */
class Upstream final : public QObject
{
    Q_OBJECT

public:
    enum class Need {
        Instance, ///< an address
        Session, ///< also the session that the client has begun, if it has
    };
    enum class Loss { Instance, Session };

    Upstream(InstanceLocator &locator,
             McpLink &link,
             ClientPort &client,
             QObject *parent = nullptr);
    ~Upstream() override;

    /** Waits until a message can be sent, to the instance and to nobody who has its port after it
     * ended unnoticed. What went wrong, in a sentence, when it cannot. */
    [[nodiscard]] QCoro::Task<Result<>> ready(Need need);
    /** Waits until an instance is there, without starting one and without an end. */
    [[nodiscard]] QCoro::Task<Result<>> returned();

    /** Counts the losses: what was sent in one life can tell its loss from a later one. */
    [[nodiscard]] int life() const { return m_life; }
    /** What was sent in that life found nobody, or no session. */
    void setLost(int life, Loss loss);
    /** A connection of that life broke: a loss where the instance is not at its address any more.
     * To be called before anything is sent there again. */
    void checkLoss(int life);

    /** The client's own initialize was answered. */
    void begin(const RpcLine &initialize, const QJsonObject &result, const QByteArray &sessionId);
    /** The client's notifications/initialized was delivered: from now on it may be spoken to. */
    void setInitialized(const RpcLine &notification);
    void note(const RpcLine &request) { m_memory.note(request); }
    [[nodiscard]] bool hasSession() const { return m_memory.hasBegun(); }

    /** Ends the session with Fairlead. */
    [[nodiscard]] QCoro::Task<void> end();

private:
    [[nodiscard]] bool isReady(Need need) const;
    [[nodiscard]] QCoro::Task<Result<>> connectNow(Need need);
    [[nodiscard]] QCoro::Task<Result<>> beginAgain();
    [[nodiscard]] QCoro::Task<Incoming> exchange(QByteArray message, McpLink::As as);
    [[nodiscard]] Result<> takeInitialized(const Incoming &answer, const QByteArray &sessionId);
    /** The session is over, and with it the questions that were asked in it. */
    void leaveSession(const QString &why);
    void startListening();
    [[nodiscard]] QCoro::Task<void> listen(int life);
    /** What is lost when listening ended so. */
    [[nodiscard]] std::optional<Loss> lossBy(const Incoming &last) const;
    [[nodiscard]] QCoro::Task<Incoming> hear(int life);
    [[nodiscard]] QCoro::Task<void> restore(int life, Loss loss);

    InstanceLocator &m_locator;
    McpLink &m_link;
    ClientPort &m_client;
    SessionMemory m_memory;
    QPointer<AnswerStream> m_listening;
    QByteArray m_lastHeard; ///< the id of the last event that came by itself
    bool m_hasHeard = false; ///< since the connection for it was opened
    std::chrono::milliseconds m_retryTime{0}; ///< that Fairlead wants between two connections
    QByteArray m_newSessionId;
    int m_life = 1;
    bool m_isConnecting = false;
    Error m_problem{.code = ErrorCode::Timeout,
                    .message = QStringLiteral(
                        "Fairlead does not answer.")}; ///< why the last try to connect failed
    Gate m_connected{Gate::State::Closed};
};

} // namespace fairlead::ctl
