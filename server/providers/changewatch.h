// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/connections/connection.h"
#include "server/tools/following.h"

#include <QCoroTask>
#include <QHash>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace fairlead::providers {

/**
 * Notices changes to the things that somebody follows (issues, pages), and to no others. It looks
 * when each changed last, once per connection and interval, with the credential of the follower's
 * own connection, so that nobody hears of what that account may not see. A change by one of
 * Fairlead's tools only makes it look at once. As long as nobody follows anything, the service is
 * not asked.
 */
class ChangeWatch final : public QObject
{
    Q_OBJECT

public:
    /** When each changed last, by key; what the connection may not see is left out. */
    using Times = QHash<QString, QString>;

    struct Service
    {
        QString things; ///< for sentences: "issues"
        size_t most = 500; ///< followed over one connection
        std::function<Result<connections::Connection>(const connections::Connection &)> current;
        std::function<QCoro::Task<Result<Times>>(connections::Connection, QStringList)> ask;
    };

    /** An interval of 0: changes made elsewhere are not noticed. */
    ChangeWatch(Service service, std::chrono::milliseconds interval, QObject *parent = nullptr);

    /** `connections` are those of one site, one at least. RateLimited when too much is followed. */
    [[nodiscard]] Result<std::unique_ptr<tools::Following>> follow(
        const QList<connections::Connection> &connections, const QString &key);

    /** One of our own tools has changed this. */
    void noteChange(const connections::Connection &connection, const QString &key);

private:
    struct Thing
    {
        std::optional<QString> changed; ///< as last seen; nothing: not looked at yet
        bool isChanged = false; ///< known without looking: its followers are told in any case
        QList<tools::Following *> followers;
    };
    struct Watched
    {
        connections::Connection connection;
        std::map<QString, Thing> things; ///< by key
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
    void compare(const QString &connectionId, const QStringList &keys, const Result<Times> &times);

    Service m_service;
    std::map<QString, Watched> m_watched; ///< by connection
    QTimer m_timer;
    std::chrono::milliseconds m_interval;
};

} // namespace fairlead::providers
