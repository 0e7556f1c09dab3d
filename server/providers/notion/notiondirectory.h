// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/providers/notion/notionsessions.h"

#include <QHash>

namespace fairlead::providers::notion {

/**
 * Keeps what is asked for again and again and seldom changes, for some minutes: the schemas of data
 * sources and the people of a workspace, per connection, and over which connection an id was found.
 * Outlives the event loop.
 */
class NotionDirectory final
{
public:
    explicit NotionDirectory(const Clock &clock);

    /** With its columns. What changes a schema must forget() it. */
    [[nodiscard]] QCoro::Task<Result<DataSource>> dataSource(NotionSessions::Session session,
                                                             QString id);
    /** Whether it is kept since before the present call: it may have changed since. */
    [[nodiscard]] bool isOld(const connections::Connection &connection,
                             const QString &dataSourceId) const;
    void forget(const connections::Connection &connection, const QString &dataSourceId);

    /** Everybody in the workspace, bots too, up to a bound. */
    [[nodiscard]] QCoro::Task<Result<QList<Person>>> people(NotionSessions::Session session);

    /** The connection over which this user last reached the id; empty: not known. */
    [[nodiscard]] QString connectionOf(const QString &userId, const QString &id) const;
    void noteConnection(const connections::Connection &connection, const QString &id);

private:
    template<typename T>
    struct Kept
    {
        T value;
        qint64 atMs = 0;
    };
    template<typename T>
    [[nodiscard]] const T *fresh(const QHash<QString, Kept<T>> &all, const QString &key) const;

    const Clock &m_clock;
    QHash<QString, Kept<DataSource>> m_sources; ///< by connection and id
    QHash<QString, Kept<QList<Person>>> m_people; ///< by connection
    QHash<QString, Kept<QString>> m_connections; ///< by user and id
};

} // namespace fairlead::providers::notion
