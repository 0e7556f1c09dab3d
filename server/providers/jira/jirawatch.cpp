// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirawatch.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;

constexpr size_t mostIssues = 500; // of one connection
constexpr qsizetype issuesAtOnce = 100; // Jira's own limit

QCoro::Task<Result<ChangeWatch::Times>> changeTimes(const JiraSessions &sessions,
                                                    Connection connection,
                                                    QStringList keys)
{
    const auto session = sessions.open(connection, {}, {});
    ChangeWatch::Times all;
    for (qsizetype start = 0; start < keys.size(); start += issuesAtOnce) {
        auto times = co_await session.client->changeTimes(keys.mid(start, issuesAtOnce));
        times = sessions.noted(connection, std::move(times));
        if (!times)
            co_return failure(times.error());
        all.insert(*times);
    }
    co_return all;
}

} // namespace

JiraWatch::JiraWatch(const JiraSessions &sessions, std::chrono::milliseconds interval)
    : m_watch({.things = u"issues"_s,
               .most = mostIssues,
               .current = [&sessions](const Connection &each) { return sessions.current(each); },
               .ask =
                   [&sessions](Connection connection, QStringList keys) {
                       return changeTimes(sessions, std::move(connection), std::move(keys));
                   }},
              interval)
{}

Result<std::unique_ptr<tools::Following>> JiraWatch::follow(const QList<Connection> &connections,
                                                            const QString &key)
{
    return m_watch.follow(connections, key);
}

void JiraWatch::noteChange(const Connection &connection, const QString &key)
{
    m_watch.noteChange(connection, key);
}

} // namespace fairlead::providers::jira
