// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"
#include "server/store/database.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sys/fsuid.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::store;

namespace {

const Migration first{
    1, u"0001_first.sql"_s, {u"CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, name TEXT)"_s}};
const Migration second{
    2,
    u"0002_second.sql"_s,
    {u"ALTER TABLE things ADD COLUMN size BIGINT"_s, u"UPDATE things SET size = 7"_s}};
const Migration broken{
    2,
    u"0002_broken.sql"_s,
    {u"UPDATE things SET name = 'spoiled'"_s, u"CREATE TABLE things (x TEXT)"_s}};

} // namespace

/** What happens to a database's file when it is opened. */
class TestDatabaseFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(u"fairlead.db"_s);
    }

    void leavesNoUnfinishedFileBehind()
    {
        QVERIFY(Database::open(m_path, {first}));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"fairlead.db"_s});
    }

    void opensAFileWhateverItsFolderIsCalled()
    {
        const QString folder = m_folder->filePath(u"a b#c?d%41&mode=ro ü"_s);
        QVERIFY(QDir().mkdir(folder));
        for (int start = 0; start < 2; ++start)
            QVERIFY(Database::open(folder + u"/fairlead.db"_s, {first}));
        QCOMPARE(QDir(folder).entryList(QDir::Files), QStringList{u"fairlead.db"_s});
    }

    void migratesAnOlderDatabaseAndKeepsACopy()
    {
        fill({first});
        const auto database = Database::open(m_path, {first, second});
        QVERIFY2(database, qPrintable(database ? QString() : database.error().message));
        const auto rows = (*database)->select(u"SELECT name, size FROM things"_s);
        QCOMPARE(rows->size(), 200);
        QCOMPARE(rows->first().number(u"size"_s), 7);

        const QString copy = m_path + u".before-v2"_s;
        QVERIFY(!(QFile::permissions(copy) & (QFile::ReadGroup | QFile::ReadOther)));
        const auto before = Database::open(copy, {first});
        QVERIFY2(before, qPrintable(before ? QString() : before.error().message));
        QCOMPARE((*before)->select(u"SELECT * FROM things"_s)->size(), 200);
        QVERIFY(!(*before)->select(u"SELECT size FROM things"_s));
    }

    void makesNoCopyWhereThereIsNothingToLose()
    {
        QVERIFY(Database::open(m_path, {first, second}));
        QVERIFY(Database::open(m_path, {first, second}));
        QVERIFY(!QFile::exists(m_path + u".before-v2"_s));
    }

    void makesNoCopyForWhatIsOfServersAlone()
    {
        const Migration ofServers{2, u"0002_x.postgresql.sql"_s, {u"LISTEN changes"_s}};
        fill({first});
        for (int start = 0; start < 2; ++start)
            QVERIFY(Database::open(m_path, {first, ofServers}));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"fairlead.db"_s});
        QVERIFY2(Database::open(m_path, {first}), "the version before can go on with it");
        const Migration third{3, u"0003_y.sql"_s, second.statements};
        QVERIFY(Database::open(m_path, {first, ofServers, third}));
        QVERIFY(!Database::open(m_path, {first, ofServers}));
    }

    void leavesTheDatabaseAsItWasWhenAMigrationFails()
    {
        fill({first});
        const auto failed = Database::open(m_path, {first, broken});
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::Storage);
        QVERIFY(failed.error().message.contains("0002_broken.sql"_L1));
        const auto database = Database::open(m_path, {first});
        QVERIFY(database);
        QVERIFY((*database)->select(u"SELECT id FROM things WHERE name = 'spoiled'"_s)->isEmpty());
        QVERIFY(Database::open(m_path, {first, second}));
    }

    void refusesUntouched_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        // QtTest asks for the rows before it calls init().
        init();
        fill({first});
        const QByteArray whole = read();
        QVERIFY(whole.size() > 4 * 4096);
        const auto row = [](const char *name, const QByteArray &content, const QString &expected) {
            QTest::newRow(name) << content << expected;
        };
        row("empty", {}, u"is empty"_s);
        row("text", "This is a letter to my aunt.\n"_ba.repeated(100), u"is damaged"_s);
        row("random", randomBytes(8192), u"is damaged"_s);
        row("header only", whole.first(100), u"is damaged"_s);
        for (const qsizetype size : {1, 16, 99, 512, 4095, 4096, 4097, 8192})
            row(qPrintable(u"cut at %1"_s.arg(size)), whole.first(size), u"is damaged"_s);
        row("last page cut", whole.chopped(4096), u"is damaged"_s);
        row("pages zeroed",
            whole.first(4096) + QByteArray(whole.size() - 4096, '\0'),
            u"is damaged"_s);
        QByteArray changed = whole;
        changed.replace(68, 4, QByteArray(4, '\0'));
        row("no mark", changed, u"belongs to another program"_s);
        changed = whole;
        changed.replace(68, 4, "GPKG");
        row("another's mark", changed, u"belongs to another program"_s);
        changed = whole;
        changed.replace(60, 4, QByteArray::fromHex("00000002"));
        row("newer", changed, u"newer Fairlead"_s);
    }

    void refusesUntouched()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, expected);
        write(content);
        const auto refused = Database::open(m_path, {first});
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY2(refused.error().message.contains(expected), qPrintable(refused.error().message));
        QVERIFY(refused.error().message.contains(m_path));
        QCOMPARE(read(), content);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"fairlead.db"_s});
    }

    void neverCrashesOnAFileWithRandomBytesChanged()
    {
        fill({first});
        const QByteArray whole = read();
        QRandomGenerator random(20261120);
        int refusals = 0;
        for (int round = 0; round < 300; ++round) {
            QByteArray content = whole;
            for (int i = 0; i < 40; ++i)
                content[random.bounded(content.size())] = static_cast<char>(random.bounded(256));
            write(content);
            if (const auto opened = Database::open(m_path, {first}); !opened) {
                QCOMPARE(read(), content);
                ++refusals;
            }
        }
        QVERIFY(refusals > 0);
    }

    void refusesAFolder()
    {
        QVERIFY(QDir().mkdir(m_path));
        QVERIFY(Database::open(m_path, {first}).error().message.contains("is not a file"_L1));
    }

    void refusesAFolderThatDoesNotExist()
    {
        const auto refused = Database::open(m_folder->filePath(u"missing/fairlead.db"_s), {first});
        QCOMPARE(refused.error().code, ErrorCode::Storage);
    }

    void refusesAReadOnlyFileUntouched()
    {
#ifdef Q_OS_LINUX
        fill({first});
        const QByteArray before = read();
        QVERIFY(
            QFile::setPermissions(m_path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(QFile::setPermissions(m_folder->path(),
                                      QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup
                                          | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther));
        // Root may write everything; as far as files go, this thread is somebody else for a moment.
        const bool isRoot = ::geteuid() == 0;
        if (isRoot)
            ::setfsuid(65534);
        const auto refused = Database::open(m_path, {first});
        if (isRoot)
            ::setfsuid(0);
        QFile::setPermissions(m_folder->path(),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QVERIFY2(refused.error().message.contains("cannot be written"_L1),
                 qPrintable(refused.error().message));
        QCOMPARE(read(), before);
#else
        QSKIP("needs Linux to take root's rights away");
#endif
    }

    void readsWhatACrashLeftInTheLog()
    {
        fill({first});
        const auto crashed = Database::open(m_path, {first});
        QVERIFY((*crashed)->execute(u"INSERT INTO things (id) VALUES ('late')"_s));
        // The state on disk while the database is open is what a crash leaves.
        const QString copy = m_folder->filePath(u"copy.db"_s);
        QVERIFY(QFile::copy(m_path, copy));
        QVERIFY(QFile::copy(m_path + u"-wal"_s, copy + u"-wal"_s));
        const auto database = Database::open(copy, {first});
        QVERIFY(database);
        QCOMPARE((*database)->select(u"SELECT id FROM things WHERE id = 'late'"_s)->size(), 1);
    }

private:
    /** A database with some pages of content. */
    void fill(const QList<Migration> &migrations)
    {
        const auto database = Database::open(m_path, migrations);
        QVERIFY(database);
        for (int i = 0; i < 200; ++i)
            QVERIFY((*database)->execute(u"INSERT INTO things (id, name) VALUES (?, ?)"_s,
                                         {QString::number(i), QString(100, u'x')}));
    }

    void write(const QByteArray &content)
    {
        for (const QLatin1StringView suffix : {""_L1, "-wal"_L1, "-shm"_L1})
            QFile::remove(m_path + suffix);
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    [[nodiscard]] QByteArray read() const
    {
        QFile file(m_path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestDatabaseFile)
#include "tst_databasefile.moc"
