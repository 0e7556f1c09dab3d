// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/backup/backups.h"
#include "server/base/filewrite.h"
#include "server/store/database.h"
#include "tests/fakes/fakekeychain.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using backup::Backups;
using backup::RestoredKey;

namespace {

const QByteArray passphrase = "correct horse battery"_ba;

} // namespace

class TestBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folder = settings::DataFolder::open(m_home->filePath(u"data"_s)).value();
        m_path = m_home->filePath(u"fairlead.backup"_s);
        fill(m_folder.settings(), R"({"port": 9090})");
        m_keychain.items.clear();
        m_keychain.state = secrets::KeychainState::Ready;
        m_keyFile.clear();
        start();
        QTRY_COMPARE(m_vault->state(), secrets::VaultState::Ready);
        QVERIFY(m_vault->put(u"sign-in"_s, Secret("canary-token"_ba)));
        note(u"before"_s);
    }
    void cleanup() { end(); }

    void bringsBackWhatWasThere()
    {
        QVERIFY(write(m_path));
        note(u"after"_s);
        fill(m_folder.settings(), R"({"port": 1234})");
        QVERIFY(restore(m_path));
        QCOMPARE(notes(), QStringList({u"after"_s, u"before"_s}));
        end();

        const auto old = Backups::carryOut(m_folder);
        QVERIFY(old);
        QCOMPARE(bytes(m_folder.settings()), R"({"port": 9090})");
        QCOMPARE(bytes(*old + u"/settings.json"_s), R"({"port": 1234})");
        m_database = store::Database::open(*old + u"/fairlead.db"_s).value();
        QCOMPARE(notes(), QStringList({u"after"_s, u"before"_s}));
        start();
        QCOMPARE(notes(), QStringList({u"before"_s}));
        QTRY_VERIFY(m_vault->get(u"sign-in"_s));
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
        const auto written = write(path);
        QVERIFY(!written);
        QVERIFY(written.error().message.contains("Choose another folder."_L1));
        QCOMPARE(bytes(m_folder.settings()), R"({"port": 9090})");
        note(u"after"_s);
        end();
        start();
        QCOMPARE(notes(), QStringList({u"after"_s, u"before"_s}));
    }

    void holdsNoMasterKeyAndIsOurs()
    {
        QVERIFY(write(m_path));
        const QByteArray backup = bytes(m_path);
        QVERIFY(!backup.contains(m_vault->masterKey()->reveal()));
        QVERIFY(!backup.contains("canary-token"));
        QCOMPARE(QCoro::waitFor(m_backups->hasMasterKey(m_path)).value(), false);
        const auto others =
            QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
        QVERIFY(!(QFile::permissions(m_path) & others));
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files).size(), 1); // nothing unfinished
        QVERIFY(write(m_path));
    }

    void holdsNothingOfWhatIsLeftOut()
    {
        addConnection(u"own"_s);
        addConnection(u"sample"_s);
        m_backups->setLeftOut([] { return QStringList(u"con_sample"_s); });
        QVERIFY(write(m_path));
        const QByteArray backup = bytes(m_path);
        QVERIFY(backup.contains("https://own.example"));
        QVERIFY(!backup.contains("https://sample.example"));
        QVERIFY(restore(m_path));
        restart();
        QTRY_COMPARE(m_vault->state(), secrets::VaultState::Ready);
        QVERIFY(m_vault->get(u"connection/con_own"_s));
        QVERIFY(!m_vault->get(u"connection/con_sample"_s));
        QVERIFY(m_vault->get(u"sign-in"_s));
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
        QVERIFY(write(m_path));
        note(u"after"_s);
        QVERIFY(restore(m_path));
        end();
        const QString name = QString::fromUtf8(bytes(m_folder.filePath(u"restore/ready"_s)));
        QVERIFY(QDir().mkpath(m_folder.filePath(name)));
        for (const QString &file : moved)
            QVERIFY(QFile::rename(m_folder.filePath(file), m_folder.filePath(name + u'/' + file)));
        const auto old = Backups::carryOut(m_folder);
        QVERIFY(old);
        QVERIFY(QFile::exists(*old + u"/fairlead.db"_s));
        start();
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
            fill(m_path, QByteArray(4096, 'x'));
        else if (kind == "empty"_L1)
            fill(m_path, {});
        else if (kind == "torn"_L1) {
            QVERIFY(write(m_path));
            QVERIFY(QFile::resize(m_path, QFile(m_path).size() / 2));
        } else if (kind == "database"_L1) {
            QVERIFY(m_database->execute(u"VACUUM INTO ?"_s, {m_path}));
        } else if (kind == "bad settings"_L1) {
            fill(m_folder.settings(), "{ broken");
            QVERIFY(write(m_path));
        }
        const auto prepared = restore(m_path);
        QVERIFY(!prepared);
        QVERIFY(prepared.error().message.size() > 20);
        end();
        QCOMPARE(Backups::carryOut(m_folder).value(), QString());
        start();
        QCOMPARE(notes(), QStringList(u"before"_s));
    }

    void saysWhereItCouldNotWrite()
    {
        const auto written = write(m_home->filePath(u"none/fairlead.backup"_s));
        QVERIFY(!written);
        QVERIFY(written.error().message.contains("none"_L1));
    }

    void takesTheSignInsToAnotherComputer_data()
    {
        QTest::addColumn<secrets::KeychainState>("keychain");
        QTest::addColumn<bool>("hasKeyFile");
        QTest::addColumn<RestoredKey>("kept");
        QTest::newRow("a keychain")
            << secrets::KeychainState::Ready << false << RestoredKey::Keychain;
        QTest::newRow("no keychain")
            << secrets::KeychainState::Absent << false << RestoredKey::File;
        QTest::newRow("a key file of its own")
            << secrets::KeychainState::Absent << true << RestoredKey::File;
    }
    void takesTheSignInsToAnotherComputer()
    {
        QFETCH(const secrets::KeychainState, keychain);
        QFETCH(const bool, hasKeyFile);
        QFETCH(const RestoredKey, kept);
        QVERIFY(write(m_path, passphrase));
        QVERIFY(!bytes(m_path).contains(m_vault->masterKey()->reveal()));
        QVERIFY(QCoro::waitFor(m_backups->hasMasterKey(m_path)).value());
        if (hasKeyFile) {
            m_keyFile = m_home->filePath(u"given.key"_s);
            QVERIFY(durableWrite(m_keyFile, QByteArray(32, 'k')));
        }
        moveTo(keychain);
        QCOMPARE(restore(m_path, "wrong horse battery").error().code, ErrorCode::Unauthorized);
        QVERIFY(!QFile::exists(m_folder.filePath(u"restore"_s)));
        QCOMPARE(restore(m_path, passphrase).value(), kept);
        restart();
        QTRY_COMPARE(m_vault->state(), secrets::VaultState::Ready);
        QVERIFY(m_vault->get(u"sign-in"_s)->secret.equals("canary-token"));
        QCOMPARE(QFile::exists(m_folder.filePath(u"master.key"_s)), kept == RestoredKey::File);
        restart();
        QTRY_COMPARE(m_vault->state(), secrets::VaultState::Ready);
    }

    void needsNoPassphraseWhereTheKeyIsStillThere()
    {
        QVERIFY(write(m_path, passphrase));
        QCOMPARE(restore(m_path).value(), RestoredKey::None);
        QCOMPARE(restore(m_path, passphrase).value(), RestoredKey::Here);
        restart();
        QTRY_VERIFY(m_vault->get(u"sign-in"_s));
    }

    void restoresNothingWhenTheKeychainIsLocked()
    {
        QVERIFY(write(m_path, passphrase));
        moveTo(secrets::KeychainState::Ready);
        m_keychain.state = secrets::KeychainState::Locked;
        QCOMPARE(restore(m_path, passphrase).error().code, ErrorCode::SecretsUnavailable);
        end();
        QCOMPARE(Backups::carryOut(m_folder).value(), QString());
        start();
    }

    void refusesAPassphraseThatProtectsNothing()
    {
        QCOMPARE(write(m_path, "short").error().code, ErrorCode::InvalidInput);
        QVERIFY(!QFile::exists(m_path));
    }

    void leavesNothingWhenItIsCancelled()
    {
        QVERIFY(write(m_path));
        const QByteArray before = bytes(m_path);
        CancellationSource source;
        source.cancel();
        QCOMPARE(write(m_path, passphrase, source.token()).error().code, ErrorCode::Cancelled);
        QCOMPARE(bytes(m_path), before);
        QCOMPARE(QDir(m_home->path()).entryList(QDir::Files), QStringList(u"fairlead.backup"_s));
        const auto prepared =
            QCoro::waitFor(m_backups->prepareRestore(m_path, Secret(), source.token()));
        QCOMPARE(prepared.error().code, ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(m_folder.filePath(u"restore"_s)));
    }

    void doesOneThingAtATime()
    {
        int done = 0;
        const QString other = m_home->filePath(u"other.backup"_s);
        QCoro::connect(
            m_backups->write(m_path, Secret(), {}), this, [&done](const Result<> &first) {
                QVERIFY(first);
                ++done;
            });
        QCOMPARE(write(other).error().code, ErrorCode::Conflict);
        QCOMPARE(restore(m_path).error().code, ErrorCode::Conflict);
        QTRY_COMPARE(done, 1);
        QVERIFY(write(other));
    }

private:
    [[nodiscard]] Result<> write(const QString &path,
                                 const QByteArray &passphrase = {},
                                 const CancellationToken &cancellation = {}) const
    {
        return QCoro::waitFor(m_backups->write(path, Secret(passphrase), cancellation));
    }
    [[nodiscard]] Result<RestoredKey> restore(const QString &path,
                                              const QByteArray &passphrase = {}) const
    {
        return QCoro::waitFor(m_backups->prepareRestore(path, Secret(passphrase), {}));
    }

    /** Opens the data folder as a start does. */
    void start()
    {
        m_database = std::move(store::Database::open(m_folder.database()).value());
        const secrets::VaultOptions options{.dataFolder = m_folder.path(),
                                            .fallback = secrets::FallbackPolicy::CreateKeyFile,
                                            .credentialsFolder = {},
                                            .keyFile = m_keyFile};
        m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
        QVERIFY(m_vault->open());
        m_backups = std::make_unique<Backups>(*m_vault, m_folder);
    }
    void end()
    {
        m_backups.reset();
        m_vault.reset();
        m_database.reset();
    }
    /** Leaves this computer for one that has nothing, with a keychain in that state. */
    void moveTo(secrets::KeychainState keychain)
    {
        end();
        m_keychain.items.clear();
        m_keychain.state = keychain;
        m_folder = settings::DataFolder::open(m_home->filePath(u"other"_s)).value();
        start();
        QTRY_COMPARE(m_vault->state(), secrets::VaultState::Ready);
    }
    void restart()
    {
        end();
        QVERIFY(Backups::carryOut(m_folder));
        start();
    }

    void note(const QString &name) const
    {
        QVERIFY(m_database->execute(
            u"INSERT INTO users (id, name, email, created_at) VALUES (?, ?, '', '')"_s,
            {name, name}));
    }

    /** A connection of that name with its token; its id is "con_" and the name. */
    void addConnection(const QString &name) const
    {
        const QString id = u"con_"_s + name;
        QVERIFY(m_database->execute(
            u"INSERT INTO pm_provider_connections (id, user_id, provider_type, name, base_url, "
            "api_base_url, username, account_name, auth_type, state, last_error, limitations, "
            "created_at) VALUES (?, 'before', 'jira', ?, ?, '', '', '', '', '', '', '', '')"_s,
            {id, name, u"https://%1.example"_s.arg(name)}));
        QVERIFY(m_vault->put(u"connection/"_s + id, Secret("canary-token"_ba)));
    }

    [[nodiscard]] QStringList notes() const
    {
        QStringList names;
        const auto rows = m_database->select(u"SELECT name FROM users ORDER BY name"_s);
        for (const auto &row : rows.value_or(QList<store::Row>()))
            names.append(row.text(u"name"_s));
        return names;
    }

    static void fill(const QString &path, const QByteArray &text)
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
    QString m_keyFile; ///< FAIRLEAD_MASTER_KEY_FILE
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<Backups> m_backups;
};

QTEST_GUILESS_MAIN(TestBackups)
#include "tst_backups.moc"
