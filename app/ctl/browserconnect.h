// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/command.h"
#include "server/base/cancellation.h"

namespace fairlead::ctl {

/**
 * Connects a service by signing in in the browser: begins with the running instance, opens the
 * browser, and waits there until it is over. Being cancelled ends the sign-in too.
 */
class BrowserConnect final
{
public:
    struct Wish
    {
        QString service = {}; ///< "jira", "notion", "mcp"
        QString server = {}; ///< of "mcp": its address
        QString name = {}; ///< what the person calls it; may be empty
        QStringList sites = {}; ///< names or ids to take when there are several
        QString reconnect =
            {}; ///< name or id of the connection to be signed in again; may be empty
        QString organization = {}; ///< id of whose the connections will be; may be empty
        bool mayOpenBrowser = true;
    };

    BrowserConnect(Context context, Wish wish, CancellationToken cancellation);

    /** The command's exit code; everything has been said. */
    [[nodiscard]] QCoro::Task<int> run();

private:
    using Answer = Result<QJsonObject>;

    [[nodiscard]] QCoro::Task<Result<QString>> connectionId();
    [[nodiscard]] QCoro::Task<Answer> begin();
    [[nodiscard]] QCoro::Task<Answer> follow(QJsonObject signIn);
    [[nodiscard]] QCoro::Task<Answer> choose(QJsonObject signIn);
    [[nodiscard]] QCoro::Task<Result<QStringList>> askForSites(QJsonArray sites);
    [[nodiscard]] Result<> open(const QJsonObject &signIn);
    [[nodiscard]] int tell(const QJsonObject &signIn) const;

    Context m_context;
    Wish m_wish;
    CancellationToken m_cancellation;
};

} // namespace fairlead::ctl
