// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/guardedresources.h"
#include "tests/fakes/fakecatalogue.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/faketools.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

/** Resources behind the log and the limit of their key. */
class TestGuardedResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsEachReadWithItsAddress_data()
    {
        QTest::addColumn<QString>("uri");
        QTest::addColumn<QString>("outcome");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("there") << u"note://1"_s << u"ok"_s << qint64(4);
        QTest::newRow("not there") << u"note://\n9"_s << u"not_found"_s << qint64(0);
    }
    void logsEachReadWithItsAddress()
    {
        QFETCH(QString, uri);
        QFETCH(QString, outcome);
        QFETCH(qint64, bytes);
        QSignalSpy spy(&m_log, &CallLog::toolCalled);
        (void)QCoro::waitFor(m_resources.read(wish(uri)));
        QCOMPARE(spy.count(), 1);
        const auto record = spy.first().first().value<CallRecord>();
        QCOMPARE(record.tool, u"read "_s + QString(uri).replace(u'\n', u' '));
        QCOMPARE(record.keyId, u"key_1"_s);
        QCOMPARE(record.outcome, outcome);
        QCOMPARE(record.resultBytes, bytes);
    }

    void readsNothingBeyondTheLimitOfTheKey()
    {
        const auto turn = m_limit.enter(caller(u"key_1"_s), u"something else"_s);
        QVERIFY(turn);
        QSignalSpy spy(&m_log, &CallLog::toolCalled);
        const auto refused = QCoro::waitFor(m_resources.read(wish(u"note://1"_s)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
        QCOMPARE(
            refused.error().message,
            u"1 calls of this key are running already, so reading the resource was not started. "
            "Wait for one of them to finish."_s);
        QCOMPARE(spy.first().first().value<CallRecord>().outcome, u"refused"_s);
        QVERIFY(!QCoro::waitFor(m_resources.complete(typed(u"key_1"_s))));
        QVERIFY(QCoro::waitFor(m_resources.complete(typed(u"key_2"_s))));
    }

    void givesTheTurnBackAfterEachRead()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY(QCoro::waitFor(m_resources.read(wish(u"note://1"_s))));
        QVERIFY(!m_limit.isFull(caller(u"key_1"_s)));
    }

    void doesNotLogKeystrokes()
    {
        QSignalSpy spy(&m_log, &CallLog::toolCalled);
        QVERIFY(QCoro::waitFor(m_resources.complete(typed(u"key_1"_s))));
        QCOMPARE(spy.count(), 0);
    }

    void logsWhatIsFollowed()
    {
        QSignalSpy spy(&m_log, &CallLog::toolCalled);
        QVERIFY(m_resources.follow(u"note://1"_s, caller(u"key_1"_s)));
        QVERIFY(!m_resources.follow(u"page://1"_s, caller(u"key_1"_s)));
        QCOMPARE(spy.count(), 2);
        const auto first = spy[0].first().value<CallRecord>();
        QCOMPARE(first.tool, u"follow note://1"_s);
        QCOMPARE(first.outcome, u"ok"_s);
        QCOMPARE(spy[1].first().value<CallRecord>().outcome, u"not_found"_s);
    }

private:
    [[nodiscard]] static Caller caller(const QString &key)
    {
        Caller result;
        result.keyId = key;
        return result;
    }

    [[nodiscard]] static ResourceRead wish(const QString &uri)
    {
        ResourceRead result;
        result.uri = uri;
        result.caller = caller(u"key_1"_s);
        return result;
    }

    [[nodiscard]] static CompletionQuery typed(const QString &key)
    {
        CompletionQuery query;
        query.caller = caller(key);
        return query;
    }

    fakes::FakeTools m_tools;
    fakes::FakeClock m_clock;
    fakes::FakeResources m_notes;
    CallLimit m_limit{m_tools, 1};
    CallLog m_log{m_limit, m_clock};
    GuardedResources m_resources{m_notes, m_limit, m_log};
};

QTEST_GUILESS_MAIN(TestGuardedResources)
#include "tst_guardedresources.moc"
