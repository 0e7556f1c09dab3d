// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"

#include "server/store/databasefile.h"
#include "server/store/postgresschema.h"
#include "server/store/postgressession.h"
#include "server/store/sqlitesession.h"

#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;

namespace fairlead::store {
namespace {

Result<std::unique_ptr<SqlSession>> openFile(const QString &path,
                                             const QList<Migration> &migrations)
{
    const DatabaseFile file(path, migrations);
    const auto version = file.ensureExists().and_then([&file] { return file.examine(); });
    if (!version)
        return failure(version.error());
    auto session = std::make_unique<SqliteSession>(path);
    const auto ready = session->connection()
                           .state()
                           .and_then([&] { return session->makeWritable(); })
                           .and_then([&] { return session->configure(); })
                           .and_then([&] { return file.migrate(session->connection(), *version); });
    if (!ready)
        return failure(ready.error());
    return session;
}

Result<std::unique_ptr<SqlSession>> openServer(const DatabaseAddress &address,
                                               const QList<Migration> &migrations)
{
    auto session = std::make_unique<PostgresSession>(address, Changes::OfAll);
    const auto ready = session->open().and_then(
        [&] { return PostgresSchema(*session, address, migrations).update(); });
    if (!ready)
        return failure(ready.error());
    return session;
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
    return open(DatabaseAddress::ofFile(path));
}

Result<std::unique_ptr<Database>> Database::open(const QString &path,
                                                 const QList<Migration> &migrations)
{
    return open(DatabaseAddress::ofFile(path), migrations);
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseAddress &address)
{
    return builtInMigrations().and_then(
        [&address](const QList<Migration> &migrations) { return open(address, migrations); });
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseAddress &address,
                                                 const QList<Migration> &migrations)
{
    auto session =
        address.isFile() ? openFile(address.path(), migrations) : openServer(address, migrations);
    if (!session)
        return failure(session.error());
    return std::unique_ptr<Database>(new Database(address, std::move(*session)));
}

Result<std::unique_ptr<Database>> Database::openAgain(const DatabaseAddress &address,
                                                      Changes changes)
{
    if (!address.isFile()) {
        auto session = std::make_unique<PostgresSession>(address, changes);
        if (const auto opened = session->open(); !opened)
            return failure(opened.error());
        return std::unique_ptr<Database>(new Database(address, std::move(session)));
    }
    auto session = std::make_unique<SqliteSession>(address.path());
    if (const auto ready = session->configure(); !ready)
        return failure(ready.error());
    return std::unique_ptr<Database>(new Database(address, std::move(session)));
}

Database::Database(DatabaseAddress address, std::unique_ptr<SqlSession> session)
    : m_address(std::move(address))
    , m_session(std::move(session))
{}

Database::~Database() = default;

Result<> Database::check() const
{
    return m_session->read(u"SELECT 1"_s, {}, [](QSqlQuery &) {});
}

Result<qint64> Database::execute(const QString &sql, const QVariantList &values)
{
    return m_session->change(sql, values);
}

Result<> Database::executeEach(const QString &sql, const QList<QVariantList> &rows)
{
    if (rows.isEmpty())
        return {};
    return m_session->changeEach(sql, rows);
}

Result<QList<Row>> Database::select(const QString &sql, const QVariantList &values) const
{
    QList<Row> rows;
    const auto done = m_session->read(sql, values, [&rows](QSqlQuery &query) {
        rows.clear();
        while (query.next()) {
            const QSqlRecord record = query.record();
            QVariantMap columns;
            for (int i = 0; i < record.count(); ++i)
                columns.insert(record.fieldName(i), query.value(i));
            rows.append(Row(std::move(columns)));
        }
    });
    if (!done)
        return failure(done.error());
    return rows;
}

Result<> Database::transaction(const std::function<Result<>()> &work, Durability durability)
{
    Q_ASSERT_X(!m_inTransaction, "Database::transaction", "transactions do not nest");
    if (auto begun = m_session->begin(durability); !begun)
        return begun;
    m_inTransaction = true;
    Result<> outcome = work();
    if (outcome)
        outcome = m_session->commit();
    if (!outcome)
        m_session->rollback();
    m_inTransaction = false;
    return outcome;
}

Result<> Database::truncateLog()
{
    return m_session->truncateLog();
}

Result<> Database::notify(const QString &channel, const QString &payload)
{
    return m_session->notify(channel, payload);
}

Result<bool> Database::tryLock(const QString &name)
{
    return m_session->tryLock(name);
}

Result<> Database::unlock(const QString &name)
{
    return m_session->unlock(name);
}

void Database::tryNow()
{
    m_session->tryNow();
}

void Database::whenConnectedAgain(const std::function<void()> &work)
{
    m_session->whenConnectedAgain(work);
}

} // namespace fairlead::store
