// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calllimit.h"
#include "server/tools/calllog.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/faketools.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;
using namespace fairlead::fakes;

class TestCallLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhoCalledWhatAndHowItEnded();
    void writesOneLineWithoutArguments();
    void namesTheOutcome_data();
    void namesTheOutcome();
    void noticesACancelledCall();
    void tellsWhichConnectionWasUsed();
    void tellsARefusalFromAFailure();

private:
    [[nodiscard]] static ToolCall call(const QString &tool);
    FakeTools m_tools;
    FakeClock m_clock;
};

ToolCall TestCallLog::call(const QString &tool)
{
    ToolCall result;
    result.tool = tool;
    result.arguments = {{u"text"_s, u"häuser"_s}};
    result.caller.userId = u"usr_1"_s;
    result.caller.keyId = u"key_1"_s;
    result.caller.keyPrefix = u"mcp_1a2b3c4d"_s;
    result.caller.clientName = u"Cursor\n1.0"_s;
    return result;
}

void TestCallLog::tellsWhoCalledWhatAndHowItEnded()
{
    CallLog log(m_tools, m_clock);
    QSignalSpy spy(&log, &CallLog::toolCalled);
    const QDateTime started = m_clock.now();
    const size_t index = m_tools.waitingCount();
    auto task = log.invoke(call(u"wait"_s));
    m_clock.advance(std::chrono::milliseconds(250));
    m_tools.waiting(index).finish(ToolResult::fromText(u"ä"_s));
    QVERIFY(QCoro::waitFor(std::move(task)));

    CallRecord expected;
    expected.startedAt = started;
    expected.tool = u"wait"_s;
    expected.userId = u"usr_1"_s;
    expected.keyId = u"key_1"_s;
    expected.keyPrefix = u"mcp_1a2b3c4d"_s;
    expected.clientName = u"Cursor 1.0"_s;
    expected.outcome = u"ok"_s;
    expected.durationMs = 250;
    expected.resultBytes = 2;
    QCOMPARE(spy.count(), 1);
    QVERIFY(spy.first().first().value<CallRecord>() == expected);
}

void TestCallLog::writesOneLineWithoutArguments()
{
    CallLog log(m_tools, m_clock);
    QTest::ignoreMessage(
        QtInfoMsg, "call tool=echo key=mcp_1a2b3c4d client=\"Cursor 1.0\" outcome=ok ms=0 bytes=7");
    QVERIFY(QCoro::waitFor(log.invoke(call(u"echo"_s))));
}

void TestCallLog::namesTheOutcome_data()
{
    QTest::addColumn<QString>("tool");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("answered") << u"echo"_s << u"ok"_s;
    QTest::newRow("failed") << u"fail"_s << u"network"_s;
    QTest::newRow("unknown") << u"no\nsuch"_s << u"not_found"_s;
}

void TestCallLog::namesTheOutcome()
{
    QFETCH(QString, tool);
    QFETCH(QString, outcome);
    CallLog log(m_tools, m_clock);
    QSignalSpy spy(&log, &CallLog::toolCalled);
    (void)QCoro::waitFor(log.invoke(call(tool)));
    QCOMPARE(spy.count(), 1);
    const auto record = spy.first().first().value<CallRecord>();
    QCOMPARE(record.outcome, outcome);
    QVERIFY(!record.tool.contains(u'\n'));
}

void TestCallLog::noticesACancelledCall()
{
    CallLog log(m_tools, m_clock);
    QSignalSpy spy(&log, &CallLog::toolCalled);
    const CancellationSource source;
    ToolCall waiting = call(u"wait"_s);
    waiting.cancellation = source.token();
    const size_t index = m_tools.waitingCount();
    auto task = log.invoke(waiting);
    source.cancel();
    m_tools.waiting(index).finish(failure(ErrorCode::Network, u"gone"_s));
    (void)QCoro::waitFor(std::move(task));
    QCOMPARE(spy.first().first().value<CallRecord>().outcome, u"cancelled"_s);
}

void TestCallLog::tellsWhichConnectionWasUsed()
{
    CallLog log(m_tools, m_clock);
    QSignalSpy spy(&log, &CallLog::toolCalled);
    const size_t index = m_tools.waitingCount();
    auto task = log.invoke(call(u"wait"_s));
    m_tools.waiting(index).call().caller.noteConnection(u"con_1"_s, u"company.atlassian.net"_s);
    m_tools.waiting(index).finish(ToolResult::fromText(u"ok"_s));
    QVERIFY(QCoro::waitFor(std::move(task)));
    const auto record = spy.first().first().value<CallRecord>();
    QCOMPARE(record.connectionId, u"con_1"_s);
    QCOMPARE(record.connectionName, u"company.atlassian.net"_s);
    // Outside of a call there is nothing to note it in.
    call(u"wait"_s).caller.noteConnection(u"con_2"_s, u"elsewhere"_s);
}

void TestCallLog::tellsARefusalFromAFailure()
{
    CallLimit limit(m_tools, 0);
    CallLog log(limit, m_clock);
    QSignalSpy spy(&log, &CallLog::toolCalled);
    (void)QCoro::waitFor(log.invoke(call(u"echo"_s)));
    QCOMPARE(spy.first().first().value<CallRecord>().outcome, u"refused"_s);
}

QTEST_GUILESS_MAIN(TestCallLog)
#include "tst_calllog.moc"
