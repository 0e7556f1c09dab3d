// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/retrypolicy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::net;
using namespace std::chrono_literals;

namespace {

Response answer(int status, const QByteArray &retryAfterValue = {})
{
    Response response{.status = status, .headers = {}, .body = {}};
    if (!retryAfterValue.isNull())
        response.headers.append({"retry-after"_ba, retryAfterValue});
    return response;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRetryAfter_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds"); // -1: none
        QTest::newRow("absent") << QByteArray() << -1;
        QTest::newRow("seconds") << "7"_ba << 7;
        QTest::newRow("spaces") << " 7 "_ba << 7;
        QTest::newRow("negative") << "-7"_ba << -1;
        QTest::newRow("garbage") << "soon"_ba << -1;
        QTest::newRow("date") << "Fri, 20 Nov 2026 10:00:30 GMT"_ba << 30;
        QTest::newRow("date gone by") << "Fri, 20 Nov 2026 09:00:00 GMT"_ba << 0;
    }
    void readsRetryAfter()
    {
        QFETCH(QByteArray, value);
        const QDateTime now({2026, 11, 20}, {10, 0, 0}, Qt::UTC);
        const auto found = retryAfter(answer(429, value), now);
        QTEST(found ? static_cast<int>(found->count()) : -1, "seconds");
    }

    void readsTheTimeOfAResetWhereRetryAfterIsMissing_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("seconds"); // -1: none
        QTest::newRow("to the second") << 429 << "2026-11-20T10:01:30Z"_ba << 90;
        QTest::newRow("to the minute") << 429 << "2026-11-20T10:05Z"_ba << 300;
        QTest::newRow("with parts") << 429 << "2026-11-20T10:00:10.500Z"_ba << 10;
        QTest::newRow("elsewhere") << 429 << "2026-11-20T11:00:30+01:00"_ba << 30;
        QTest::newRow("gone by") << 429 << "2026-11-20T09:00:00Z"_ba << 0;
        QTest::newRow("garbage") << 429 << "soon"_ba << -1;
        QTest::newRow("not limited") << 200 << "2026-11-20T10:01:30Z"_ba << -1;
    }
    void readsTheTimeOfAResetWhereRetryAfterIsMissing()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, value);
        const QDateTime now({2026, 11, 20}, {10, 0, 0}, Qt::UTC);
        Response response = answer(status);
        response.headers.append({"X-RateLimit-Reset"_ba, value});
        const auto found = retryAfter(response, now);
        QTEST(found ? static_cast<int>(found->count()) : -1, "seconds");
        response.headers.append({"Retry-After"_ba, "7"_ba});
        QCOMPARE(retryAfter(response, now), std::optional(7s));
    }

    void doesNotWaitForAQuotaToFillUp()
    {
        Response response = answer(429, "1"_ba);
        response.headers.append({"RateLimit-Reason"_ba, "jira-burst-based"_ba});
        QVERIFY(retryDelay(RetryPolicy(), response, 1));
        response.headers.last().second = "jira-quota-global-based"_ba;
        QVERIFY(!retryDelay(RetryPolicy(), response, 1));
        response.headers.last().second = "jira-quota-tenant-based"_ba;
        QVERIFY(!retryDelay(RetryPolicy(), response, 1));
    }

    void knowsWhichAnswersSpeakForAllCallsOfAConnection()
    {
        const QDateTime now({2026, 11, 20}, {10, 0, 0}, Qt::UTC);
        QCOMPARE(askedPause(answer(429), now), std::optional(0s));
        QCOMPARE(askedPause(answer(529), now), std::optional(0s));
        QCOMPARE(askedPause(answer(503), now), std::nullopt);
        QCOMPARE(askedPause(answer(503, "9"_ba), now), std::optional(9s));
        QCOMPARE(askedPause(answer(429, "999999999"_ba), now), std::optional(3600s));
        for (const int status : {200, 400, 401, 403, 500, 502, 504})
            QCOMPARE(askedPause(answer(status, "9"_ba), now), std::nullopt);
        Response oneIssue = answer(429, "9"_ba);
        oneIssue.headers.append({"RateLimit-Reason"_ba, "jira-per-issue-on-write"_ba});
        QCOMPARE(askedPause(oneIssue, now), std::nullopt);
    }

    void repeatsOnlyWhatPasses()
    {
        const RetryPolicy policy;
        for (const int status : {429, 502, 503, 504, 529})
            QVERIFY(retryDelay(policy, answer(status), 1));
        for (const int status : {200, 301, 400, 401, 403, 404, 409, 500, 501})
            QVERIFY(!retryDelay(policy, answer(status), 1));
        QVERIFY(!retryDelay(policy, failure(ErrorCode::Network, u"x"_s), 1));
        QVERIFY(!retryDelay(policy, answer(503), 3));
    }

    void waitsWhatTheServerAsksUpToALimit()
    {
        const RetryPolicy policy;
        QCOMPARE(retryDelay(policy, answer(429, "2"_ba), 1), std::optional(2000ms));
        QCOMPARE(retryDelay(policy, answer(429, "11"_ba), 1), std::nullopt);
    }

    void waitsLongerEachTime()
    {
        const RetryPolicy policy;
        for (int i = 0; i < 100; ++i) {
            const auto first = retryDelay(policy, answer(503), 1);
            const auto second = retryDelay(policy, answer(503), 2);
            QVERIFY(*first >= 210ms && *first <= 390ms);
            QVERIFY(*second >= 420ms && *second <= 780ms);
        }
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
