// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlitesession.h"

#include "server/base/filewrite.h"

#include <QFile>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace fairlead::store {

SqliteSession::SqliteSession(const QString &path)
    : m_connection(path, OpenMode::ReadWrite)
{}

Result<> SqliteSession::makeWritable()
{
    // A transaction that changes nothing shows whether the file can be written, before anything
    // does.
    const QStringList statements{u"BEGIN IMMEDIATE"_s, u"COMMIT"_s, u"PRAGMA journal_mode = WAL"_s};
    for (const QString &statement : statements) {
        if (const auto done = run(statement); !done)
            return done;
    }
    for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1})
        QFile::setPermissions(m_connection.path() + suffix, ownerOnly);
    return {};
}

Result<> SqliteSession::configure()
{
    if (auto opened = m_connection.state(); !opened)
        return opened;
    const QStringList statements{u"PRAGMA synchronous = FULL"_s,
                                 u"PRAGMA foreign_keys = ON"_s,
                                 u"PRAGMA secure_delete = ON"_s};
    for (const QString &statement : statements) {
        if (const auto done = run(statement); !done)
            return done;
    }
    return {};
}

Result<> SqliteSession::run(const QString &sql) const
{
    return m_connection.run(sql).map([](const QVariant &) {});
}

Result<> SqliteSession::read(const QString &sql, const QVariantList &values, const Reader &read)
{
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return failure(m_connection.explain(query.lastError()));
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return failure(m_connection.explain(query.lastError()));
    read(query);
    // Reading a damaged page fails here, not in exec().
    if (query.lastError().type() != QSqlError::NoError)
        return failure(m_connection.explain(query.lastError()));
    return {};
}

Result<qint64> SqliteSession::change(const QString &sql, const QVariantList &values)
{
    qint64 changed = 0;
    return read(sql, values, [&changed](QSqlQuery &query) { changed = query.numRowsAffected(); })
        .map([&changed] { return changed; });
}

Result<> SqliteSession::changeEach(const QString &sql, const QList<QVariantList> &rows)
{
    QSqlQuery query(m_connection.handle());
    if (!query.prepare(sql))
        return failure(m_connection.explain(query.lastError()));
    for (qsizetype column = 0; column < rows.first().size(); ++column) {
        QVariantList values;
        for (const QVariantList &row : rows)
            values.append(row.at(column));
        query.addBindValue(values);
    }
    if (!query.execBatch())
        return failure(m_connection.explain(query.lastError()));
    return {};
}

Result<> SqliteSession::setDurability(Durability durability)
{
    if (durability == m_durability)
        return {};
    auto set = run(durability == Durability::Full ? u"PRAGMA synchronous = FULL"_s
                                                  : u"PRAGMA synchronous = NORMAL"_s);
    if (set)
        m_durability = durability;
    return set;
}

Result<> SqliteSession::begin(Durability durability)
{
    auto begun = setDurability(durability).and_then([this] { return run(u"BEGIN IMMEDIATE"_s); });
    if (!begun)
        static_cast<void>(setDurability(Durability::Full));
    return begun;
}

Result<> SqliteSession::commit()
{
    // Whatever comes next is worth its wait for the disk.
    return run(u"COMMIT"_s).and_then([this] { return setDurability(Durability::Full); });
}

void SqliteSession::rollback()
{
    // SQLite has already rolled back by itself after a full disk; a second time is refused and
    // harmless.
    static_cast<void>(run(u"ROLLBACK"_s));
    static_cast<void>(setDurability(Durability::Full));
}

Result<> SqliteSession::truncateLog()
{
    return run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
}

} // namespace fairlead::store
