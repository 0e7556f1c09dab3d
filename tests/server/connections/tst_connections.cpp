// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/users.h"
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/connections/connections.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::connections;
using namespace std::chrono_literals;

class TestConnections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = fakes::openTestDatabase(m_folder->path());
        secrets::VaultOptions options;
        options.keyFile = m_folder->filePath(u"test.key"_s);
        QVERIFY(durableWrite(options.keyFile, randomBytes(32)));
        m_vault = std::make_unique<secrets::Vault>(*m_database, m_keychain, options);
        QVERIFY(m_vault->open());
        accounts::Users users(*m_database, m_clock);
        m_anna = users.create(u"Anna"_s, {}).value().id;
        m_ben = users.create(u"Ben"_s, {}).value().id;
        m_connections = std::make_unique<Connections>(*m_database, *m_vault, m_clock);
    }

    void cleanup()
    {
        m_connections.reset();
        m_vault.reset();
        m_database.reset();
    }

    void storesAConnectionAndItsCredential()
    {
        QSignalSpy changes(m_connections.get(), &Connections::changed);
        Connection wanted = connectionOf(m_anna);
        wanted.limitations = QStringList{u"May not comment."_s, u"May not \"delete\"."_s};
        wanted.method = SignInMethod::ScopedApiToken;
        const auto saved = m_connections->save(wanted, Secret("token"_ba));
        QVERIFY(saved);
        QVERIFY(saved->id.startsWith("con_"_L1));
        QCOMPARE(changes.count(), 1);
        wanted.id = saved->id;
        wanted.createdAt = m_clock.now();
        QCOMPARE(*saved, wanted);
        QCOMPARE(m_connections->find(m_anna, saved->id).value(), wanted);
        QVERIFY(m_connections->credential(*saved)->equals("token"));
    }

    void replacesTheSameAccountAndKeepsItsId()
    {
        const auto first = m_connections->save(connectionOf(m_anna), Secret("old"_ba));
        m_connections->noteFailure(first->id, {ErrorCode::Unauthorized, u"Expired."_s});
        Connection again = connectionOf(m_anna);
        again.site = QUrl(u"https://company.atlassian.net/"_s);
        again.accountName = u"Anna B."_s;
        const auto second = m_connections->save(again, Secret("new"_ba));
        QVERIFY(second);
        QCOMPARE(second->id, first->id);
        QCOMPARE(second->accountName, u"Anna B."_s);
        QCOMPARE(second->state, ConnectionState::Connected);
        QCOMPARE(m_connections->list(m_anna)->size(), 1);
        QVERIFY(m_connections->credential(*second)->equals("new"));
    }

    void keepsAnotherUsersConnectionsOutOfReach()
    {
        const auto annas = m_connections->save(connectionOf(m_anna), Secret("anna"_ba)).value();
        const auto bens = m_connections->save(connectionOf(m_ben), Secret("ben"_ba)).value();
        QVERIFY(annas.id != bens.id);
        QCOMPARE(m_connections->list(m_anna)->size(), 1);
        QCOMPARE(m_connections->listAll()->size(), 2);
        QCOMPARE(m_connections->find(m_ben, annas.id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_connections->remove(m_ben, annas.id).error().code, ErrorCode::NotFound);
        Connection forged = annas;
        forged.userId = m_ben;
        QCOMPARE(m_connections->credential(forged).error().code, ErrorCode::NotFound);
        QVERIFY(m_connections->credential(annas)->equals("anna"));
        QVERIFY(m_connections->credential(bens)->equals("ben"));

        Connection stolen = connectionOf(m_ben);
        stolen.id = annas.id;
        QCOMPARE(m_connections->save(stolen, Secret("x"_ba))->id, bens.id);
        QVERIFY(m_connections->credential(annas)->equals("anna"));
    }

    void storesNothingWithoutTheMasterKey()
    {
        secrets::VaultOptions options;
        options.keyFile = m_folder->filePath(u"missing.key"_s);
        secrets::Vault closed(*m_database, m_keychain, options);
        QVERIFY(closed.open());
        Connections connections(*m_database, closed, m_clock);
        const auto refused = connections.save(connectionOf(m_anna), Secret("token"_ba));
        QCOMPARE(refused.error().code, ErrorCode::SecretsUnavailable);
        QVERIFY(connections.list(m_anna)->isEmpty());
    }

    void removesConnectionAndSecret()
    {
        const auto saved = m_connections->save(connectionOf(m_anna), Secret("token"_ba)).value();
        QVERIFY(m_connections->remove(m_anna, saved.id));
        QVERIFY(m_connections->list(m_anna)->isEmpty());
        QVERIFY(m_database->select(u"SELECT id FROM secrets"_s)->isEmpty());
        QCOMPARE(m_connections->remove(m_anna, saved.id).error().code, ErrorCode::NotFound);
        QCOMPARE(m_connections->credential(saved).error().code, ErrorCode::NotFound);
    }

    void givesACallerWhatItsKeyAllows()
    {
        const auto first = m_connections->save(connectionOf(m_anna), Secret("1"_ba)).value();
        m_clock.advance(1s);
        Connection other = connectionOf(m_anna);
        other.account = u"other@example.com"_s;
        const auto second = m_connections->save(other, Secret("2"_ba)).value();
        other.provider = u"notion"_s;
        const auto notion = m_connections->save(other, Secret("3"_ba)).value();
        tools::Caller caller;
        caller.userId = m_anna;
        QCOMPARE(idsFor(caller), (QStringList{first.id, second.id}));
        caller.connectionIds = QStringList{second.id, notion.id};
        QCOMPARE(idsFor(caller), QStringList{second.id});
        caller.connectionIds = QStringList{u"con_gone"_s};
        QCOMPARE(idsFor(caller), QStringList());
        caller = {};
        caller.userId = m_ben;
        caller.connectionIds = QStringList{first.id};
        QCOMPARE(idsFor(caller), QStringList());
    }

    void notesHowTheLastCallWent_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<ConnectionState>("expected");
        QTest::newRow("refused") << ErrorCode::Unauthorized << ConnectionState::NeedsSignIn;
        QTest::newRow("network") << ErrorCode::Network << ConnectionState::Unreachable;
        QTest::newRow("timeout") << ErrorCode::Timeout << ConnectionState::Unreachable;
        QTest::newRow("TLS") << ErrorCode::Tls << ConnectionState::Unreachable;
        QTest::newRow("nonsense") << ErrorCode::InvalidData << ConnectionState::Connected;
        QTest::newRow("not found") << ErrorCode::NotFound << ConnectionState::Connected;
        QTest::newRow("forbidden") << ErrorCode::Forbidden << ConnectionState::Connected;
        QTest::newRow("cancelled") << ErrorCode::Cancelled << ConnectionState::Connected;
        QTest::newRow("our keychain")
            << ErrorCode::SecretsUnavailable << ConnectionState::Connected;
    }

    void notesHowTheLastCallWent()
    {
        QFETCH(const ErrorCode, code);
        QFETCH(const ConnectionState, expected);
        const QString id = m_connections->save(connectionOf(m_anna), Secret("1"_ba))->id;
        QSignalSpy changes(m_connections.get(), &Connections::changed);
        for (int i = 0; i < 3; ++i)
            m_connections->noteFailure(id, {code, u"It failed."_s});
        const bool changed = expected != ConnectionState::Connected;
        QCOMPARE(changes.count(), changed ? 1 : 0);
        QCOMPARE(m_connections->find(m_anna, id)->state, expected);
        QCOMPARE(m_connections->find(m_anna, id)->lastError, changed ? u"It failed."_s : QString());

        m_clock.advance(5s);
        m_connections->noteSuccess(id);
        QCOMPARE(changes.count(), changed ? 2 : 0);
        QCOMPARE(m_connections->find(m_anna, id)->state, ConnectionState::Connected);
        QCOMPARE(m_connections->find(m_anna, id)->lastError, QString());
        QCOMPARE(m_connections->find(m_anna, id)->lastUsedAt, m_clock.now());
    }

    void writesTimesOfLastUseWhenFlushed()
    {
        const QString id = m_connections->save(connectionOf(m_anna), Secret("1"_ba))->id;
        m_connections->noteSuccess(id);
        QVERIFY(m_connections->flush());
        const Connections other(*m_database, *m_vault, m_clock);
        QCOMPARE(other.find(m_anna, id)->lastUsedAt, m_clock.now());
    }

    void ignoresNotesOnWhatDoesNotExist()
    {
        QSignalSpy changes(m_connections.get(), &Connections::changed);
        m_connections->noteSuccess(u"con_gone"_s);
        m_connections->noteFailure(u"con_gone"_s, {ErrorCode::Network, u"x"_s});
        QCOMPARE(changes.count(), 0);
    }

private:
    [[nodiscard]] static Connection connectionOf(const QString &userId)
    {
        Connection connection;
        connection.userId = userId;
        connection.provider = u"jira"_s;
        connection.name = u"company.atlassian.net"_s;
        connection.site = QUrl(u"https://company.atlassian.net"_s);
        connection.apiBase = QUrl(u"https://api.atlassian.com/ex/jira/42"_s);
        connection.account = u"anna@example.com"_s;
        connection.accountName = u"Anna"_s;
        return connection;
    }

    [[nodiscard]] QStringList idsFor(const tools::Caller &caller) const
    {
        QStringList ids;
        const auto usable = m_connections->usableBy(caller, u"jira"_s);
        for (const Connection &connection : usable.value())
            ids.append(connection.id);
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    fakes::FakeKeychain m_keychain;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<secrets::Vault> m_vault;
    std::unique_ptr<Connections> m_connections;
    QString m_anna;
    QString m_ben;
};

QTEST_GUILESS_MAIN(TestConnections)
#include "tst_connections.moc"
