// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/stores.h"
#include "tests/server/oauth/rotatingserver.h"

#include <QCoroTask>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace std::chrono_literals;
using connections::ConnectionState;
using secrets::KeychainState;
using secrets::VaultState;

/** Signed-in connections while the keychain is locked, frozen or gone. */
class TestKeychainStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<fakes::FakeKeychain>();
        m_server = std::make_unique<tests::RotatingServer>();
        m_clock = std::make_unique<fakes::FakeClock>();
        startProgram();
        QTRY_COMPARE(m_stores->vault->state(), VaultState::Ready);
        QVERIFY(m_stores->clients->use(u"jira"_s, {u"app"_s, Secret("app-secret"_ba)}));
        m_user = m_stores->user();
        connect();
    }

    void cleanup() { m_stores.reset(); }

    void tellsWhenTheAccessEnds()
    {
        const QDateTime end = m_stores->credentials->accessEnd(connection());
        QVERIFY(end > m_clock->now());
        m_clock->advance(2h);
        QVERIFY(token()); // renews it
        QVERIFY(m_stores->credentials->accessEnd(connection()) > end);
        QVERIFY(!m_stores->credentials->accessEnd({}).isValid());
    }

    void healsByItselfAndForgetsNothing_data()
    {
        QTest::addColumn<KeychainState>("state");
        QTest::newRow("locked") << KeychainState::Locked;
        QTest::newRow("denied") << KeychainState::Denied;
        QTest::newRow("frozen") << KeychainState::Busy;
        QTest::newRow("gone") << KeychainState::Absent;
    }

    void healsByItselfAndForgetsNothing()
    {
        QFETCH(KeychainState, state);
        m_keychain->state = state;
        startProgram();
        QTRY_VERIFY(!m_stores->vault->stateMessage().isEmpty());
        const auto refused = token();
        QCOMPARE(refused.error().code, ErrorCode::SecretsUnavailable);
        QCOMPARE(refused.error().message, m_stores->vault->stateMessage());
        // Nobody is told to sign in again because of a keychain.
        QCOMPARE(connection().state, ConnectionState::Connected);
        QVERIFY(!m_stores->grants->find(connection().grantId)->isLost);
        QCOMPARE(m_server->requests(), 0);
        m_keychain->state = KeychainState::Ready;
        m_stores->vault->retry();
        QTRY_COMPARE(m_stores->vault->state(), VaultState::Ready);
        QVERIFY(token());
        m_clock->advance(2h);
        QVERIFY(token());
        QCOMPARE(m_server->rotations(), 1);
    }

    void goesOnWhenTheKeychainLeavesMeanwhile_data() { healsByItselfAndForgetsNothing_data(); }
    void goesOnWhenTheKeychainLeavesMeanwhile()
    {
        QFETCH(KeychainState, state);
        m_keychain->state = state;
        m_clock->advance(2h);
        QVERIFY(token());
        QCOMPARE(m_server->rotations(), 1);
        m_clock->advance(2h);
        m_keychain->calls.clear();
        QVERIFY(token());
        QCOMPARE(m_server->rotations(), 2);
        QCOMPARE(m_keychain->calls, QStringList());
    }

    void disconnectsWhileTheKeychainIsLocked()
    {
        m_keychain->state = KeychainState::Locked;
        startProgram();
        QTRY_COMPARE(m_stores->vault->state(), VaultState::Locked);
        const auto known = connection();
        QVERIFY(QCoro::waitFor(m_stores->credentials->disconnect(m_user, known.id)));
        QCOMPARE(m_stores->vault->generation(u"grant/"_s + known.grantId).value(), 0);
        QVERIFY(m_stores->connections->list(m_user)->isEmpty());
    }

private:
    void startProgram()
    {
        m_stores.reset();
        m_stores =
            std::make_unique<fakes::Stores>(m_folder->path(), *m_server, *m_clock, *m_keychain);
        m_stores->grants->addServer(tests::RotatingServer::description());
    }

    void connect()
    {
        const oauth::TokenSet tokens{.accessToken = Secret("access-0"_ba),
                                     .refreshToken = Secret(m_server->issue()),
                                     .receivedAt = m_clock->now(),
                                     .lifetime = 3600s,
                                     .scopes = {},
                                     .details = {}};
        connections::Connection connection;
        connection.userId = m_user;
        connection.provider = u"jira"_s;
        connection.name = u"company.atlassian.net"_s;
        connection.site = QUrl(u"https://company.atlassian.net"_s);
        connection.account = u"mia@example.com"_s;
        connection.method = connections::SignInMethod::OAuth;
        connection.grantId = m_stores->grants->add(m_user, u"jira"_s, u"app"_s, tokens).value();
        QVERIFY(m_stores->connections->saveGranted(connection));
    }

    connections::Connection connection() const
    {
        return m_stores->connections->list(m_user)->first();
    }

    Result<Secret> token()
    {
        return QCoro::waitFor(m_stores->credentials->authorization(connection(), {}));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<fakes::FakeKeychain> m_keychain;
    std::unique_ptr<tests::RotatingServer> m_server;
    std::unique_ptr<fakes::FakeClock> m_clock;
    std::unique_ptr<fakes::Stores> m_stores;
    QString m_user;
};

QTEST_GUILESS_MAIN(TestKeychainStates)
#include "tst_keychainstates.moc"
