// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirawatch.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;
using tools::Following;

constexpr size_t mostIssues = 500; // of one connection
constexpr qsizetype issuesAtOnce = 100; // Jira's own limit

} // namespace

JiraWatch::JiraWatch(const JiraSessions &sessions,
                     std::chrono::milliseconds interval,
                     QObject *parent)
    : QObject(parent)
    , m_sessions(sessions)
    , m_interval(interval)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &JiraWatch::lookEverywhere);
}

Result<std::unique_ptr<Following>> JiraWatch::follow(const QList<Connection> &connections,
                                                     const QString &key)
{
    for (const Connection &connection : connections) {
        const auto watched = m_watched.find(connection.id);
        if (watched != m_watched.end() && watched->second.issues.size() >= mostIssues)
            return failure(
                ErrorCode::RateLimited,
                u"%1 issues of %2 are followed already."_s.arg(mostIssues).arg(connection.name));
    }
    auto following = std::make_unique<Following>();
    for (const Connection &connection : connections)
        add(connection, key, following.get());
    if (m_interval.count() > 0 && !m_timer.isActive())
        m_timer.start();
    return following;
}

void JiraWatch::add(const Connection &connection, const QString &key, Following *following)
{
    Watched &watched = m_watched[connection.id];
    watched.connection = connection;
    watched.issues[key].followers.append(following);
    connect(following,
            &QObject::destroyed,
            this,
            [this, id = connection.id, key](const QObject *gone) { forget(id, key, gone); });
    // From now on a change counts, so the state of now must be known.
    lookSoon(connection.id);
}

void JiraWatch::forget(const QString &connectionId, const QString &key, const QObject *following)
{
    const auto watched = m_watched.find(connectionId);
    if (watched == m_watched.end())
        return;
    const auto issue = watched->second.issues.find(key);
    if (issue == watched->second.issues.end())
        return;
    issue->second.followers.removeIf(
        [following](const Following *each) { return each == following; });
    if (issue->second.followers.isEmpty())
        watched->second.issues.erase(issue);
    if (watched->second.issues.empty())
        m_watched.erase(watched);
    if (m_watched.empty())
        m_timer.stop();
}

void JiraWatch::noteChange(const Connection &connection, const QString &key)
{
    for (auto &[id, watched] : m_watched) {
        const auto issue = watched.issues.find(key);
        if (issue == watched.issues.end() || watched.connection.site != connection.site)
            continue;
        // Another account's followers hear of it only if that account sees the change.
        issue->second.isChanged = issue->second.isChanged || id == connection.id;
        lookSoon(id);
    }
}

void JiraWatch::lookSoon(const QString &connectionId)
{
    Watched &watched = m_watched[connectionId];
    if (std::exchange(watched.isWanted, true) || watched.isLooking)
        return;
    QTimer::singleShot(0, this, [this, connectionId] { look(connectionId); });
}

void JiraWatch::lookEverywhere()
{
    QStringList ids;
    for (const auto &[id, watched] : m_watched)
        ids.append(id);
    for (const QString &id : ids)
        look(id);
}

void JiraWatch::look(const QString &connectionId)
{
    const auto found = m_watched.find(connectionId);
    if (found == m_watched.end() || found->second.isLooking)
        return;
    Watched &watched = found->second;
    const auto current = m_sessions.current(watched.connection);
    watched.isWanted = false;
    // A credential that is refused again and again gets the account locked.
    if (!current || current->state == connections::ConnectionState::NeedsSignIn)
        return;
    watched.connection = *current;
    watched.isLooking = true;
    QStringList keys;
    for (const auto &[key, issue] : watched.issues)
        keys.append(key);
    QCoro::connect(ask(*current, keys), this, [this, connectionId, keys](const auto &times) {
        compare(connectionId, keys, times);
    });
}

QCoro::Task<Result<QHash<QString, QString>>> JiraWatch::ask(Connection connection,
                                                            QStringList keys) const
{
    const JiraSessions &sessions = m_sessions;
    const auto session = sessions.open(connection, {}, {});
    QHash<QString, QString> all;
    for (qsizetype start = 0; start < keys.size(); start += issuesAtOnce) {
        auto times = co_await session.client->changeTimes(keys.mid(start, issuesAtOnce));
        times = sessions.noted(connection, std::move(times));
        if (!times)
            co_return failure(times.error());
        all.insert(*times);
    }
    co_return all;
}

void JiraWatch::compare(const QString &connectionId,
                        const QStringList &keys,
                        const Result<QHash<QString, QString>> &times)
{
    const auto found = m_watched.find(connectionId);
    if (found == m_watched.end())
        return;
    found->second.isLooking = false;
    QList<QPointer<Following>> told;
    for (const QString &key : keys) {
        const auto issue = found->second.issues.find(key);
        if (issue == found->second.issues.end() || !times)
            continue;
        Issue &known = issue->second;
        // A change of our own came while Jira was asked: the next look will have it.
        if (known.isChanged && found->second.isWanted)
            continue;
        const QString changed = times->value(key); // empty: moved, deleted or hidden
        if (known.isChanged || (known.changed && *known.changed != changed))
            std::ranges::copy(known.followers, std::back_inserter(told));
        known.changed = changed;
        known.isChanged = false;
    }
    if (found->second.isWanted)
        QTimer::singleShot(0, this, [this, connectionId] { look(connectionId); });
    for (const QPointer<Following> &following : told) {
        if (following)
            Q_EMIT following->updated();
    }
}

} // namespace fairlead::providers::jira
