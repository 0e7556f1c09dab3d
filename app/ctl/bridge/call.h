// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/requestheaders.h"
#include "app/ctl/bridge/upstream.h"

#include <QSet>

namespace fairlead::ctl {

/**
 * One request of the client's (or a batch of them) on its way to Fairlead and back: passes on what
 * comes, sends it again where that is safe, and answers it with an error where it cannot be
 * answered otherwise.
 */
class Call final : public QObject
{
    Q_OBJECT

public:
    /** What all calls work with. Outlives them. */
    struct Around
    {
        Upstream &upstream;
        McpLink &link;
        ClientPort &client;
        RequestHeaders &headers;
    };

    Call(Around around, RpcLine line);
    ~Call() override;

    [[nodiscard]] const RpcLine &line() const { return m_line; }
    /** Whether it is this one request, by its comparable id, and not answered yet. */
    [[nodiscard]] bool isFor(const QByteArray &id) const;
    /** A subscription of 2026-07-28, which lasts until it is cancelled. */
    [[nodiscard]] bool isListening() const;

    /** Until every request in it is answered, or cancelled. */
    [[nodiscard]] QCoro::Task<void> run();

    /** The client wants no answer any more. Of a request without a session Fairlead learns it by
     * our hanging up; within a session after the client's own notification, see hangUp(). */
    void cancel();
    void hangUp();
    /** Answers it with an error, whatever Fairlead makes of it. */
    void giveUp(const QString &message);

private:
    enum class Next { Done, Again };

    [[nodiscard]] QCoro::Task<Next> attempt();
    [[nodiscard]] QCoro::Task<Next> relay();
    [[nodiscard]] QCoro::Task<Next> conclude(Incoming last, int life);
    [[nodiscard]] bool take(const QByteArray &message);
    void takeAnswer(const QByteArray &message);
    [[nodiscard]] bool isRepeatedGreeting(const QByteArray &message);
    [[nodiscard]] bool lacksHeaders(const Incoming &incoming) const;
    [[nodiscard]] QCoro::Task<void> learnHeaders();
    [[nodiscard]] bool isInitialize() const;
    [[nodiscard]] QByteArrayList changesOf(const QJsonObject &greeting) const;
    void refuse(const QString &message);

    Around m_around;
    RpcLine m_line;
    std::unique_ptr<AnswerStream> m_answers;
    QSet<QByteArray> m_open; ///< what is still to be answered, comparable
    int m_attempts = 0;
    int m_life = 0; ///< in which it was sent last
    bool m_isCancelled = false;
    bool m_wasGreeted = false; ///< of a subscription: the client has its acknowledgement
    bool m_hasLearnt = false;
};

} // namespace fairlead::ctl
