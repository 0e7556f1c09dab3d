// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/browsersignin.h"
#include "server/tools/toolinvoker.h"

#include <QDeadlineTimer>
#include <QHash>

namespace fairlead::providers {

/**
 * When a call fails because a browser sign-in is over, and the client can open pages for its
 * person, asks the person to sign in again and then makes the call anew. Whoever does not want to,
 * or takes more than two minutes, gets the failure that says what to do. Everything that is passed
 * by reference outlives the event loop.
 */
class SignInAsking final : public tools::ToolInvoker
{
public:
    SignInAsking(tools::ToolInvoker &next,
                 const connections::Connections &connections,
                 BrowserSignIn &signIns);

    [[nodiscard]] QList<tools::ToolDefinition> list(const tools::Caller &caller) const override;
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> invoke(tools::ToolCall call) override;

private:
    [[nodiscard]] std::optional<connections::Connection> endedConnection(
        const tools::Caller &caller, const tools::ToolResult &result) const;
    /** True when the person is signed in again; an Error is that of ClientPort::ask(). */
    [[nodiscard]] QCoro::Task<Result<bool>> signInAgain(connections::Connection connection,
                                                        tools::ToolCall call);
    [[nodiscard]] QCoro::Task<Result<bool>> askFor(connections::Connection connection,
                                                   SignIn signIn,
                                                   tools::ToolCall call);
    [[nodiscard]] QCoro::Task<bool> isConnectedInTime(QString userId,
                                                      QString signInId,
                                                      CancellationToken cancellation);

    tools::ToolInvoker &m_next;
    const connections::Connections &m_connections;
    BrowserSignIn &m_signIns;
    QHash<QString, QDeadlineTimer> m_asked; ///< sign-ins that a client's person is being asked for
};

} // namespace fairlead::providers
