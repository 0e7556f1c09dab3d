// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/backup/backups.h"
#include "server/store/database.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using backup::Backups;

class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = settings::DataFolder::open(m_home->filePath(u"data"_s)).value();
        m_path = m_home->filePath(u"fairlead.backup"_s);
        write(m_folder.settings(), R"({"port": 9090})");
        write(m_folder.filePath(u"master.key"_s), "canary-master-key");
        m_database = open();
        note(u"before"_s);
    }
    void cleanup() { m_database.reset(); }

    void bringsBackWhatWasThere()
    {
        QVERIFY(backups().write(m_path));
        note(u"after"_s);
        write(m_folder.settings(), R"({"port": 1234})");
        QVERIFY(backups().prepareRestore(m_path));
        QCOMPARE(notes(), QStringList({u"after"_s, u"before"_s}));
        m_database.reset();

        const auto old = Backups::carryOut(m_folder);
        QVERIFY(old);
        QCOMPARE(bytes(m_folder.settings()), R"({"port": 9090})");
        QCOMPARE(bytes(*old + u"/settings.json"_s), R"({"port": 1234})");
        m_database = store::Database::open(*old + u"/fairlead.db"_s).value();
        QCOMPARE(notes(), QStringList({u"after"_s, u"before"_s}));
        m_database = open();
        QCOMPARE(notes(), QStringList({u"before"_s}));
        QCOMPARE(bytes(m_folder.filePath(u"master.key"_s)), "canary-master-key");
        QCOMPARE(Backups::carryOut(m_folder).value(), QString());
    }

    void writesNothingIntoItsOwnFolder_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *const name : {"fairlead.db", "settings.json", "restore/mine.backup"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void writesNothingIntoItsOwnFolder()
    {
        QFETCH(QString, name);
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        const auto written = backups().write(path);
        QVERIFY(!written);
        QVERIFY(written.error().message.contains("Choose another folder."_L1));
        QCOMPARE(bytes(m_folder.settings()), R"({"port": 9090})");
        note(u"after"_s);
        m_database = open();
        QCOMPARE(notes(), QStringList({u"after"_s, u"before"_s}));
    }

    void holdsNoMasterKeyAndIsOurs()
    {
        QVERIFY(backups().write(m_path));
        QVERIFY(!bytes(m_path).contains("canary-master-key"));
        const auto others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files).size(), 1); // nothing unfinished
        QVERIFY(backups().write(m_path));
    }

    void goesOnAfterAnInterruption_data()
    {
        QTest::addColumn<QStringList>("moved");
        QTest::newRow("nothing moved") << QStringList();
        QTest::newRow("old settings") << QStringList(u"settings.json"_s);
        QTest::newRow("old files") << QStringList({u"settings.json"_s, u"fairlead.db"_s});
    }
    void goesOnAfterAnInterruption()
    {
        QFETCH(QStringList, moved);
        QVERIFY(backups().write(m_path));
        note(u"after"_s);
        QVERIFY(backups().prepareRestore(m_path));
        m_database.reset();
        const QString name = QString::fromUtf8(bytes(m_folder.filePath(u"restore/ready"_s)));
        QVERIFY(QDir().mkpath(m_folder.filePath(name)));
        for (const QString &file : moved)
            QVERIFY(QFile::rename(m_folder.filePath(file), m_folder.filePath(name + u'/' + file)));
        const auto old = Backups::carryOut(m_folder);
        QVERIFY(old);
        QVERIFY(QFile::exists(*old + u"/fairlead.db"_s));
        m_database = open();
        QCOMPARE(notes(), QStringList(u"before"_s));
    }

    void refusesWhatIsNoBackup_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"missing", "text", "empty", "torn", "database", "bad settings"})
            QTest::newRow(kind) << QString::fromLatin1(kind);
    }
    void refusesWhatIsNoBackup()
    {
        QFETCH(QString, kind);
        if (kind == "text"_L1)
            write(m_path, QByteArray(4096, 'x'));
        else if (kind == "empty"_L1)
            write(m_path, {});
        else if (kind == "torn"_L1) {
            QVERIFY(backups().write(m_path));
            QVERIFY(QFile::resize(m_path, QFile(m_path).size() / 2));
        } else if (kind == "database"_L1) {
            QVERIFY(m_database->execute(u"VACUUM INTO ?"_s, {m_path}));
        } else if (kind == "bad settings"_L1) {
            write(m_folder.settings(), "{ broken");
            QVERIFY(backups().write(m_path));
        }
        const auto prepared = backups().prepareRestore(m_path);
        QVERIFY(!prepared);
        QVERIFY(prepared.error().message.size() > 20);
        m_database.reset();
        QCOMPARE(Backups::carryOut(m_folder).value(), QString());
        m_database = open();
        QCOMPARE(notes(), QStringList(u"before"_s));
    }

    void saysWhereItCouldNotWrite()
    {
        const auto written = backups().write(m_home->filePath(u"none/fairlead.backup"_s));
        QVERIFY(!written);
        QVERIFY(written.error().message.contains("none"_L1));
    }

private:
    [[nodiscard]] Backups backups() const { return {*m_database, m_folder}; }

    [[nodiscard]] std::unique_ptr<store::Database> open() const
    {
        return std::move(store::Database::open(m_folder.database()).value());
    }

    void note(const QString &name) const
    {
        QVERIFY(m_database->execute(
            u"INSERT INTO users (id, name, email, created_at) VALUES (?, ?, '', '')"_s,
            {name, name}));
    }

    [[nodiscard]] QStringList notes() const
    {
        QStringList names;
        const auto rows = m_database->select(u"SELECT name FROM users ORDER BY name"_s);
        for (const auto &row : rows.value_or(QList<store::Row>()))
            names.append(row.text(u"name"_s));
        return names;
    }

    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    static QByteArray bytes(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    settings::DataFolder m_folder;
    QString m_path;
    std::unique_ptr<store::Database> m_database;
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
