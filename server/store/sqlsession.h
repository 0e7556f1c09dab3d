// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/store/durability.h"

#include <QVariantList>

#include <functional>
#include <optional>

class QSqlQuery;

namespace fairlead::store {

/**
 * One connection of a Database to where it is kept: what differs between SQLite and PostgreSQL, and
 * nothing else. Used from the thread that opened it. Its errors are sentences for a person.
 */
class SqlSession
{
public:
    using Reader = std::function<void(QSqlQuery &)>;

    SqlSession() = default;
    virtual ~SqlSession() = default;
    Q_DISABLE_COPY_MOVE(SqlSession)

    /** Runs a statement that changes nothing; `read` gets its answer and may step through it. */
    [[nodiscard]] virtual Result<> read(const QString &sql,
                                        const QVariantList &values,
                                        const Reader &read) = 0;
    /** Runs a statement that changes something; how many rows. Conflict for a violated constraint.
     */
    [[nodiscard]] virtual Result<qint64> change(const QString &sql, const QVariantList &values) = 0;
    /** The same statement for each of these. */
    [[nodiscard]] virtual Result<> changeEach(const QString &sql,
                                              const QList<QVariantList> &rows) = 0;

    /** From here on no other transaction of this kind changes anything, of whichever program. Ends
     * with commit() or rollback(), also after a commit() that failed. */
    [[nodiscard]] virtual Result<> begin(Durability durability) = 0;
    [[nodiscard]] virtual Result<> commit() = 0;
    virtual void rollback() = 0;

    /** See Database. */
    [[nodiscard]] virtual Result<> truncateLog() { return {}; }
    [[nodiscard]] virtual Result<> notify(const QString &, const QString &) { return {}; }
    [[nodiscard]] virtual Result<bool> tryLock(const QString &) { return true; }
    [[nodiscard]] virtual Result<> unlock(const QString &) { return {}; }
    virtual void whenConnectedAgain(const std::function<void()> &) {}
    virtual void tryNow() {}
};

} // namespace fairlead::store
