// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/mcpkeys.h"
#include "server/accounts/users.h"
#include "server/base/ids.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::accounts;
using namespace std::chrono_literals;

class TestMcpKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        Users users(*m_database, m_clock);
        m_anna = users.create(u"Anna"_s, {}).value().id;
        m_ben = users.create(u"Ben"_s, {}).value().id;
        reopen();
    }

    void cleanup()
    {
        m_keys.reset();
        m_database.reset();
    }

    void makesKeysOfTheDocumentedForm()
    {
        const auto created = m_keys->create(request());
        QVERIFY(created);
        QCOMPARE(created->secret.size(), 68);
        QVERIFY(created->secret.reveal().startsWith("mcp_"));
        QCOMPARE(created->key.prefix.toLatin1(), created->secret.reveal().first(12));
        QCOMPARE(created->key.createdAt, m_clock.now());
        QVERIFY(!created->key.expiresAt.isValid());
        QVERIFY(!created->secret.equals(m_keys->create(request())->secret.reveal()));
    }

    void takesNoneWhileTheyCannotBeRead()
    {
        const auto created = m_keys->create(request());
        QVERIFY(m_database->execute(u"ALTER TABLE user_mcp_api_keys RENAME TO away"_s));
        QVERIFY(!m_keys->load());
        const auto refused = m_keys->authenticate(created->secret.reveal());
        const auto again = m_keys->authenticateAgain(created->key.id, created->key.prefix);
        QVERIFY(m_database->execute(u"ALTER TABLE away RENAME TO user_mcp_api_keys"_s));
        QCOMPARE(refused.error().code, ErrorCode::Storage);
        QCOMPARE(again.error().code, ErrorCode::Storage);
        QVERIFY(refused.error().message.contains(created->key.prefix));
        QVERIFY(m_keys->load());
        QVERIFY(m_keys->authenticate(created->secret.reveal()));
        QVERIFY(m_keys->authenticateAgain(created->key.id, created->key.prefix));
        QVERIFY(!m_keys->authenticateAgain(u"key_of_nobody"_s, created->key.prefix));
    }

    void knowsItsKeysAgain()
    {
        const auto created = m_keys->create(request());
        QCOMPARE(m_keys->authenticate(created->secret.reveal()).value(), created->key);
        reopen();
        QCOMPARE(m_keys->authenticate(created->secret.reveal()).value(), created->key);
    }

    void keepsEveryPropertyOnDisk()
    {
        NewMcpKey wanted = request();
        wanted.access = tools::KeyAccess::Full;
        wanted.rights = tools::KeyRight::Proxy;
        wanted.toolsets = QStringList{u"jira_links"_s, u"jira_agile"_s};
        wanted.asks = tools::KeyAsking::Writes;
        wanted.expiresAt = m_clock.now().addDays(90);
        wanted.connectionIds = QStringList{connectionOf(m_anna), connectionOf(m_anna)};
        const auto created = m_keys->create(wanted);
        QVERIFY(created);
        QCOMPARE(created->key.connectionIds.size(), 2);
        reopen();
        QCOMPARE(m_keys->list(m_anna).value(), QList<McpKey>{created->key});
    }

    void changesToolsets()
    {
        const auto created = m_keys->create(request());
        QSignalSpy changed(m_keys.get(), &McpKeys::toolsetsChanged);
        const auto key = m_keys->setToolsets(m_anna, created->key.id, {u"jira_agile"_s});
        QCOMPARE(key->toolsets, QStringList{u"jira_agile"_s});
        QCOMPARE(changed.count(), 1);
        reopen();
        QCOMPARE(m_keys->find(m_anna, created->key.id)->toolsets, QStringList{u"jira_agile"_s});
        QVERIFY(m_keys->setToolsets(m_anna, created->key.id, {})->toolsets.isEmpty());
    }

    void refusesToolsetsThatThereAreNotAndOtherPeoplesKeys()
    {
        const QString id = m_keys->create(request())->key.id;
        QCOMPARE(m_keys->setToolsets(m_anna, id, {u"jira_zebra"_s}).error().code,
                 ErrorCode::InvalidInput);
        QCOMPARE(m_keys->setToolsets(m_ben, id, {u"all"_s}).error().code, ErrorCode::NotFound);
        QVERIFY(m_keys->revoke(m_anna, id));
        QCOMPARE(m_keys->setToolsets(m_anna, id, {u"all"_s}).error().code, ErrorCode::Conflict);
        NewMcpKey wanted = request();
        wanted.toolsets = {u"jira_zebra"_s};
        QCOMPARE(m_keys->create(wanted).error().code, ErrorCode::InvalidInput);
    }

    void forgetsARightThatItDoesNotKnow()
    {
        NewMcpKey wanted = request();
        wanted.rights = tools::KeyRight::Proxy;
        const auto created = m_keys->create(wanted);
        QVERIFY(m_database->execute(
            u"UPDATE user_mcp_api_keys SET rights = 'proxy of_a_newer_program'"_s));
        reopen();
        const auto read = m_keys->authenticate(created->secret.reveal());
        QCOMPARE(tools::rightNames(read->rights), QStringList{u"proxy"_s});
        QVERIFY(!m_keys->create(request())->key.rights);
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("presented");
        const QByteArray digits(63, 'a');
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("prefix only") << "mcp_"_ba;
        QTest::newRow("short") << "mcp_" + digits;
        QTest::newRow("long") << "mcp_" + digits + "aa";
        QTest::newRow("upper case") << "mcp_" + digits + 'A';
        QTest::newRow("other prefix") << "ctl_" + digits + 'a';
        QTest::newRow("not hex") << "mcp_" + digits + 'g';
        QTest::newRow("trailing space") << "mcp_" + digits + ' ';
        QTest::newRow("NUL") << "mcp_" + digits + '\0';
        QTest::newRow("newline") << "mcp_" + digits + '\n';
        QTest::newRow("huge") << QByteArray(1'000'000, 'a');
        QTest::newRow("unknown") << "mcp_" + digits + 'a';
    }

    void refusesWhatIsNoKey()
    {
        QFETCH(const QByteArray, presented);
        QVERIFY(m_keys->create(request()));
        const auto refused = m_keys->authenticate(presented);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        // At most the prefix is repeated.
        QVERIFY(!refused.error().message.contains(QString::fromLatin1(presented.mid(4, 9)))
                || presented.size() < 13);
    }

    void refusesAKeyWithAnyDigitChanged()
    {
        const QByteArray secret = m_keys->create(request())->secret.reveal();
        for (qsizetype i = 4; i < secret.size(); ++i) {
            QByteArray changed = secret;
            changed[i] = changed[i] == '0' ? '1' : '0';
            QVERIFY(!m_keys->authenticate(changed));
        }
    }

    void storesOnlyTheHash()
    {
        if (!m_database->address().isFile())
            QSKIP("A server keeps its files to itself");
        const auto created = m_keys->create(request());
        QVERIFY(m_database->truncateLog());
        const QByteArray secretPart = created->secret.reveal().mid(12);
        int files = 0;
        QDirIterator folder(m_folder->path(), QDir::Files);
        while (folder.hasNext()) {
            QFile file(folder.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY(!content.contains(secretPart));
            QVERIFY(!content.contains(QByteArray::fromHex(secretPart)));
            ++files;
        }
        QVERIFY(files > 0);
    }

    void knowsWhoseARevokedKeyWas()
    {
        const auto created = m_keys->create(request());
        QVERIFY(m_keys->revoke(m_anna, created->key.id));
        QCOMPARE(m_keys->userOf(created->secret.reveal()), m_anna);
        QCOMPARE(m_keys->userOf("mcp_" + QByteArray(64, '0')), QString());
        QCOMPARE(m_keys->userOf({}), QString());
    }

    void endsAKeyWhenItIsRevoked()
    {
        const auto created = m_keys->create(request());
        QSignalSpy ended(m_keys.get(), &McpKeys::ended);
        QVERIFY(m_keys->revoke(m_anna, created->key.id));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(ended.first().first().toString(), created->key.id);
        const auto refused = m_keys->authenticate(created->secret.reveal());
        QVERIFY(refused.error().message.contains("revoked"_L1));
        const auto again = m_keys->authenticateAgain(created->key.id, created->key.prefix);
        QCOMPARE(again.error().code, ErrorCode::Unauthorized);
        QVERIFY(refused.error().message.contains(created->key.prefix));
        QVERIFY(m_keys->revoke(m_anna, created->key.id));
        QCOMPARE(ended.count(), 1);
        QCOMPARE(m_keys->rotate(m_anna, created->key.id).error().code, ErrorCode::Conflict);
        reopen();
        QVERIFY(!m_keys->authenticate(created->secret.reveal()));
        QVERIFY(m_keys->list(m_anna)->first().revokedAt.isValid());
    }

    void endsTheOldSecretWhenItIsRotated()
    {
        const auto created = m_keys->create(request());
        QSignalSpy ended(m_keys.get(), &McpKeys::ended);
        const auto rotated = m_keys->rotate(m_anna, created->key.id);
        QVERIFY(rotated);
        QCOMPARE(ended.count(), 1);
        QCOMPARE(rotated->key.id, created->key.id);
        QVERIFY(!m_keys->authenticate(created->secret.reveal()));
        QCOMPARE(m_keys->authenticate(rotated->secret.reveal())->id, created->key.id);
        QVERIFY(!m_keys->authenticateAgain(created->key.id, created->key.prefix));
        QVERIFY(m_keys->authenticateAgain(created->key.id, rotated->key.prefix));
        reopen();
        QVERIFY(!m_keys->authenticate(created->secret.reveal()));
        QVERIFY(m_keys->authenticate(rotated->secret.reveal()));
    }

    void endsAKeyWhenItExpires()
    {
        NewMcpKey wanted = request();
        wanted.expiresAt = m_clock.now().addMSecs(30);
        const auto created = m_keys->create(wanted);
        QSignalSpy ended(m_keys.get(), &McpKeys::ended);
        QVERIFY(m_keys->authenticate(created->secret.reveal()));
        m_clock.advance(30ms);
        const auto refused = m_keys->authenticate(created->secret.reveal());
        QVERIFY(refused.error().message.contains("expired"_L1));
        QTRY_COMPARE(ended.count(), 1);
        QCOMPARE(ended.first().first().toString(), created->key.id);
    }

    void refusesBadRequests_data()
    {
        QTest::addColumn<NewMcpKey>("wanted");
        QTest::addColumn<ErrorCode>("expected");
        NewMcpKey wanted = request();
        wanted.userId = u"placeholder"_s;
        QTest::newRow("unknown user") << wanted << ErrorCode::NotFound;
        wanted = {};
        QTest::newRow("no name") << wanted << ErrorCode::InvalidInput;
        wanted.name = QString(101, u'a');
        QTest::newRow("long name") << wanted << ErrorCode::InvalidInput;
        wanted = request();
        wanted.expiresAt = m_clock.now();
        QTest::newRow("expired") << wanted << ErrorCode::InvalidInput;
        wanted = request();
        wanted.userId.clear();
        wanted.connectionIds = QStringList{u"con_unknown"_s};
        QTest::newRow("unknown connection") << wanted << ErrorCode::InvalidInput;
    }

    void refusesBadRequests()
    {
        QFETCH(NewMcpKey, wanted);
        if (wanted.userId.isEmpty())
            wanted.userId = m_anna;
        QTEST(m_keys->create(wanted).error().code, "expected");
        QVERIFY(m_keys->list(m_anna)->isEmpty());
    }

    void refusesAnotherUsersConnection()
    {
        NewMcpKey wanted = request();
        wanted.connectionIds = QStringList{connectionOf(m_ben)};
        QCOMPARE(m_keys->create(wanted).error().code, ErrorCode::InvalidInput);
    }

    void staysLimitedWhenItsConnectionIsRemoved()
    {
        NewMcpKey wanted = request();
        wanted.connectionIds = QStringList{connectionOf(m_anna)};
        const auto created = m_keys->create(wanted);
        QVERIFY(m_database->execute(u"DELETE FROM pm_provider_connections"_s));
        reopen();
        QCOMPARE(m_keys->authenticate(created->secret.reveal())->connectionIds,
                 wanted.connectionIds);
    }

    void keepsAnotherUsersKeysOutOfReach()
    {
        const QString id = m_keys->create(request())->key.id;
        QVERIFY(m_keys->list(m_ben)->isEmpty());
        QCOMPARE(m_keys->find(m_ben, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_keys->rename(m_ben, id, u"x"_s).error().code, ErrorCode::NotFound);
        QCOMPARE(m_keys->rotate(m_ben, id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_keys->revoke(m_ben, id).error().code, ErrorCode::NotFound);
        QVERIFY(!m_keys->find(m_anna, id)->revokedAt.isValid());
    }

    void renames()
    {
        const QString id = m_keys->create(request())->key.id;
        QCOMPARE(m_keys->rename(m_anna, id, u" Laptop "_s)->name, u"Laptop"_s);
        QCOMPARE(m_keys->rename(m_anna, id, u" "_s).error().code, ErrorCode::InvalidInput);
        reopen();
        QCOMPARE(m_keys->find(m_anna, id)->name, u"Laptop"_s);
    }

    void notesUsesAndWritesThemWhenFlushed()
    {
        const QString id = m_keys->create(request())->key.id;
        m_clock.advance(1s);
        m_keys->noteUse(id, u"Cursor\n1.0"_s);
        m_keys->noteUse(u"key_gone"_s, u"x"_s);
        QCOMPARE(m_keys->find(m_anna, id)->lastUsedAt, m_clock.now());
        QCOMPARE(m_keys->find(m_anna, id)->lastClient, u"Cursor 1.0"_s);
        const auto stored = [this] {
            return m_database->select(u"SELECT last_used_at AS t FROM user_mcp_api_keys"_s)
                ->first()
                .value(u"t"_s);
        };
        QVERIFY(stored().isNull());
        QVERIFY(m_keys->flush());
        QVERIFY(!stored().isNull());
        reopen();
        QCOMPARE(m_keys->find(m_anna, id)->lastClient, u"Cursor 1.0"_s);
    }

    void takesInWhatAnotherInstanceHasChanged()
    {
        McpKeys other(*m_database, m_clock);
        QVERIFY(other.load());
        const auto created = m_keys->create(request());
        const QString id = created->key.id;
        QVERIFY(!other.authenticate(created->secret.reveal()));
        QVERIFY(other.load());
        QCOMPARE(other.authenticate(created->secret.reveal()).value(), created->key);

        const QSignalSpy toolsets(&other, &McpKeys::toolsetsChanged);
        QVERIFY(m_keys->setToolsets(m_anna, id, {u"jira_agile"_s}));
        QVERIFY(other.load());
        QCOMPARE(toolsets.count(), 1);
        QVERIFY(m_keys->setRights(m_anna, id, tools::KeyRight::Lease));
        QVERIFY(other.load());
        const QSignalSpy leaseRight(&other, &McpKeys::leaseRightLost);
        QVERIFY(m_keys->setRights(m_anna, id, {}));
        QVERIFY(other.load());
        QCOMPARE(leaseRight.count(), 1);
    }

    void endsWhatAnotherInstanceHasEnded()
    {
        const auto revoked = m_keys->create(request());
        const auto rotated = m_keys->create(request());
        const auto forgotten = m_keys->create(request());
        const auto kept = m_keys->create(request());
        McpKeys other(*m_database, m_clock);
        QVERIFY(other.load());
        other.noteUse(kept->key.id, u"Cursor"_s);
        const auto usedAt = other.find(m_anna, kept->key.id)->lastUsedAt;
        QVERIFY(m_keys->revoke(m_anna, revoked->key.id));
        const auto anew = m_keys->rotate(m_anna, rotated->key.id);
        QVERIFY(m_keys->forget(m_anna, forgotten->key.id));

        QStringList ended;
        connect(&other, &McpKeys::ended, this, [&](const QString &id) {
            // Whoever is told closes what was opened with it: nothing may let it in again.
            for (const auto *each : {&revoked, &rotated, &forgotten})
                QVERIFY((*each)->key.id != id || !other.authenticate((*each)->secret.reveal()));
            ended.append(id);
        });
        QStringList expected{revoked->key.id, rotated->key.id, forgotten->key.id};
        QVERIFY(other.load());
        expected.sort();
        ended.sort();
        QCOMPARE(ended, expected);
        QVERIFY(other.authenticate(anew->secret.reveal()));
        QCOMPARE(other.find(m_anna, kept->key.id)->lastUsedAt, usedAt);
        QVERIFY(other.load());
        QCOMPARE(ended.size(), 3);
    }

private:
    void reopen()
    {
        m_keys = std::make_unique<McpKeys>(*m_database, m_clock);
        QVERIFY(m_keys->load());
    }

    [[nodiscard]] NewMcpKey request() const
    {
        NewMcpKey wanted;
        wanted.userId = m_anna;
        wanted.name = u"Cursor"_s;
        return wanted;
    }

    [[nodiscard]] QString connectionOf(const QString &userId)
    {
        const QString id = newId(u"con_");
        const auto stored = m_database->execute(
            u"INSERT INTO pm_provider_connections (id, user_id, provider_type, name, base_url, "
            "api_base_url, username, account_name, auth_type, state, last_error, limitations, "
            "created_at) VALUES (?, ?, '', '', ?, '', '', '', '', '', '', '', '')"_s,
            {id, userId, id});
        return stored ? id : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<McpKeys> m_keys;
    QString m_anna;
    QString m_ben;
};

QTEST_GUILESS_MAIN(TestMcpKeys)
#include "tst_mcpkeys.moc"
