// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/stores.h"
#include "tests/fakes/testdatabase.h"
#include "tests/server/oauth/rotatingserver.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace std::chrono_literals;
using Fault = tests::RotatingServer::Fault;

class TestGrants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<tests::RotatingServer>();
        m_clock = std::make_unique<fakes::FakeClock>();
        startProgram();
        QVERIFY(m_stores->clients->use(u"jira"_s, {u"app"_s, Secret("app-secret"_ba)}));
        m_id = m_stores->grants->add(m_stores->user(), u"jira"_s, u"app"_s, tokens("access-0"_ba))
                   .value();
    }

    void cleanup() { m_stores.reset(); }

    void keepsAFreshTokenWithoutAsking()
    {
        QCOMPARE(token(), "access-0"_ba);
        m_clock->advance(40min);
        QCOMPARE(token(), "access-0"_ba);
        QCOMPARE(m_server->requests(), 0);
    }

    void renewsAheadOfTimeWithoutMakingAnybodyWait()
    {
        m_clock->advance(50min);
        QCOMPARE(token(), "access-0"_ba);
        QTRY_COMPARE(token(), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void renewsWhatIsOverBeforeUsingIt()
    {
        m_clock->advance(2h);
        QCOMPARE(token(), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void renewsAfterTheComputerSlept()
    {
        // Only the wall clock goes on while a computer sleeps; it is received as by another life.
        startProgram();
        m_clock->advance(8h);
        QCOMPARE(token(), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void asksOnceForManyCallers()
    {
        m_clock->advance(2h);
        QCOMPARE(renewedFor(50), QSet<QByteArray>{"access-2"_ba});
        QCOMPARE(m_server->requests(), 1);
        qInfo("50 calls at expiry: %d refresh", m_server->requests());
    }

    void asksOnceForManyRefusals()
    {
        std::vector<QCoro::Task<Result<Secret>>> calls;
        for (int i = 0; i < 50; ++i)
            calls.push_back(m_stores->grants->accessTokenAfter(m_id, Secret("access-0"_ba), {}));
        for (auto &call : calls)
            QCOMPARE(revealed(QCoro::waitFor(std::move(call))), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void givesTheNewTokenToWhoeverComesLate()
    {
        QCOMPARE(tokenAfter("access-0"_ba), "access-2"_ba);
        QCOMPARE(tokenAfter("access-0"_ba), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void survivesTheNextStart()
    {
        m_clock->advance(2h);
        QCOMPARE(token(), "access-2"_ba);
        startProgram();
        QCOMPARE(token(), "access-2"_ba);
        m_clock->advance(2h);
        QCOMPARE(token(), "access-3"_ba);
        QCOMPARE(m_server->reuses(), 0);
    }

    void losesAGrantOnlyByAParsedRefusal_data()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("not reached") << int(Fault::NotReached);
        QTest::newRow("server error") << int(Fault::ServerError);
        QTest::newRow("garbage") << int(Fault::Garbage);
    }

    void losesAGrantOnlyByAParsedRefusal()
    {
        QFETCH(int, fault);
        const QSignalSpy lost(m_stores->grants.get(), &oauth::Grants::lost);
        m_clock->advance(2h);
        m_server->nextFault = [fault] { return Fault(fault); };
        for (int i = 0; i < 5; ++i) {
            QVERIFY(!ask());
            m_clock->advance(10min);
        }
        QCOMPARE(lost.count(), 0);
        m_server->nextFault = [] { return Fault::None; };
        QCOMPARE(token(), "access-2"_ba);
    }

    void saysOnceThatAGrantIsLost()
    {
        const QSignalSpy lost(m_stores->grants.get(), &oauth::Grants::lost);
        m_server->revokeAll();
        m_clock->advance(2h);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(ask().error().code, ErrorCode::Unauthorized);
        QCOMPARE(lost.count(), 1);
        QCOMPARE(m_server->requests(), 1);
        startProgram();
        QCOMPARE(ask().error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_server->requests(), 1);
        QVERIFY(m_stores->grants->find(m_id)->isLost);
    }

    void asksOnceMoreAfterAnAnswerThatGotLost()
    {
        m_clock->advance(2h);
        m_server->nextFault = [] { return Fault::AnswerLost; };
        QCOMPARE(ask().error().code, ErrorCode::Timeout);
        m_server->nextFault = [] { return Fault::None; };
        m_clock->advance(10min);
        // The service had rotated the tokens, and nobody could know.
        QCOMPARE(ask().error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_server->requests(), 2);
        QCOMPARE(m_server->reuses(), 1);
    }

    void pausesAfterAFailure()
    {
        m_clock->advance(2h);
        m_server->nextFault = [] { return Fault::ServerError; };
        QVERIFY(!ask());
        QVERIFY(!ask());
        QVERIFY(!ask());
        QCOMPARE(m_server->requests(), 1);
    }

    void goesOnSoonAfterTheNetworkIsBack()
    {
        m_clock->advance(2h);
        m_server->nextFault = [] { return Fault::NotReached; };
        for (int i = 0; i < 20; ++i) {
            QVERIFY(!ask());
            m_clock->advance(10s);
        }
        m_server->nextFault = [] { return Fault::None; };
        m_clock->advance(4s);
        QCOMPARE(token(), "access-2"_ba);
    }

    void aLateRefusalDoesNotEndANewerSignIn()
    {
        m_clock->advance(2h);
        m_server->revokeAll();
        m_server->holds = true;
        auto late = m_stores->grants->accessToken(m_id, {});
        // Meanwhile the stored tokens become newer ones: generation 2.
        const auto put =
            m_stores->vault->put(u"grant/"_s + m_id, tokens("access-new"_ba).toSecret(), 1);
        QCOMPARE(put.value(), 2);
        m_server->holds = false;
        QCOMPARE(revealed(QCoro::waitFor(std::move(late))), "access-new"_ba);
        QVERIFY(!m_stores->grants->find(m_id)->isLost);
    }

    void keepsWhatTheDiskDidNotTake()
    {
        m_clock->advance(2h);
        m_server->afterwards = [this] { fakes::refuseWrites(*m_stores->database); };
        QCOMPARE(ask().error().code, ErrorCode::Storage);
        QCOMPARE(m_server->rotations(), 1);
        fakes::allowWrites(*m_stores->database);
        m_server->afterwards = [] {};
        QCOMPARE(token(), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
        startProgram();
        QCOMPARE(token(), "access-2"_ba);
    }

    void asksForNothingWhenTheDiskTakesNothing()
    {
        m_clock->advance(2h);
        fakes::refuseWrites(*m_stores->database);
        QCOMPARE(ask().error().code, ErrorCode::Storage);
        QCOMPARE(m_server->requests(), 0);
        fakes::allowWrites(*m_stores->database);
        QCOMPARE(token(), "access-2"_ba);
    }

    void aCallerThatGivesUpDoesNotEndTheRenewal()
    {
        m_clock->advance(2h);
        m_server->holds = true;
        const CancellationSource gaveUp;
        auto first = m_stores->grants->accessToken(m_id, gaveUp.token());
        auto second = m_stores->grants->accessToken(m_id, {});
        gaveUp.cancel();
        QCOMPARE(QCoro::waitFor(std::move(first)).error().code, ErrorCode::Cancelled);
        m_server->holds = false;
        QCOMPARE(revealed(QCoro::waitFor(std::move(second))), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void aClockThatJumpsMakesNoStorm_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::newRow("a day on") << qint64(24);
        QTest::newRow("ten years on") << qint64(24 * 3650);
    }

    void aClockThatJumpsMakesNoStorm()
    {
        QFETCH(qint64, hours);
        m_clock->advance(std::chrono::hours(hours));
        for (int i = 0; i < 10; ++i)
            QCOMPARE(token(), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
    }

    void withoutARefreshTokenTheServiceHasTheLastWord()
    {
        oauth::TokenSet bare = tokens("lasting"_ba);
        bare.refreshToken = {};
        bare.lifetime = 0s;
        bare.scopes = {};
        m_id = m_stores->grants->add(m_stores->user(), u"jira"_s, u"app"_s, bare).value();
        m_clock->advance(std::chrono::hours(24 * 400));
        QCOMPARE(token(), "lasting"_ba);
        const auto refused =
            QCoro::waitFor(m_stores->grants->accessTokenAfter(m_id, Secret("lasting"_ba), {}));
        QCOMPARE(refused.error().code, ErrorCode::Unauthorized);
        QVERIFY(m_stores->grants->find(m_id)->isLost);
    }

    void waitsForARenewalAtQuit()
    {
        m_clock->advance(2h);
        m_server->holds = true;
        auto asked = m_stores->grants->accessToken(m_id, {});
        bool isSettled = false;
        QCoro::connect(m_stores->grants->settle(), this, [&isSettled] { isSettled = true; });
        QVERIFY(!isSettled);
        m_server->holds = false;
        QTRY_VERIFY(isSettled);
        QVERIFY(QCoro::waitFor(std::move(asked)));
        startProgram();
        QCOMPARE(token(), "access-2"_ba);
    }

    void revokesWhatARenewalUnderWayBrings()
    {
        m_clock->advance(2h);
        m_server->holds = true;
        auto asked = m_stores->grants->accessToken(m_id, {});
        auto removed = m_stores->grants->remove(m_id);
        QVERIFY(m_stores->grants->find(m_id));
        m_server->holds = false;
        QVERIFY(QCoro::waitFor(std::move(removed)));
        QVERIFY(QCoro::waitFor(std::move(asked)));
        QCOMPARE(m_stores->vault->generation(u"grant/"_s + m_id).value(), 0);
    }

    void removesWhatItKept()
    {
        QVERIFY(QCoro::waitFor(m_stores->grants->remove(m_id)));
        QCOMPARE(m_stores->vault->generation(u"grant/"_s + m_id).value(), 0);
        QCOMPARE(m_stores->grants->find(m_id).error().code, ErrorCode::NotFound);
        QCOMPARE(ask().error().code, ErrorCode::NotFound);
    }

    void takesWhatAnotherInstanceHasRenewed()
    {
        fakes::Stores other(m_folder->path(), *m_server, *m_clock);
        other.grants->addServer(tests::RotatingServer::description());
        const auto tokenThere = [&] {
            return revealed(QCoro::waitFor(other.grants->accessToken(m_id, {})));
        };
        QCOMPARE(tokenThere(), "access-0"_ba);
        m_clock->advance(2h);
        QCOMPARE(token(), "access-2"_ba);
        QCOMPARE(tokenThere(), "access-2"_ba);
        QCOMPARE(m_server->requests(), 1);
        m_clock->advance(2h);
        QCOMPARE(tokenThere(), "access-3"_ba);
        m_stores->grants->reread(m_id);
        QCOMPARE(token(), "access-3"_ba);
        QCOMPARE(m_server->requests(), 2);
        QCOMPARE(m_server->reuses(), 0);
    }

    void knowsThatAnotherInstanceHasLostIt()
    {
        fakes::Stores other(m_folder->path(), *m_server, *m_clock);
        other.grants->addServer(tests::RotatingServer::description());
        QVERIFY(QCoro::waitFor(other.grants->accessToken(m_id, {})));
        m_server->revokeAll();
        m_clock->advance(2h);
        QCOMPARE(ask().error().code, ErrorCode::Unauthorized);
        const auto there = QCoro::waitFor(other.grants->accessToken(m_id, {}));
        QCOMPARE(there.error().code, ErrorCode::Unauthorized);
        QCOMPARE(m_server->requests(), 1);
    }

private:
    void startProgram()
    {
        m_stores.reset();
        m_stores = std::make_unique<fakes::Stores>(m_folder->path(), *m_server, *m_clock);
        m_stores->grants->addServer(tests::RotatingServer::description());
    }

    oauth::TokenSet tokens(const QByteArray &access)
    {
        return {.accessToken = Secret(access),
                .refreshToken = Secret(m_server->issue()),
                .receivedAt = m_clock->now(),
                .lifetime = 3600s,
                .scopes = {u"read:jira-work"_s},
                .details = {}};
    }

    Result<Secret> ask() { return QCoro::waitFor(m_stores->grants->accessToken(m_id, {})); }
    QByteArray token() { return revealed(ask()); }
    QByteArray tokenAfter(const QByteArray &refused)
    {
        return revealed(
            QCoro::waitFor(m_stores->grants->accessTokenAfter(m_id, Secret(refused), {})));
    }

    static QByteArray revealed(const Result<Secret> &token)
    {
        return token ? token->reveal() : "failed: " + token.error().message.toUtf8();
    }

    QSet<QByteArray> renewedFor(int callers)
    {
        std::vector<QCoro::Task<Result<Secret>>> calls;
        for (int i = 0; i < callers; ++i)
            calls.push_back(m_stores->grants->accessToken(m_id, {}));
        QSet<QByteArray> given;
        for (auto &call : calls)
            given.insert(revealed(QCoro::waitFor(std::move(call))));
        return given;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<tests::RotatingServer> m_server;
    std::unique_ptr<fakes::FakeClock> m_clock;
    std::unique_ptr<fakes::Stores> m_stores;
    QString m_id;
};

QTEST_GUILESS_MAIN(TestGrants)
#include "tst_grants.moc"
