// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreamclient.h"
#include "server/tools/tool.h"

namespace fairlead::gateway {

/**
 * One call to an upstream, and the way from the upstream back to the client that made it. A client
 * that is asked by the result of its call makes the call again, with the answers: then the call to
 * the upstream, which has waited meanwhile, goes on where it was, so that nothing is done twice.
 * To be held by shared pointers, which release it later.
 */
class AskedCall final : public QObject, public tools::ClientPort
{
    Q_OBJECT

public:
    [[nodiscard]] static std::shared_ptr<AskedCall> create(const tools::ToolCall &call);

    /** Sends it; to be called once. What is asked, who waits and who cancels is for this to say. */
    void start(UpstreamClient &client, UpstreamRequest request);
    /** The answer, or Cancelled when the client is asked first: then isHeld(). */
    [[nodiscard]] QCoro::Task<Result<UpstreamReply>> step();

    [[nodiscard]] bool isHeld() const { return m_isHeld; }
    /** Whether this is the call again, with an answer to what was asked. */
    [[nodiscard]] bool isContinuedBy(const tools::ToolCall &call) const;
    /** Whether it is the call again of one that an upstream had asked in. */
    [[nodiscard]] static bool continuesAny(const tools::ToolCall &call);
    void goOn(const tools::ToolCall &call);
    void cancel() { m_cancellation.cancel(); }

    /** What the upstream asked in vain, because this client cannot be asked; mostly empty. */
    [[nodiscard]] const QString &askedInVain() const { return m_askedInVain; }

    [[nodiscard]] bool can(tools::InputRequest::Kind kind) const override;
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override;
    void log(tools::LogLevel, const QString &, const QJsonValue &) override {}
    void pollLater() override {}

Q_SIGNALS:
    /** It has been answered, or its client is asked. */
    void stepped();

private:
    explicit AskedCall(const tools::ToolCall &call);

    void takeRound(const tools::ToolCall &call);
    void hold(const QStringList &keys);
    [[nodiscard]] QCoro::Task<Result<>> nextRound();

    QString m_mark; ///< before the keys of this call's questions
    tools::ToolCall m_call; ///< of the round that is under way, or was last
    int m_round = 0;
    int m_questions = 0;
    CancellationSource m_cancellation;
    QList<QPointer<net::Wait>> m_waiting; ///< for the next round
    QStringList m_open; ///< keys that the client has been asked for
    QString m_askedInVain;
    std::optional<Result<UpstreamReply>> m_answer;
    bool m_isHeld = false;
};

} // namespace fairlead::gateway
