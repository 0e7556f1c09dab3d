// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notiondirectory.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using connections::Connection;

constexpr qint64 lifetimeMs = 5 * 60 * 1000;
constexpr qint64 presentMs = 2000;
constexpr qsizetype mostKept = 500; // schemas: a bound for a service that runs for months
constexpr qsizetype mostPlaces = 5000;
constexpr int peopleAtOnce = 100;
constexpr int mostPages = 20; // a bound for a server that never ends

QString keyOf(const QString &owner, const QString &id)
{
    return owner + u'/' + id;
}

} // namespace

NotionDirectory::NotionDirectory(const Clock &clock)
    : m_clock(clock)
{}

template<typename T>
const T *NotionDirectory::fresh(const QHash<QString, Kept<T>> &all, const QString &key) const
{
    const auto kept = all.constFind(key);
    const bool isFresh = kept != all.cend() && m_clock.monotonicMs() - kept->atMs < lifetimeMs;
    return isFresh ? &kept->value : nullptr;
}

QCoro::Task<Result<DataSource>> NotionDirectory::dataSource(NotionSessions::Session session,
                                                            QString id)
{
    const QString key = keyOf(session.connection.id, id);
    if (const DataSource *kept = fresh(m_sources, key))
        co_return DataSource(*kept);
    const qint64 asked = m_clock.monotonicMs();
    auto source = co_await session.client->dataSource(id);
    if (!source)
        co_return source;
    if (m_sources.size() >= mostKept)
        m_sources.clear();
    m_sources.insert(key, {*source, asked});
    co_return source;
}

bool NotionDirectory::isOld(const Connection &connection, const QString &dataSourceId) const
{
    const auto kept = m_sources.constFind(keyOf(connection.id, dataSourceId));
    return kept != m_sources.cend() && m_clock.monotonicMs() - kept->atMs > presentMs;
}

void NotionDirectory::forget(const Connection &connection, const QString &dataSourceId)
{
    m_sources.remove(keyOf(connection.id, dataSourceId));
}

QCoro::Task<Result<QList<Person>>> NotionDirectory::people(NotionSessions::Session session)
{
    if (const auto *kept = fresh(m_people, session.connection.id))
        co_return QList<Person>(*kept);
    QList<Person> people;
    QString cursor;
    for (int page = 0; page < mostPages; ++page) {
        const auto found = co_await session.client->people(cursor, peopleAtOnce);
        if (!found)
            co_return failure(found.error());
        people += found->people;
        cursor = found->nextCursor;
        if (cursor.isEmpty())
            break;
    }
    m_people.insert(session.connection.id, {people, m_clock.monotonicMs()});
    co_return people;
}

QString NotionDirectory::connectionOf(const QString &userId, const QString &id) const
{
    const QString *kept = fresh(m_connections, keyOf(userId, id));
    return kept ? *kept : QString();
}

void NotionDirectory::noteConnection(const Connection &connection, const QString &id)
{
    if (m_connections.size() >= mostPlaces)
        m_connections.clear();
    m_connections.insert(keyOf(connection.userId, id), {connection.id, m_clock.monotonicMs()});
}

} // namespace fairlead::providers::notion
