// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/notifications.h"
#include "server/store/timestamp.h"
#include "tests/fakes/testdatabase.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::store;

namespace {

const QString insertUser =
    u"INSERT INTO users (id, name, email, created_at) VALUES (?, ?, '', '')"_s;

/** A server's database as it is before the first program opens it. */
void clear(Database &database)
{
    const auto tables = database.select(
        u"SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"_s);
    for (const Row &table : *tables)
        QVERIFY(database.execute(u"DROP TABLE %1 CASCADE"_s.arg(table.text(u"name"_s))));
    const auto functions =
        database.select(u"SELECT proname AS name FROM pg_proc WHERE proname LIKE 'fairlead%' "
                        "AND pronamespace = current_schema()::regnamespace"_s);
    for (const Row &function : *functions)
        QVERIFY(database.execute(u"DROP FUNCTION "_s + function.text(u"name"_s)));
}

} // namespace

/** What holds for a database whatever it is in. */
class TestEveryDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
    }

    void cleanup() { m_database.reset(); }

    void givesBackWhatItStored()
    {
        const QByteArray bytes("\0\x01\\'\xff", 5);
        QVERIFY(m_database->execute(u"INSERT INTO secrets (id, generation, key_id, nonce, sealed) "
                                    "VALUES (?, ?, ?, ?, ?)"_s,
                                    {u"'; DROP TABLE secrets; -- \\' ? Zoë $1"_s,
                                     qint64(1) << 40,
                                     u""_s,
                                     QByteArray(""),
                                     bytes}));
        const auto rows = m_database->select(u"SELECT * FROM secrets"_s);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().text(u"id"_s), u"'; DROP TABLE secrets; -- \\' ? Zoë $1"_s);
        QCOMPARE(rows->first().number(u"generation"_s), qint64(1) << 40);
        QCOMPARE(rows->first().text(u"key_id"_s), QString());
        QVERIFY(!rows->first().value(u"key_id"_s).isNull());
        QCOMPARE(rows->first().value(u"nonce"_s).toByteArray(), QByteArray());
        QCOMPARE(rows->first().value(u"sealed"_s).toByteArray(), bytes);
    }

    void tellsNothingFromEmpty()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"A"_s}));
        const QString sql =
            u"INSERT INTO management_tokens (id, user_id, issued_at, expires_at, revoked_at) "
            "VALUES (?, '1', '', '', ?)"_s;
        QVERIFY(m_database->executeEach(sql, {{u"a"_s, toStored({})}, {u"b"_s, u""_s}}));
        const auto rows =
            m_database->select(u"SELECT id FROM management_tokens WHERE revoked_at IS NULL"_s);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().text(u"id"_s), u"a"_s);
    }

    void takesYesAndNoForNumbers()
    {
        const QString sql =
            u"INSERT INTO oauth_clients (service, client_id, in_use, created_at) VALUES (?, '', ?, '')"_s;
        QVERIFY(m_database->executeEach(sql, {{u"a"_s, true}, {u"b"_s, false}}));
        const auto rows =
            m_database->select(u"SELECT service FROM oauth_clients WHERE in_use = ?"_s, {true});
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().text(u"service"_s), u"a"_s);
    }

    void sortsByBytes()
    {
        int id = 0;
        for (const QString &name : {u"b"_s, u"Ä"_s, u"B"_s, u"a"_s, u"a-b"_s, u"ab"_s, u"_"_s})
            QVERIFY(m_database->execute(insertUser, {QString::number(++id), name}));
        QStringList names;
        const auto rows = m_database->select(u"SELECT name FROM users ORDER BY name"_s);
        for (const Row &row : *rows)
            names.append(row.text(u"name"_s));
        QCOMPARE(names, (QStringList{u"B"_s, u"_"_s, u"a"_s, u"a-b"_s, u"ab"_s, u"b"_s, u"Ä"_s}));
    }

    void countsWhatItChanged()
    {
        QVERIFY(m_database->executeEach(insertUser, {{u"1"_s, u"A"_s}, {u"2"_s, u"B"_s}}));
        QCOMPARE(m_database->execute(u"UPDATE users SET email = ?"_s, {u"x"_s}).value(), 2);
        QCOMPARE(m_database->execute(u"DELETE FROM users WHERE id = ?"_s, {u"3"_s}).value(), 0);
    }

    void reportsAViolatedConstraintAsConflict()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"A"_s}));
        QCOMPARE(m_database->execute(insertUser, {u"1"_s, u"B"_s}).error().code,
                 ErrorCode::Conflict);
        const auto orphan = m_database->execute(
            u"INSERT INTO organizations (id, name, created_at) VALUES ('9', '', '')"_s);
        QCOMPARE(orphan.error().code, ErrorCode::Conflict);
        QVERIFY(m_database->execute(insertUser, {u"2"_s, u"B"_s}));
    }

    void reportsAWrongStatementAsAFaultOfOurs()
    {
        QCOMPARE(m_database->execute(u"SELEKT 1"_s).error().code, ErrorCode::Internal);
        const auto rows =
            m_database->select(u"SELECT nothing FROM users WHERE id = ?"_s, {u"SECRET"_s});
        QCOMPARE(rows.error().code, ErrorCode::Internal);
        QVERIFY(!rows.error().message.contains("SECRET"_L1));
    }

    void takesBackATransactionThatFails()
    {
        const auto outcome = m_database->transaction([this]() -> Result<> {
            if (const auto done = m_database->execute(insertUser, {u"1"_s, u"A"_s}); !done)
                return failure(done.error());
            return failure(ErrorCode::Cancelled, u"no"_s);
        });
        QCOMPARE(outcome.error().message, u"no"_s);
        QVERIFY(m_database->select(u"SELECT id FROM users"_s)->isEmpty());
        for (const Durability durability : {Durability::Full, Durability::Process})
            QVERIFY(m_database->transaction([]() -> Result<> { return {}; }, durability));
    }

    void aConflictTakesItsTransactionAlong()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"A"_s}));
        const auto outcome = m_database->transaction([this]() -> Result<> {
            const auto first = m_database->execute(insertUser, {u"2"_s, u"B"_s});
            const auto second = m_database->execute(insertUser, {u"1"_s, u"C"_s});
            return first && second ? Result<>() : failure(second.error());
        });
        QCOMPARE(outcome.error().code, ErrorCode::Conflict);
        QCOMPARE(m_database->select(u"SELECT id FROM users"_s)->size(), 1);
    }

    /** Each reads how many there are and writes one more: not one is numbered twice. */
    void transactionsDoNotOverlap()
    {
        constexpr int threads = 4;
        constexpr int each = 25;
        std::atomic_int failures = 0;
        const auto work = [&, address = m_database->address()] {
            const auto mine = Database::openAgain(address, Changes::OfAll).value();
            for (int i = 0; i < each; ++i) {
                const auto added = mine->transaction([&]() -> Result<> {
                    const auto rows = mine->select(u"SELECT COUNT(*) AS users FROM users"_s);
                    const QString id = QString::number(rows.value().first().number(u"users"_s));
                    return mine->execute(insertUser, {id, id}).map([](qint64) {});
                });
                failures += added ? 0 : 1;
            }
        };
        std::vector<std::thread> all;
        for (int i = 0; i < threads; ++i)
            all.emplace_back(work);
        for (std::thread &one : all)
            one.join();
        QCOMPARE(failures.load(), 0);
        QCOMPARE(m_database->select(u"SELECT id FROM users"_s)->size(), threads * each);
    }

    void isBroughtUpToDateByOneOfThoseThatOpenIt()
    {
        const QTemporaryDir folder;
        const DatabaseAddress fresh = fakes::testDatabase(folder.path());
        if (fresh.isFile())
            return; // which one program has for itself
        clear(*Database::open(fresh).value());
        std::array<QString, 3> problems;
        std::vector<std::thread> all;
        for (QString &problem : problems)
            all.emplace_back([&] {
                const auto opened = Database::open(fresh);
                problem = opened ? QString() : opened.error().message;
            });
        for (std::thread &one : all)
            one.join();
        for (const QString &problem : problems)
            QCOMPARE(problem, QString());
        const auto database = Database::open(fresh).value();
        QCOMPARE(database->select(u"SELECT version FROM fairlead_schema"_s)->size(), 1);
    }

    void locksAreAmongPrograms()
    {
        const auto other = Database::openAgain(m_database->address(), Changes::OfAll).value();
        const bool isShared = !m_database->address().isFile();
        QCOMPARE(m_database->tryLock(u"grant 1"_s).value(), true);
        QCOMPARE(other->tryLock(u"grant 1"_s).value(), !isShared);
        QCOMPARE(other->tryLock(u"grant 2"_s).value(), true);
        QVERIFY(m_database->unlock(u"grant 1"_s));
        QCOMPARE(other->tryLock(u"grant 1"_s).value(), true);
    }

    void aLockThatCannotBeGivenBackGoesWithItsConnection()
    {
        const auto other = Database::openAgain(m_database->address(), Changes::OfAll).value();
        QCOMPARE(m_database->tryLock(u"grant 1"_s).value(), true);
        bool unlocked = false;
        const auto failed = m_database->transaction([&]() -> Result<> {
            const auto refused = m_database->execute(u"DELETE FROM nowhere"_s);
            // PostgreSQL takes nothing more in a transaction that has failed.
            unlocked = m_database->unlock(u"grant 1"_s).has_value();
            return failure(refused.error());
        });
        QVERIFY(!failed);
        QCOMPARE(unlocked, m_database->address().isFile());
        QTRY_COMPARE(other->tryLock(u"grant 1"_s).value(), true);
        QVERIFY(m_database->check());
    }

    void takesAgainWhatIsToBeHadForGood()
    {
        const auto other = Database::openAgain(m_database->address(), Changes::OfAll).value();
        int times = 0;
        m_database->whenConnectedAgain(
            [&] { times += m_database->tryLock(u"place"_s).value() ? 1 : 0; });
        if (m_database->address().isFile())
            return; // of which there is one connection
        const auto pid = m_database->select(u"SELECT pg_backend_pid() AS pid"_s);
        QVERIFY(other->select(
            u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(pid->first().number(u"pid"_s))));
        QCOMPARE(times, 0);
        QVERIFY(m_database->check());
        QCOMPARE(times, 1);
        QCOMPARE(other->tryLock(u"place"_s).value(), false);
    }

    void tellsTheOthersWhatWasCommitted()
    {
        Notifications notifications(m_database->address(), {u"keys"_s, u"leases"_s});
        const QSignalSpy received(&notifications, &Notifications::received);
        if (m_database->address().isFile()) {
            QVERIFY(m_database->notify(u"keys"_s, u"1"_s));
            return;
        }
        const QSignalSpy heard(&notifications, &Notifications::heard);
        QSignalSpy resumed(&notifications, &Notifications::resumed);
        QVERIFY(resumed.wait());
        QTRY_VERIFY(!heard.isEmpty());
        const auto tell = [this](const QString &payload, bool isGood) {
            return m_database->transaction([&]() -> Result<> {
                auto told = m_database->notify(u"keys"_s, payload);
                return isGood ? told : failure(ErrorCode::Cancelled, u"no"_s);
            });
        };
        QVERIFY(!tell(u"taken back"_s, false));
        QVERIFY(tell(u"it's 1"_s, true));
        QVERIFY(m_database->notify(u"leases"_s, u""_s));
        QTRY_COMPARE(received.size(), 2);
        QCOMPARE(received.first(), (QVariantList{u"keys"_s, u"it's 1"_s}));
        QCOMPARE(received.last(), (QVariantList{u"leases"_s, u""_s}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(TestEveryDatabase)
#include "tst_everydatabase.moc"
