// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QDateTime>
#include <QList>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::gateway {

/** What an UpstreamPace hands on to the next life of the program. */
struct PaceRecord
{
    /** Requests of a while, as if all of them had gone out at its end. */
    struct Span
    {
        QDateTime until;
        int requests = 0;

        bool operator==(const Span &) const = default;
    };
    QList<Span> spans{}; ///< oldest first
    QDateTime heldUntil{}; ///< invalid: the upstream has not asked for a pause

    bool operator==(const PaceRecord &) const = default;
};

/** The table `upstream_paces`. Rows go with their connection. The database outlives it. */
class PaceStore final
{
public:
    explicit PaceStore(store::Database &database)
        : m_database(database)
    {}

    [[nodiscard]] Result<> keep(const QString &connectionId, const PaceRecord &record);
    /** An empty one where nothing is kept. */
    [[nodiscard]] Result<PaceRecord> find(const QString &connectionId) const;

private:
    store::Database &m_database;
};

} // namespace fairlead::gateway
