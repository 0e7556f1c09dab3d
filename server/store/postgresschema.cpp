// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/postgresschema.h"

#include "server/store/postgressession.h"

#include <QLoggingCategory>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

Q_LOGGING_CATEGORY(lcStore, "fairlead.server.store")

} // namespace

QString postgresStatement(const QString &statement)
{
    static const QRegularExpression bytes(u"\\bBLOB\\b"_s);
    static const QRegularExpression text(u"\\bTEXT\\b"_s);
    QString changed = statement;
    return changed.replace(bytes, u"BYTEA"_s).replace(text, u"TEXT COLLATE \"C\""_s);
}

PostgresSchema::PostgresSchema(PostgresSession &session,
                               const DatabaseAddress &address,
                               const QList<Migration> &migrations)
    : m_session(session)
    , m_address(address)
    , m_migrations(migrations)
{}

tl::unexpected<Error> PostgresSchema::refusal(const QString &text) const
{
    return failure(ErrorCode::Storage, text.arg(m_address.shown()));
}

Result<> PostgresSchema::update()
{
    const QString lock = u"hashtextextended('fairlead/migrations', 0)"_s;
    // Another program may be at it just now; that takes as long as it takes.
    auto done = m_session.beginLongWork().and_then(
        [&] { return m_session.value(u"SELECT pg_advisory_lock(%1)"_s.arg(lock)); });
    if (!done)
        return failure(done.error());
    if (const auto updated = updateLocked(); !updated)
        return updated; // the connection ends, and the lock with it
    done = m_session.value(u"SELECT pg_advisory_unlock(%1)"_s.arg(lock));
    if (!done)
        return failure(done.error());
    return m_session.endLongWork();
}

Result<> PostgresSchema::updateLocked()
{
    const auto encoding = m_session.value(u"SELECT current_setting('server_encoding')"_s);
    if (!encoding)
        return failure(encoding.error());
    if (encoding->toString() != "UTF8"_L1)
        return refusal(
            u"The database %1 is not in UTF-8. Create one with: createdb --encoding=UTF8 "
            "--template=template0"_s);
    const auto present = version();
    if (!present)
        return failure(present.error());
    const int newest = m_migrations.isEmpty() ? 0 : m_migrations.last().version;
    if (*present > newest)
        return refusal(u"The database %1 was written by a newer Fairlead and was left untouched. "
                       "Install the newest Fairlead, or start this one with another database."_s);
    if (*present > 0 && *present < newest)
        qCInfo(lcStore).noquote() << "The database" << m_address.shown() << "is brought up to date";
    for (const Migration &migration : m_migrations) {
        if (migration.version <= *present)
            continue;
        if (const auto applied = apply(migration); !applied)
            return applied;
    }
    return {};
}

/** A database that is empty becomes one of ours, of version 0. */
Result<int> PostgresSchema::version()
{
    const auto tables = m_session.value(
        u"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema()"_s);
    const auto ours = m_session.value(
        u"SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = current_schema() AND "
        "table_name = 'fairlead_schema'"_s);
    if (!tables || !ours)
        return failure(tables ? ours.error() : tables.error());
    if (ours->toInt() == 1)
        return m_session.value(u"SELECT version FROM fairlead_schema"_s)
            .map([](const QVariant &value) { return value.toInt(); });
    if (tables->toInt() != 0)
        return refusal(u"The database %1 belongs to another program and was left untouched. Create "
                       "one for Fairlead alone."_s);
    return create().map([] { return 0; });
}

Result<> PostgresSchema::create()
{
    return inTransaction({u"CREATE TABLE fairlead_schema (version BIGINT NOT NULL)"_s,
                          u"INSERT INTO fairlead_schema (version) VALUES (0)"_s});
}

Result<> PostgresSchema::apply(const Migration &migration)
{
    QStringList statements;
    for (const QString &statement : migration.statements)
        statements += postgresStatement(statement);
    statements += u"UPDATE fairlead_schema SET version = %1"_s.arg(migration.version);
    const auto done = inTransaction(statements);
    if (done)
        return {};
    return failure(
        ErrorCode::Storage,
        u"The database could not be brought up to date (%1) and is as it was before. %2"_s.arg(
            migration.name, done.error().message));
}

Result<> PostgresSchema::inTransaction(const QStringList &statements)
{
    return m_session.inTransaction([&] {
        Result<> done;
        for (auto sql = statements.begin(); done && sql != statements.end(); ++sql)
            done = m_session.run(*sql);
        return done;
    });
}

} // namespace fairlead::store
