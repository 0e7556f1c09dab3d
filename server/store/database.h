// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/store/databaseaddress.h"
#include "server/store/durability.h"
#include "server/store/migrations.h"

#include <QVariant>

#include <functional>
#include <memory>

namespace fairlead::store {

class SqlSession;

/** One row of an answer; columns by name. */
class Row
{
public:
    Row() = default;
    explicit Row(QVariantMap columns);

    /** The column's value; a null QVariant for SQL NULL. Asking for a column that was not selected
       is a programming error (asserted). */
    [[nodiscard]] QVariant value(const QString &column) const;
    [[nodiscard]] QString text(const QString &column) const { return value(column).toString(); }
    [[nodiscard]] qint64 number(const QString &column) const { return value(column).toLongLong(); }

private:
    QVariantMap m_columns;
};

/**
 * The database: one connection, used from the thread that opened it. Statements are prepared,
 * values always bound. No other folder includes QtSql.
 *
 * In a file it is SQLite, in WAL mode with foreign keys and secure_delete on and synchronous=FULL.
 * At a server it is PostgreSQL, and every call waits for its answer in the thread that makes it:
 * what the product asks for is found by an index and takes less than a millisecond on a network
 * nearby. Five seconds is the longest that a statement may take and two that a connection may take
 * to be made; while the server is away, calls fail at once with Storage and what happened, and the
 * connection is made again by itself.
 *
 * Either way the changes of one transaction never overlap those of another, of whichever instance
 * of the program. SQLite locks the file for it; PostgreSQL runs at READ COMMITTED behind one
 * advisory lock, so that each statement sees all that was committed before its transaction began.
 * Its SERIALIZABLE would promise the same and make every caller begin again at random, though
 * work() is not made to be run twice; relying on constraints alone would make numbering the
 * activity log's chains a matter of luck. The log has a lock of its own: its long transactions hold
 * up nobody.
 */
class Database
{
public:
    /**
     * Opens this file (DATA_DIR/fairlead.db), creates it owner-only, and applies the migrations
     * that it lacks, after making the copy fairlead.db.before-vN beside it. Storage errors, each
     * with what to do, when it is corrupt, newer than this program, not ours (application_id),
     * read-only or on a full disk; the file is then left untouched.
     */
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path);
    /** The same with other migrations than the ones compiled in. */
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path,
                                                                const QList<Migration> &migrations);
    /** A file as above, or a server's database: there the migrations run under a lock, so that of
     * several programs that start one brings it up to date. A newer one and somebody else's are
     * left untouched. */
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseAddress &address);
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const DatabaseAddress &address,
                                                                const QList<Migration> &migrations);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] const DatabaseAddress &address() const { return m_address; }
    /** One more connection to a database that this program has open, for the calling thread. */
    [[nodiscard]] static Result<std::unique_ptr<Database>> openAgain(const DatabaseAddress &address,
                                                                     Changes changes);
    /** Whether it answers, with what is wrong otherwise. */
    [[nodiscard]] Result<> check() const;

    /** Runs a statement that returns no rows; the number of rows it changed. Conflict for a
     * violated constraint. */
    [[nodiscard]] Result<qint64> execute(const QString &sql, const QVariantList &values = {});
    /** The same statement for each of these lists of values in turn; prepared once, which costs
     * more than running it. */
    [[nodiscard]] Result<> executeEach(const QString &sql, const QList<QVariantList> &rows);
    [[nodiscard]] Result<QList<Row>> select(const QString &sql,
                                            const QVariantList &values = {}) const;

    /** Runs `work` in one transaction: committed when it returns a value, rolled back when it
     * returns an error. Not nested. */
    [[nodiscard]] Result<> transaction(const std::function<Result<>()> &work,
                                       Durability durability = Durability::Full);

    [[nodiscard]] bool isInTransaction() const { return m_inTransaction; }

    /** Empties the write-ahead log into the database, so that deleted rows leave no trace in it. */
    [[nodiscard]] Result<> truncateLog();

    /** Tells every Notifications that listens to this channel, on each program that has this
     * database open; within a transaction once it is committed. Of a file this program alone is
     * told nothing. At most 7,900 bytes. */
    [[nodiscard]] Result<> notify(const QString &channel, const QString &payload);

    /** Takes a lock of this name among all programs with this database; false when another one has
     * it. Kept until unlock() or until the connection is lost, so what it guards must survive two
     * holders; those within one program do not exclude each other. Always true for a file. */
    [[nodiscard]] Result<bool> tryLock(const QString &name);
    /** Where it cannot be given back, the connection ends, and with it this lock and all others. */
    [[nodiscard]] Result<> unlock(const QString &name);
    /** What is done before anything else on each further connection: taking locks again that are to
     * be had for good. Of a file there is one. */
    void whenConnectedAgain(const std::function<void()> &work);
    /** A server that is away is left in peace for a while; it is known to be back: not any longer.
     */
    void tryNow();

private:
    Database(DatabaseAddress address, std::unique_ptr<SqlSession> session);

    DatabaseAddress m_address;
    std::unique_ptr<SqlSession> m_session;
    bool m_inTransaction = false;
};

} // namespace fairlead::store
