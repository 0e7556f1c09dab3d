// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <cstdio>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::store;

namespace {

const QString insertUser =
    u"INSERT INTO users (id, name, email, created_at) VALUES (?, ?, '', '')"_s;

/** The child of survivesBeingKilledWhileItWrites(): writes for ever and says what was acknowledged.
 */
int writeForEver(const QString &path)
{
    const auto database = Database::open(path);
    if (!database)
        return 1;
    for (int i = 0;; ++i) {
        const QString id = u"%1-%2"_s.arg(::getpid()).arg(i);
        if (!(*database)->execute(insertUser, {id, id}))
            return 1;
        std::printf("%s\n", qPrintable(id));
        std::fflush(stdout);
    }
}

} // namespace

class TestDatabase : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"fairlead.db"_s);
        auto opened = Database::open(m_path);
        QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
        m_database = std::move(*opened);
    }

    void cleanup() { m_database.reset(); }

    void opensWithTheGuaranteesThatWeRelyOn_data()
    {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("expected");
        QTest::newRow("log") << u"journal_mode"_s << u"wal"_s;
        QTest::newRow("foreign keys") << u"foreign_keys"_s << u"1"_s;
        QTest::newRow("secure delete") << u"secure_delete"_s << u"1"_s;
        QTest::newRow("full sync") << u"synchronous"_s << u"2"_s;
        QTest::newRow("our mark") << u"application_id"_s << QString::number(0x466C6C64);
    }

    void opensWithTheGuaranteesThatWeRelyOn()
    {
        QFETCH(const QString, pragma);
        const auto rows = m_database->select(u"PRAGMA "_s + pragma);
        QVERIFY(rows);
        QTEST(rows->first().text(pragma), "expected");
    }

    void keepsItsFilesToTheOwner()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"A"_s}));
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther
            | QFileDevice::WriteGroup | QFileDevice::WriteOther;
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1}) {
            const QFileInfo file(m_path + suffix);
            QVERIFY2(file.exists(), qPrintable(file.filePath()));
            QVERIFY2(!(file.permissions() & others), qPrintable(file.filePath()));
        }
    }

    void selectsWhatItStored()
    {
        QCOMPARE(m_database->execute(insertUser, {u"1"_s, u"Zoë'; DROP TABLE users"_s}).value(), 1);
        const auto rows =
            m_database->select(u"SELECT name, email FROM users WHERE id = ?"_s, {u"1"_s});
        QVERIFY(rows);
        QCOMPARE(rows->size(), 1);
        QCOMPARE(rows->first().text(u"name"_s), u"Zoë'; DROP TABLE users"_s);
    }

    void executesAStatementForEachRow()
    {
        QVERIFY(m_database->executeEach(insertUser, {{u"1"_s, u"A"_s}, {u"2"_s, u"B"_s}}));
        const auto rows = m_database->select(u"SELECT id, name FROM users ORDER BY id"_s);
        QCOMPARE(rows->size(), 2);
        QCOMPARE(rows->first().text(u"name"_s), u"A"_s);
        QCOMPARE(rows->last().text(u"id"_s), u"2"_s);
        QVERIFY(m_database->executeEach(insertUser, {}));
        const auto again =
            m_database->executeEach(insertUser, {{u"3"_s, u"C"_s}, {u"1"_s, u"D"_s}});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }

    void opensAgainForAnotherThread()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"A"_s}));
        Result<qint64> added;
        QString synchronous;
        std::thread([&] {
            const auto again = Database::openAgain(m_database->address(), Changes::OfAll).value();
            added = again->execute(insertUser, {u"2"_s, u"B"_s});
            const auto rows = again->select(u"PRAGMA synchronous"_s).value();
            synchronous = rows.first().text(u"synchronous"_s);
        }).join();
        QVERIFY(added);
        QCOMPARE(synchronous, u"2"_s);
        QCOMPARE(m_database->select(u"SELECT id FROM users"_s)->size(), 2);
    }

    void reportsAViolatedConstraintAsConflict()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"A"_s}));
        const auto again = m_database->execute(insertUser, {u"1"_s, u"B"_s});
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::Conflict);
    }

    void reportsAWrongStatementAsAFaultOfOurs()
    {
        const auto refused = m_database->execute(u"SELEKT 1"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Internal);
    }

    void rollsBackATransactionThatFails()
    {
        const auto outcome = m_database->transaction([this]() -> Result<> {
            if (const auto done = m_database->execute(insertUser, {u"1"_s, u"A"_s}); !done)
                return failure(done.error());
            return failure(ErrorCode::Conflict, u"no"_s);
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().message, u"no"_s);
        QVERIFY(m_database->select(u"SELECT id FROM users"_s)->isEmpty());
        QVERIFY(m_database->transaction([]() -> Result<> { return {}; }));
    }

    void waitsForTheDiskUnlessToldOtherwise()
    {
        const auto mode = [this] {
            return m_database->select(u"PRAGMA synchronous"_s)->first().number(u"synchronous"_s);
        };
        qint64 within = -1;
        const auto note = [&]() -> Result<> {
            within = mode();
            return {};
        };
        QVERIFY(m_database->transaction(note));
        QCOMPARE(within, 2);
        QVERIFY(m_database->transaction(note, Durability::Process));
        QCOMPARE(within, 1);
        QCOMPARE(mode(), 2);
        const auto failing = []() -> Result<> { return failure(ErrorCode::Conflict, u"no"_s); };
        QCOMPARE(m_database->transaction(failing, Durability::Process).error().message, u"no"_s);
        QCOMPARE(mode(), 2);
    }

    void leavesNoTraceOfWhatWasDeleted()
    {
        QVERIFY(m_database->execute(insertUser, {u"1"_s, u"CANARY-NAME"_s}));
        QVERIFY(m_database->execute(u"DELETE FROM users"_s));
        QVERIFY(m_database->truncateLog());
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1}) {
            QFile file(m_path + suffix);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains("CANARY-NAME"));
        }
    }

    void keepsTimesToTheMillisecond()
    {
        const QDateTime time(QDate(2026, 11, 20), QTime(23, 5, 1, 7), Qt::UTC);
        QCOMPARE(toStored(time).toString(), u"2026-11-20T23:05:01.007Z"_s);
        QCOMPARE(fromStored(toStored(time)), time);
        const QDateTime elsewhere(QDate(2027, 1, 1), QTime(0, 30), Qt::OffsetFromUTC, 3600);
        QCOMPARE(toStored(elsewhere).toString(), u"2026-12-31T23:30:00.000Z"_s);
        for (const int year : {1, 999, 9999, 10000, -1}) {
            const QDateTime other(QDate(year, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
            QCOMPARE(toStored(other).toString(), other.toString(Qt::ISODateWithMs));
        }
        QVERIFY(toStored({}).isNull());
        QVERIFY(!fromStored(toStored({})).isValid());
    }

    void survivesBeingKilledWhileItWrites()
    {
        m_database.reset();
        QSet<QString> acknowledged;
        for (int round = 0; round < 100; ++round) {
            QProcess child;
            child.start(QCoreApplication::applicationFilePath(), {u"--write-for-ever"_s, m_path});
            // The number of acknowledged rows before the kill differs from round to round.
            while (child.bytesAvailable() < 20 * (1 + round % 7))
                QVERIFY(child.waitForReadyRead());
            child.kill();
            QVERIFY(child.waitForFinished());
            const QString output = QString::fromLatin1(child.readAllStandardOutput());
            // A last line without its end was not said completely.
            for (const QString &id : output.chopped(output.size() - output.lastIndexOf(u'\n') - 1)
                                         .split(u'\n', Qt::SkipEmptyParts))
                acknowledged.insert(id);
        }
        auto database = Database::open(m_path);
        QVERIFY(database);
        QSet<QString> present;
        const auto rows = (*database)->select(u"SELECT id FROM users"_s);
        for (const Row &row : *rows)
            present.insert(row.text(u"id"_s));
        QVERIFY(acknowledged.size() >= 100);
        QVERIFY((acknowledged - present).isEmpty());
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::unique_ptr<Database> m_database;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--write-for-ever"_L1)
        return writeForEver(arguments.value(2));
    TestDatabase test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_database.moc"
