// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"
#include "server/mcp/stateless/requestmeta.h"

namespace fairlead::mcp {

/**
 * The way back to the client of a request without a session. It cannot wait for the client: what it
 * has no answer to ends the call, the client is asked by the result, and sends the request again
 * with the answers, which this port then has at hand.
 */
class RoundTripPort final : public tools::ClientPort
{
public:
    /** `answers`: the results of the client by their keys, from this round and earlier ones. */
    RoundTripPort(RequestMeta meta, QJsonObject answers, std::function<void(QByteArray)> send);

    [[nodiscard]] bool can(tools::InputRequest::Kind kind) const override;
    [[nodiscard]] QCoro::Task<Result<tools::InputAnswers>> ask(
        QList<tools::InputRequest> requests) override;
    [[nodiscard]] bool hasAnswer(const QString &key) const override
    {
        return m_answers.contains(key);
    }
    [[nodiscard]] bool hasAnswerFrom(const QString &keyPrefix) const override;
    [[nodiscard]] bool asksByResult() const override { return true; }
    void log(tools::LogLevel level, const QString &logger, const QJsonValue &data) override;
    /** A stream of this revision cannot be resumed, so it stays open. */
    void pollLater() override {}

    /** What the client must be told instead of the call's own answer; nothing when it was asked
     * nothing that it had not answered. The state is not in it yet. */
    [[nodiscard]] std::optional<Reply> unanswered() const;
    /** The answers that were of use: what the next round must not ask again. */
    [[nodiscard]] const QJsonObject &used() const { return m_used; }

private:
    RequestMeta m_meta;
    QJsonObject m_answers;
    std::function<void(QByteArray)> m_send;
    QJsonObject m_used;
    QJsonObject m_open; ///< requests by key
    QJsonObject m_missing; ///< capabilities
};

} // namespace fairlead::mcp
