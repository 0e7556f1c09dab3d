// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreampace.h"
#include "tests/fakes/fakeclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;
using namespace std::chrono_literals;

class TestUpstreamPace : public QObject
{
    Q_OBJECT

    fakes::FakeClock m_clock;

    static Result<> wait(UpstreamPace &pace) { return QCoro::waitFor(pace.turn({})); }

private Q_SLOTS:
    void letsThroughWhatIsAllowedAndSaysHowLongToWait()
    {
        UpstreamPace pace(u"Atlassian"_s, {.calls = 3, .time = 1h}, m_clock);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(wait(pace));
            m_clock.advance(10min);
        }
        const auto fourth = wait(pace);
        QCOMPARE(fourth.error().code, ErrorCode::RateLimited);
        QCOMPARE(fourth.error().retryAfter, std::chrono::seconds(30min));
        QCOMPARE(fourth.error().message,
                 u"Atlassian takes 3 requests an hour, and they are used up, so nothing was done. "
                 "Try again in 30 minutes."_s);
    }

    void neverSendsMoreThanAllowedInAnyTime()
    {
        UpstreamPace pace(u"Atlassian"_s, {.calls = 100, .time = 1h}, m_clock);
        QList<qint64> sent;
        for (int i = 0; i < 500; ++i) {
            m_clock.advance(20s);
            if (wait(pace))
                sent.append(m_clock.monotonicMs());
        }
        QVERIFY(sent.size() > 250);
        for (qsizetype i = 100; i < sent.size(); ++i)
            QVERIFY(sent[i] - sent[i - 100] >= std::chrono::milliseconds(1h).count());
    }

    void saysOnceThatMostIsUsed()
    {
        UpstreamPace pace(u"Atlassian"_s, {.calls = 10, .time = 1h}, m_clock);
        const QSignalSpy low(&pace, &UpstreamPace::low);
        for (int i = 0; i < 7; ++i)
            QVERIFY(wait(pace));
        QCOMPARE(low.size(), 0);
        QVERIFY(wait(pace));
        QVERIFY(wait(pace));
        QCOMPARE(low.size(), 1);
        m_clock.advance(1h);
        for (int i = 0; i < 8; ++i)
            QVERIFY(wait(pace));
        QCOMPARE(low.size(), 2);
    }

    void goesOnAfterARestart()
    {
        UpstreamPace before(u"Atlassian"_s, {.calls = 10, .time = 1h}, m_clock);
        for (int i = 0; i < 9; ++i) {
            QVERIFY(wait(before));
            m_clock.advance(5min);
        }
        const PaceRecord record = before.record();
        m_clock.advance(5min);
        UpstreamPace after(u"Atlassian"_s, {.calls = 10, .time = 1h}, m_clock);
        const QSignalSpy low(&after, &UpstreamPace::low);
        after.restore(record);
        QCOMPARE(after.standing(), before.standing());
        QCOMPARE(after.standing().used, 9);
        QVERIFY(wait(after));
        QCOMPARE(low.size(), 0); // the person was told before the restart
        const auto refused = wait(after);
        QCOMPARE(refused.error().retryAfter, std::chrono::seconds(10min));
    }

    void keepsThePauseOverARestart()
    {
        UpstreamPace before(u"Notion"_s, {}, m_clock);
        before.holdBack(30min);
        m_clock.advance(10min);
        UpstreamPace after(u"Notion"_s, {}, m_clock);
        after.restore(before.record());
        QCOMPARE(after.standing().heldBackMs, std::chrono::milliseconds(20min).count());
        QCOMPARE(wait(after).error().code, ErrorCode::RateLimited);
    }

    void takesNoNonsenseFromARecord()
    {
        UpstreamPace pace(u"Atlassian"_s, {.calls = 10, .time = 1h}, m_clock);
        pace.restore({.spans = {{m_clock.now().addYears(1), 4},
                                {m_clock.now().addYears(-1), 4},
                                {m_clock.now(), -3},
                                {QDateTime(), 2},
                                {m_clock.now(), 1'000'000}},
                      .heldUntil = m_clock.now().addYears(1)});
        QCOMPARE(pace.standing().used, 10);
        QVERIFY(pace.standing().heldBackMs <= std::chrono::milliseconds(24h).count());
    }

    void queuesWhatIsSoonDue()
    {
        UpstreamPace pace(u"Sentry"_s, {.calls = 1, .time = 1s}, m_clock);
        QVERIFY(wait(pace));
        m_clock.advance(980ms);
        const QSignalSpy waiting(&pace, &UpstreamPace::waiting);
        auto second = pace.turn({});
        QCOMPARE(waiting.size(), 1);
        QCOMPARE(waiting.first().first().value<std::chrono::milliseconds>(), 20ms);
        auto third = pace.turn({});
        QCOMPARE(pace.standing().used, 1);
        QVERIFY(QCoro::waitFor(std::move(second)));
        QVERIFY(QCoro::waitFor(std::move(third)));
    }

    void givesBackTheTurnOfOneWhoLeaves()
    {
        UpstreamPace pace(u"Sentry"_s, {.calls = 1, .time = 10s}, m_clock);
        QVERIFY(wait(pace));
        CancellationSource source;
        auto left = pace.turn(source.token());
        source.cancel();
        QCOMPARE(QCoro::waitFor(std::move(left)).error().code, ErrorCode::Cancelled);
        m_clock.advance(10s);
        QVERIFY(wait(pace));
        QCOMPARE(pace.standing().used, 1);
    }

    void isLowWhenFourFifthsAreUsed()
    {
        UpstreamPace pace(u"Atlassian"_s, {.calls = 10, .time = 1h}, m_clock);
        QTest::ignoreMessage(QtWarningMsg, "Atlassian takes 10 requests an hour and 8 are used");
        for (int i = 0; i < 8; ++i) {
            QVERIFY(!pace.standing().isLow());
            QVERIFY(wait(pace));
        }
        QVERIFY(pace.standing().isLow());
        QCOMPARE(pace.standing().used, 8);
        m_clock.advance(1h);
        QCOMPARE(pace.standing().used, 0);
    }

    void leavesTheUpstreamAloneForAsLongAsItSays()
    {
        UpstreamPace pace(u"Atlassian"_s, {}, m_clock);
        pace.holdBack(5min);
        const auto refused = wait(pace);
        QCOMPARE(refused.error().retryAfter, std::chrono::seconds(5min));
        QVERIFY(refused.error().message.contains("429"_L1));
        QCOMPARE(pace.standing().heldBackMs, std::chrono::milliseconds(5min).count());
        m_clock.advance(5min);
        QVERIFY(wait(pace));
    }

    void leavesItAloneLongerEachTimeWhenItDoesNotSay()
    {
        UpstreamPace pace(u"Atlassian"_s, {}, m_clock);
        qint64 before = 0;
        for (int i = 0; i < 5; ++i) {
            pace.holdBack(0s);
            const qint64 pause = pace.standing().heldBackMs;
            QCOMPARE(pause, before == 0 ? 2000 : before * 2);
            before = pause;
            m_clock.advance(std::chrono::milliseconds(pause));
        }
        pace.noteAnswer();
        pace.holdBack(0s);
        QCOMPARE(pace.standing().heldBackMs, 2000);
    }

    void heedsWhatAToolsResultSays()
    {
        UpstreamPace pace(u"Notion"_s, {}, m_clock);
        const QJsonObject error{{u"code"_s, u"rate_limited"_s}, {u"retry_after_seconds"_s, 40}};
        const QJsonObject structured{{u"error"_s, error}};
        pace.note(UpstreamReply{.result = {{u"structuredContent"_s, structured}}});
        QCOMPARE(pace.standing().heldBackMs, 40'000);
        QCOMPARE(wait(pace).error().retryAfter, 40s);
    }

    void holdsNothingBackWithoutALimit()
    {
        UpstreamPace pace(u"Own"_s, {}, m_clock);
        for (int i = 0; i < 2000; ++i)
            QVERIFY(wait(pace));
        QCOMPARE(pace.standing(), LimitStanding());
    }
};

QTEST_GUILESS_MAIN(TestUpstreamPace)
#include "tst_upstreampace.moc"
