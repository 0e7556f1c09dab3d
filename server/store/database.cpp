// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include "server/base/filewrite.h"
#include "server/store/databasefile.h"
#include "server/store/sqlite.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

void bind(QSqlQuery &query, const QVariantList &values)
{
    for (const QVariant &value : values)
        query.addBindValue(value);
}

} // namespace

Row::Row(QVariantMap columns)
    : m_columns(std::move(columns))
{}

QVariant Row::value(const QString &column) const
{
    const auto found = m_columns.constFind(column);
    Q_ASSERT_X(found != m_columns.cend(), "Row::value", "this column was not selected");
    return found == m_columns.cend() ? QVariant() : *found;
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    return builtInMigrations().and_then(
        [&path](const QList<Migration> &migrations) { return open(path, migrations); });
}

Result<std::unique_ptr<Database>> Database::open(const QString &path,
                                                 const QList<Migration> &migrations)
{
    const DatabaseFile file(path, migrations);
    const auto version = file.ensureExists().and_then([&file] { return file.examine(); });
    if (!version)
        return failure(version.error());

    std::unique_ptr<Database> database(
        new Database(std::make_unique<SqliteConnection>(path, OpenMode::ReadWrite)));
    const auto ready =
        database->m_connection->state()
            .and_then([&] { return database->makeWritable(); })
            .and_then([&] { return database->configure(); })
            .and_then([&] { return file.migrate(*database->m_connection, *version); });
    if (!ready)
        return failure(ready.error());
    return database;
}

Database::Database(std::unique_ptr<SqliteConnection> connection)
    : m_connection(std::move(connection))
{}

Database::~Database() = default;

QString Database::path() const
{
    return m_connection->path();
}

Result<std::unique_ptr<Database>> Database::openAgain(const QString &path)
{
    std::unique_ptr<Database> database(
        new Database(std::make_unique<SqliteConnection>(path, OpenMode::ReadWrite)));
    const auto ready =
        database->m_connection->state().and_then([&] { return database->configure(); });
    if (!ready)
        return failure(ready.error());
    return database;
}

Result<> Database::makeWritable()
{
    // A transaction that changes nothing shows whether the file can be written, before anything
    // does.
    const QStringList statements{u"BEGIN IMMEDIATE"_s, u"COMMIT"_s, u"PRAGMA journal_mode = WAL"_s};
    for (const QString &statement : statements) {
        if (const auto done = m_connection->run(statement); !done)
            return failure(done.error());
    }
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::setPermissions(m_connection->path() + suffix, ownerOnly);
    return {};
}

Result<> Database::configure()
{
    const QStringList statements{u"PRAGMA synchronous = FULL"_s,
                                 u"PRAGMA foreign_keys = ON"_s,
                                 u"PRAGMA secure_delete = ON"_s};
    for (const QString &statement : statements) {
        if (const auto done = m_connection->run(statement); !done)
            return failure(done.error());
    }
    return {};
}

Result<qint64> Database::execute(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_connection->handle());
    if (!query.prepare(sql))
        return failure(m_connection->explain(query.lastError()));
    bind(query, values);
    if (!query.exec())
        return failure(m_connection->explain(query.lastError()));
    return query.numRowsAffected();
}

Result<> Database::executeEach(const QString &sql, const QList<QVariantList> &rows)
{
    if (rows.isEmpty())
        return {};
    QSqlQuery query(m_connection->handle());
    if (!query.prepare(sql))
        return failure(m_connection->explain(query.lastError()));
    for (qsizetype column = 0; column < rows.first().size(); ++column) {
        QVariantList values;
        for (const QVariantList &row : rows)
            values.append(row.at(column));
        query.addBindValue(values);
    }
    if (!query.execBatch())
        return failure(m_connection->explain(query.lastError()));
    return {};
}

Result<QList<Row>> Database::select(const QString &sql, const QVariantList &values) const
{
    QSqlQuery query(m_connection->handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(m_connection->explain(query.lastError()));
    bind(query, values);
    if (!query.exec())
        return failure(m_connection->explain(query.lastError()));
    QList<Row> rows;
    while (query.next()) {
        const QSqlRecord record = query.record();
        QVariantMap columns;
        for (int i = 0; i < record.count(); ++i)
            columns.insert(record.fieldName(i), query.value(i));
        rows.append(Row(std::move(columns)));
    }
    if (query.lastError().type() != QSqlError::NoError)
        return failure(m_connection->explain(query.lastError()));
    return rows;
}

Result<> Database::setDurability(Durability durability)
{
    const QString mode = durability == Durability::Full ? u"FULL"_s : u"NORMAL"_s;
    return m_connection->run(u"PRAGMA synchronous = "_s + mode).map([](const QVariant &) {});
}

Result<> Database::transaction(const std::function<Result<>()> &work, Durability durability)
{
    if (durability == Durability::Full)
        return transact(work);
    if (const auto relaxed = setDurability(durability); !relaxed)
        return relaxed;
    const Result<> outcome = transact(work);
    // Whatever comes next is worth its wait for the disk.
    const Result<> restored = setDurability(Durability::Full);
    return outcome ? restored : outcome;
}

Result<> Database::transact(const std::function<Result<>()> &work)
{
    Q_ASSERT_X(!m_inTransaction, "Database::transaction", "transactions do not nest");
    if (const auto begun = m_connection->run(u"BEGIN IMMEDIATE"_s); !begun)
        return failure(begun.error());
    m_inTransaction = true;
    Result<> outcome = work();
    if (outcome) {
        if (const auto committed = m_connection->run(u"COMMIT"_s); !committed)
            outcome = failure(committed.error());
    }
    // SQLite has already rolled back by itself after a full disk; a second time is refused and
    // harmless.
    if (!outcome)
        static_cast<void>(m_connection->run(u"ROLLBACK"_s));
    m_inTransaction = false;
    return outcome;
}

Result<> Database::truncateLog()
{
    return m_connection->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s).map([](const QVariant &) {});
}

} // namespace fairlead::store
