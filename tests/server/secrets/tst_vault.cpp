// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QDirIterator>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::secrets;
using namespace std::chrono_literals;

class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<fakes::FakeKeychain>();
        m_options = {};
        m_options.dataFolder = m_folder->path();
        m_database = fakes::openTestDatabase(m_folder->path());
    }

    void cleanup()
    {
        m_vault.reset();
        m_database.reset();
    }

    void keepsANewKeyInTheKeychain()
    {
        open();
        QCOMPARE(m_vault->state(), VaultState::Opening);
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
        QCOMPARE(m_vault->source(), MasterKeySource::Keychain);
        QCOMPARE(m_vault->stateMessage(), QString());
        QCOMPARE(m_keychain->items.size(), 1);
        QCOMPARE(m_keychain->items.begin().value().size(), 32);
        QVERIFY(m_keychain->items.begin().key().startsWith("fairlead/master-key/"_L1));
    }

    void storesAndReturnsSecrets()
    {
        openReady();
        QCOMPARE(m_vault->put(u"a"_s, Secret("token"_ba)).value(), 1);
        const auto stored = m_vault->get(u"a"_s);
        QVERIFY(stored);
        QVERIFY(stored->secret.equals("token"));
        QCOMPARE(stored->generation, 1);
        QCOMPARE(m_vault->get(u"b"_s).error().code, ErrorCode::NotFound);
    }

    void comparesGenerationsBeforeItReplaces()
    {
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("one"_ba)));
        QCOMPARE(m_vault->put(u"a"_s, Secret("x"_ba)).error().code, ErrorCode::Conflict);
        QCOMPARE(m_vault->put(u"a"_s, Secret("two"_ba), 1).value(), 2);
        QCOMPARE(m_vault->put(u"a"_s, Secret("x"_ba), 1).error().code, ErrorCode::Conflict);
        QCOMPARE(m_vault->put(u"b"_s, Secret("x"_ba), 1).error().code, ErrorCode::Conflict);
        QVERIFY(m_vault->get(u"a"_s)->secret.equals("two"));
        QCOMPARE(m_vault->generation(u"a"_s).value(), 2);
        QCOMPARE(m_vault->generation(u"b"_s).value(), 0);
    }

    void removesSecrets()
    {
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("token"_ba)));
        QVERIFY(m_vault->remove(u"a"_s));
        QVERIFY(m_vault->remove(u"a"_s));
        QCOMPARE(m_vault->get(u"a"_s).error().code, ErrorCode::NotFound);
    }

    void refusesARecordWithAnyBitFlipped_data()
    {
        QTest::addColumn<QString>("column");
        QTest::newRow("nonce") << u"nonce"_s;
        QTest::newRow("sealed") << u"sealed"_s;
    }

    void refusesARecordWithAnyBitFlipped()
    {
        QFETCH(const QString, column);
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("a token of some length"_ba)));
        const QString read = u"SELECT %1 FROM secrets"_s.arg(column);
        const QString write = u"UPDATE secrets SET %1 = ?"_s.arg(column);
        const QByteArray original = m_database->select(read)->first().value(column).toByteArray();
        QVERIFY(original.size() >= 12);
        for (qsizetype i = 0; i < original.size(); ++i) {
            QByteArray changed = original;
            changed[i] = static_cast<char>(changed[i] ^ (1 << (i % 8)));
            QVERIFY(m_database->execute(write, {changed}));
            QCOMPARE(m_vault->get(u"a"_s).error().code, ErrorCode::Storage);
        }
        for (qsizetype size = 0; size < original.size(); ++size) {
            QVERIFY(m_database->execute(write, {original.first(size)}));
            QVERIFY(!m_vault->get(u"a"_s));
        }
        QVERIFY(m_database->execute(write, {original}));
        QVERIFY(m_vault->get(u"a"_s));
    }

    void doesNotRememberWhatATransactionTookBack()
    {
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("old"_ba)));
        const auto takenBack = m_database->transaction([this]() -> Result<> {
            if (!m_vault->put(u"a"_s, Secret("new"_ba), 1) || !m_vault->get(u"a"_s))
                return failure(ErrorCode::Internal, u"The vault did not take it."_s);
            return failure(ErrorCode::Cancelled, u"Taken back."_s);
        });
        QCOMPARE(takenBack.error().code, ErrorCode::Cancelled);
        QCOMPARE(m_vault->get(u"a"_s)->secret.reveal(), "old"_ba);
        QCOMPARE(m_vault->get(u"a"_s)->generation, 1);
    }

    void forgetsTheOldSecretWithItsRecord()
    {
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("old"_ba)));
        QVERIFY(m_vault->get(u"a"_s));
        QVERIFY(m_vault->put(u"a"_s, Secret("new"_ba), 1));
        QCOMPARE(m_vault->get(u"a"_s)->secret.reveal(), "new"_ba);
        QVERIFY(m_vault->remove(u"a"_s));
        QCOMPARE(m_vault->get(u"a"_s).error().code, ErrorCode::NotFound);
    }

    void refusesARecordMovedElsewhere_data()
    {
        QTest::addColumn<QString>("change");
        QTest::addColumn<QString>("id");
        QTest::newRow("to another id") << u"UPDATE secrets SET id = 'z' WHERE id = 'a'"_s << u"z"_s;
        QTest::newRow("to another generation") << u"UPDATE secrets SET generation = 2"_s << u"a"_s;
        QTest::newRow("over another record")
            << u"INSERT INTO secrets SELECT 'z', generation, key_id, nonce, sealed FROM secrets"_s
            << u"z"_s;
    }

    void refusesARecordMovedElsewhere()
    {
        QFETCH(const QString, change);
        QFETCH(const QString, id);
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("token"_ba)));
        QVERIFY(m_database->execute(change));
        QCOMPARE(m_vault->get(id).error().code, ErrorCode::Storage);
    }

    void neverRepeatsANonce()
    {
        openReady();
        QSet<QByteArray> nonces;
        constexpr int writes = 10'000;
        const auto written = m_database->transaction([&]() -> Result<> {
            for (int i = 0; i < writes; ++i) {
                const auto put = m_vault->put(u"a"_s, Secret("token"_ba), i);
                if (!put)
                    return failure(put.error());
                const auto row = m_database->select(u"SELECT nonce FROM secrets"_s);
                nonces.insert(row->first().value(u"nonce"_s).toByteArray());
            }
            return {};
        });
        QVERIFY(written);
        QCOMPARE(nonces.size(), writes);
    }

    void leavesNoTraceOfASecretInTheDataFolder()
    {
        if (!m_database->address().isFile())
            QSKIP("A server keeps its files to itself");
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("CANARY-token-7f3a"_ba)));
        QVERIFY(m_vault->put(u"a"_s, Secret("CANARY-token-9b1c"_ba), 1));
        int files = 0;
        QDirIterator folder(m_folder->path(), QDir::Files | QDir::Hidden);
        while (folder.hasNext()) {
            QFile file(folder.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("CANARY-token"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void derivesAKeyForEachPurpose()
    {
        openReady();
        const auto first = m_vault->derivedKey("one");
        QCOMPARE(first->size(), 32);
        QVERIFY(first->equals(m_vault->derivedKey("one")->reveal()));
        QVERIFY(!first->equals(m_vault->derivedKey("two")->reveal()));
    }

    void findsTheKeyAgainAfterARestart()
    {
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("token"_ba)));
        openReady();
        QVERIFY(m_vault->get(u"a"_s)->secret.equals("token"));
        QCOMPARE(m_keychain->items.size(), 1);
    }

    void prefersTheSystemdCredential()
    {
        writeKey(u"master-key"_s, QFileDevice::ReadOwner | QFileDevice::ReadGroup);
        writeKey(u"other.key"_s, ownerOnly);
        m_options.credentialsFolder = m_folder->path();
        m_options.keyFile = m_folder->filePath(u"other.key"_s);
        open();
        QCOMPARE(m_vault->state(), VaultState::Ready);
        QCOMPARE(m_vault->source(), MasterKeySource::SystemdCredential);
        QVERIFY(m_keychain->calls.isEmpty());
    }

    void usesTheKeyFileThatWasGivenWithoutAskingTheKeychain()
    {
        writeKey(u"other.key"_s, ownerOnly);
        m_options.credentialsFolder = m_folder->path();
        m_options.keyFile = m_folder->filePath(u"other.key"_s);
        open();
        QCOMPARE(m_vault->state(), VaultState::Ready);
        QCOMPARE(m_vault->source(), MasterKeySource::KeyFile);
        QVERIFY(m_keychain->calls.isEmpty());
    }

    void doesNotLookElsewhereWhenTheKeyFileThatWasGivenIsUnusable()
    {
        m_options.keyFile = m_folder->filePath(u"missing.key"_s);
        m_options.fallback = FallbackPolicy::CreateKeyFile;
        open();
        QCOMPARE(m_vault->state(), VaultState::Denied);
        QVERIFY(m_vault->stateMessage().contains("missing.key"_L1));
        QVERIFY(m_keychain->calls.isEmpty());
        QVERIFY(!QFile::exists(m_folder->filePath(u"missing.key"_s)));
        QVERIFY(!QFile::exists(m_folder->filePath(u"master.key"_s)));
        QCOMPARE(m_vault->put(u"a"_s, Secret("x"_ba)).error().code, ErrorCode::SecretsUnavailable);
    }

    void makesAKeyFileWhereNoKeychainAnswersAndThePolicySaysSo()
    {
        m_keychain->state = KeychainState::Absent;
        m_options.fallback = FallbackPolicy::CreateKeyFile;
        open();
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
        QCOMPARE(m_vault->source(), MasterKeySource::DataFolder);
        QVERIFY(m_vault->put(u"a"_s, Secret("token"_ba)));
        const QFileInfo file(m_folder->filePath(u"master.key"_s));
        QCOMPARE(file.size(), 32);
        QVERIFY(!(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)));
        open();
        QCOMPARE(m_vault->state(), VaultState::Ready);
        QVERIFY(m_vault->get(u"a"_s)->secret.equals("token"));
    }

    void makesAKeyFileWhereTheKeychainCannotBeWritten()
    {
        m_keychain->writeState = KeychainState::Absent;
        m_options.fallback = FallbackPolicy::CreateKeyFile;
        open();
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
        QCOMPARE(m_vault->source(), MasterKeySource::DataFolder);
    }

    void waitsForConsentBeforeItMakesAKeyFile()
    {
        m_keychain->state = KeychainState::Absent;
        m_options.fallback = FallbackPolicy::Ask;
        open();
        QTRY_COMPARE(m_vault->state(), VaultState::Absent);
        QVERIFY(!QFile::exists(m_folder->filePath(u"master.key"_s)));
        QVERIFY(m_vault->canUseKeyFile());
        QVERIFY(m_vault->useKeyFile());
        QCOMPARE(m_vault->state(), VaultState::Ready);
        QCOMPARE(m_vault->source(), MasterKeySource::DataFolder);
        QVERIFY(!m_vault->canUseKeyFile());
        QCOMPARE(m_vault->useKeyFile().error().code, ErrorCode::Conflict);
    }

    void neverMakesAKeyOverDataSealedWithAnother_data()
    {
        QTest::addColumn<KeychainState>("state");
        QTest::addColumn<bool>("otherKey");
        QTest::addColumn<VaultState>("expected");
        QTest::newRow("not found") << KeychainState::Ready << false << VaultState::KeyChanged;
        QTest::newRow("another key") << KeychainState::Ready << true << VaultState::KeyChanged;
        QTest::newRow("no keychain") << KeychainState::Absent << false << VaultState::Absent;
        QTest::newRow("locked") << KeychainState::Locked << false << VaultState::Locked;
        QTest::newRow("denied") << KeychainState::Denied << false << VaultState::Denied;
    }

    void neverMakesAKeyOverDataSealedWithAnother()
    {
        QFETCH(const KeychainState, state);
        QFETCH(const bool, otherKey);
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("token"_ba)));
        const QHash<QString, QByteArray> kept = m_keychain->items;
        m_keychain->items.clear();
        if (otherKey)
            m_keychain->items.insert(kept.begin().key(), randomBytes(32));
        m_keychain->state = state;
        m_keychain->calls.clear();
        m_options.fallback = FallbackPolicy::CreateKeyFile;
        open();
        QSignalSpy changes(m_vault.get(), &Vault::stateChanged);
        QVERIFY(changes.wait());
        QTEST(m_vault->state(), "expected");
        QCOMPARE(m_keychain->calls.filter(u"write"_s).size(), 0);
        QVERIFY(!QFile::exists(m_folder->filePath(u"master.key"_s)));
        QVERIFY(!m_vault->canUseKeyFile());
        QCOMPARE(m_vault->get(u"a"_s).error().code, ErrorCode::SecretsUnavailable);
        QCOMPARE(m_vault->get(u"a"_s).error().message, m_vault->stateMessage());
        QVERIFY(!m_vault->derivedKey("x"));

        m_keychain->items = kept;
        m_keychain->state = KeychainState::Ready;
        m_vault->retry();
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
        QVERIFY(m_vault->get(u"a"_s)->secret.equals("token"));
    }

    void refusesAKeyFileThatIsNotTheOne()
    {
        openReady();
        writeKey(u"other.key"_s, ownerOnly);
        m_options.keyFile = m_folder->filePath(u"other.key"_s);
        open();
        QCOMPARE(m_vault->state(), VaultState::KeyChanged);
    }

    void healsByItselfWhenTheKeychainIsUnlocked()
    {
        m_keychain->state = KeychainState::Locked;
        m_options.retryInterval = 20ms;
        open();
        QTRY_COMPARE(m_vault->state(), VaultState::Locked);
        m_keychain->state = KeychainState::Ready;
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
    }

    void healsWhenTheKeychainAnswersLate()
    {
        m_keychain->state = KeychainState::Busy;
        open();
        QTRY_VERIFY(m_vault->stateMessage().contains("not answered"_L1));
        QCOMPARE(m_vault->state(), VaultState::Opening);
        m_keychain->state = KeychainState::Ready;
        Q_EMIT m_keychain->answeredLate();
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
    }

    void mayDieWhileTheKeychainIsAsked()
    {
        open();
        m_vault.reset();
        QCoreApplication::processEvents();
        QTRY_COMPARE(m_keychain->calls.size(), 1);
        QVERIFY(m_keychain->items.isEmpty());
    }

    void readsAnewWhatAnotherInstanceHasStored()
    {
        openReady();
        QVERIFY(m_vault->put(u"a"_s, Secret("old"_ba)));
        QVERIFY(m_vault->get(u"a"_s));
        Vault other(*m_database, *m_keychain, m_options);
        QVERIFY(other.open());
        QTRY_COMPARE(other.state(), VaultState::Ready);
        QVERIFY(other.put(u"a"_s, Secret("new"_ba), 1));
        QVERIFY(m_vault->get(u"a"_s)->secret.equals("old"));
        QCOMPARE(m_vault->generation(u"a"_s).value(), 2);
        QVERIFY(m_vault->get(u"a"_s)->secret.equals("new"));
        QVERIFY(other.remove(u"a"_s));
        QVERIFY(m_vault->open());
        QCOMPARE(m_vault->get(u"a"_s).error().code, ErrorCode::NotFound);
    }

    void twoThatStartAtOnceSealWithOneKey()
    {
        m_keychain->state = KeychainState::Absent;
        m_options.fallback = FallbackPolicy::CreateKeyFile;
        open();
        const QTemporaryDir folder;
        VaultOptions options = m_options;
        options.dataFolder = folder.path();
        Vault other(*m_database, *m_keychain, options);
        QVERIFY(other.open());
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
        QTRY_COMPARE(other.state(), VaultState::KeyChanged);
    }

private:
    void open()
    {
        m_vault = std::make_unique<Vault>(*m_database, *m_keychain, m_options);
        QVERIFY(m_vault->open());
    }

    void openReady()
    {
        open();
        QTRY_COMPARE(m_vault->state(), VaultState::Ready);
    }

    void writeKey(const QString &name, QFileDevice::Permissions permissions)
    {
        QVERIFY(durableWrite(m_folder->filePath(name), randomBytes(32), permissions));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<fakes::FakeKeychain> m_keychain;
    VaultOptions m_options;
    std::unique_ptr<Vault> m_vault;
};

QTEST_GUILESS_MAIN(TestVault)
#include "tst_vault.moc"
