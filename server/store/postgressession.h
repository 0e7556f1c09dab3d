// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/store/answerwatch.h"
#include "server/store/databaseaddress.h"
#include "server/store/sqlsession.h"

#include <QDeadlineTimer>
#include <QSqlDatabase>

#include <memory>
#include <optional>
#include <unordered_map>

class QSqlError;

namespace fairlead::store {

/**
 * A connection to a PostgreSQL server that is made again by itself: by the next call after it was
 * lost, at once and then after a while. What was lost with it is told as what it is: a
 * transaction is not applied, and of a commit without an answer it is said that nobody knows. Reads
 * outside of transactions, and beginnings, are asked a second time without a word.
 */
class PostgresSession final : public SqlSession
{
public:
    PostgresSession(DatabaseAddress address, Changes changes);
    ~PostgresSession() override;

    /** Makes the first connection. Internal, naming the package, where Qt's driver is missing. */
    [[nodiscard]] Result<> open();
    /** Names this program among those that have the database: the setting fairlead.instance. */
    [[nodiscard]] static QString instance();
    /** For work that may take minutes; until the next connection. */
    [[nodiscard]] Result<> beginLongWork();
    [[nodiscard]] Result<> endLongWork();
    /** Qt's driver of this connection, for its notifications; null while there is none. */
    [[nodiscard]] QSqlDriver *driver() const;

    /** Has the driver tell what is notified on this channel. */
    [[nodiscard]] bool listen(const QString &channel);

    /** Begins, works and commits; in a transaction only works. */
    [[nodiscard]] Result<> inTransaction(const std::function<Result<>()> &work);
    /** Runs a statement that is run once, without preparing it. */
    [[nodiscard]] Result<> run(const QString &sql) { return sendAll({sql}); }
    /** The first column of the first row of what is read. */
    [[nodiscard]] Result<QVariant> value(const QString &sql, const QVariantList &values = {});

    [[nodiscard]] Result<> read(const QString &sql,
                                const QVariantList &values,
                                const Reader &read) override;
    [[nodiscard]] Result<qint64> change(const QString &sql, const QVariantList &values) override;
    [[nodiscard]] Result<> changeEach(const QString &sql, const QList<QVariantList> &rows) override;
    [[nodiscard]] Result<> begin(Durability durability) override;
    [[nodiscard]] Result<> commit() override;
    void rollback() override;
    [[nodiscard]] Result<> notify(const QString &channel, const QString &payload) override;
    [[nodiscard]] Result<bool> tryLock(const QString &name) override;
    [[nodiscard]] Result<> unlock(const QString &name) override;
    void whenConnectedAgain(const std::function<void()> &work) override { m_connectedAgain = work; }
    void tryNow() override { m_nextTry.setRemainingTime(0); }

private:
    [[nodiscard]] Result<> ready();
    [[nodiscard]] Result<> connect();
    void drop();
    [[nodiscard]] Result<> attempt(const QString &sql,
                                   const QVariantList &values,
                                   const Reader &read);
    [[nodiscard]] Result<QSqlQuery *> prepared(const QString &sql);
    [[nodiscard]] Result<> sendAll(const QStringList &statements);
    [[nodiscard]] Result<> failed(const QSqlError &error);
    [[nodiscard]] QSqlDatabase handle() const;
    [[nodiscard]] int socket() const;

    DatabaseAddress m_address;
    Changes m_changes;
    AnswerWatch m_watch;
    std::chrono::milliseconds m_longest;
    QString m_name; ///< Qt's, of the connection; empty while there is none
    int m_socket = -1;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_prepared;
    bool m_inTransaction = false;
    std::optional<Error> m_failure; ///< of a statement in the transaction, which ends it
    QDeadlineTimer m_nextTry{0}; ///< not before
    std::chrono::milliseconds m_pause{0};
    Error m_problem; ///< why there is none
    std::function<void()> m_connectedAgain;
};

} // namespace fairlead::store
