// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activityentry.h"
#include "server/base/result.h"

#include <QVariantList>

#include <optional>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::audit {

/** The hash of an entry that follows the one with that hash. Fields that are empty leave no trace
 * in it, so that a column added later changes no old hash. */
[[nodiscard]] QByteArray chainHash(const QByteArray &previous, const ActivityEntry &entry);

/** Where a user's chain begins and ends. */
struct ChainEnds
{
    qint64 firstSequence = 1; ///< of the first row that is still there
    QByteArray firstPreviousHash; ///< of the one before it; empty: there was none
    qint64 lastSequence = 0;
    QByteArray lastHash;
};

/** Those of a user who has no log yet are as above. */
[[nodiscard]] Result<ChainEnds> readEnds(const store::Database &database, const QString &userId);
[[nodiscard]] Result<> writeEnds(store::Database &database,
                                 const QString &userId,
                                 const ChainEnds &ends);

/** What looking at every row of a chain found. */
struct ChainReport
{
    qint64 rows = 0; ///< that are as they were written
    std::optional<qint64> brokenSequence; ///< the first one that is not
    QString fault; ///< what is wrong with it, as a sentence; empty: nothing
};

/** Looks at one user's chain, some rows at a time, so that nothing else has to wait for it. */
class ChainCheck final
{
public:
    ChainCheck(const store::Database &database, QString userId);

    /** Looks at the next rows; false when there is nothing more to see. */
    [[nodiscard]] Result<bool> next();
    [[nodiscard]] const ChainReport &report() const { return m_report; }

private:
    [[nodiscard]] bool look(const store::Row &row, const ChainEnds &ends);
    void breakAt(qint64 sequence, const QString &fault);

    const store::Database &m_database;
    QString m_userId;
    qint64 m_sequence = 0; ///< of the next row
    QByteArray m_previous;
    ChainReport m_report;
};

} // namespace fairlead::audit
