// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/changewatch.h"
#include "server/providers/jira/jirasessions.h"

namespace fairlead::providers::jira {

/** Notices changes to the issues that somebody follows (ChangeWatch), 100 in one request. */
class JiraWatch final
{
public:
    /** An interval of 0: changes made elsewhere are not noticed. */
    JiraWatch(const JiraSessions &sessions, std::chrono::milliseconds interval);

    /** `connections` are those of one site, one at least. RateLimited when too much is followed. */
    [[nodiscard]] Result<std::unique_ptr<tools::Following>> follow(
        const QList<connections::Connection> &connections, const QString &key);

    /** One of our own tools has changed this issue. */
    void noteChange(const connections::Connection &connection, const QString &key);

private:
    ChangeWatch m_watch;
};

} // namespace fairlead::providers::jira
