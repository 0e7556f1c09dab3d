// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/tools/following.h"

#include <QHash>
#include <QTimer>

#include <chrono>
#include <map>

namespace fairlead::providers::jira {

/**
 * Notices changes to the issues that somebody follows, and to no others. It looks when each issue
 * changed last, one request per connection and interval, with the credential of the follower's own
 * connection, so that nobody hears of what that account may not see. A change by one of Fairlead's
 * tools only makes it look at once. As long as nobody follows anything, Jira is not asked.
 */
class JiraWatch final : public QObject
{
    Q_OBJECT

public:
    /** An interval of 0: changes made elsewhere are not noticed. */
    JiraWatch(const JiraSessions &sessions,
              std::chrono::milliseconds interval,
              QObject *parent = nullptr);

    /** `connections` are those of one site, one at least. RateLimited when too much is followed. */
    [[nodiscard]] Result<std::unique_ptr<tools::Following>> follow(
        const QList<connections::Connection> &connections, const QString &key);

    /** One of our own tools has changed this issue. */
    void noteChange(const connections::Connection &connection, const QString &key);

private:
    struct Issue
    {
        std::optional<QString> changed; ///< as last seen; nothing: not looked at yet
        bool isChanged = false; ///< known without looking: its followers are told in any case
        QList<tools::Following *> followers;
    };
    struct Watched
    {
        connections::Connection connection;
        std::map<QString, Issue> issues; ///< by key
        bool isLooking = false;
        bool isWanted = false; ///< look again as soon as the present look is over
    };

    void add(const connections::Connection &connection,
             const QString &key,
             tools::Following *following);
    void forget(const QString &connectionId, const QString &key, const QObject *following);
    void lookSoon(const QString &connectionId);
    void lookEverywhere();
    void look(const QString &connectionId);
    [[nodiscard]] QCoro::Task<Result<QHash<QString, QString>>> ask(
        connections::Connection connection, QStringList keys) const;
    void compare(const QString &connectionId,
                 const QStringList &keys,
                 const Result<QHash<QString, QString>> &times);

    const JiraSessions &m_sessions;
    std::map<QString, Watched> m_watched; ///< by connection
    QTimer m_timer;
    std::chrono::milliseconds m_interval;
};

} // namespace fairlead::providers::jira
