// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/browsersignin.h"
#include "server/tools/toolinvoker.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>

namespace fairlead::providers {

/**
 * When a call fails because a browser sign-in is over, and the client can open pages for its
 * person, asks the person to sign in again and then makes the call anew. Whoever does not want to,
 * or takes more than two minutes, gets the failure that says what to do; so do, at once, all other
 * calls that wait for the same sign-in. Everything that is passed by reference outlives the event
 * loop.
 */
class SignInAsking final : public QObject, public tools::ToolInvoker
{
    Q_OBJECT

public:
    SignInAsking(tools::ToolInvoker &next,
                 const connections::Connections &connections,
                 BrowserSignIn &signIns);

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override;

Q_SIGNALS:
    /** Nobody is being asked for this sign-in any more, and it was not made. `isGivenUp`: because
     * the person did not want to; else the next one may ask. */
    void askingOver(const QString &signInId, bool isGivenUp);

private:
    enum class Outcome {
        Connected,
        GivenUp, ///< the person does not want to, or does not come
        Left, ///< whoever was asked is gone without an answer
    };

    [[nodiscard]] std::optional<connections::Connection> endedConnection(
        const tools::Caller &caller, const tools::ToolResult &result) const;
    /** True when the person is signed in again; an Error is that of ClientPort::ask(). */
    [[nodiscard]] QCoro::Task<Result<bool>> signInAgain(connections::Connection connection,
                                                        tools::ToolCall call);
    [[nodiscard]] QCoro::Task<Result<bool>> askAndTell(connections::Connection connection,
                                                       SignIn signIn,
                                                       tools::ToolCall call);
    [[nodiscard]] QCoro::Task<Result<Outcome>> askFor(connections::Connection connection,
                                                      SignIn signIn,
                                                      tools::ToolCall call);
    /** How a sign-in ends that somebody has been asked for. */
    [[nodiscard]] QCoro::Task<Outcome> endOf(QString userId,
                                             QString signInId,
                                             CancellationToken cancellation);

    tools::ToolInvoker &m_next;
    const connections::Connections &m_connections;
    BrowserSignIn &m_signIns;
    QHash<QString, QDeadlineTimer> m_asked; ///< sign-ins that a client's person is being asked for
};

} // namespace fairlead::providers
