// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calllimit.h"
#include "tests/fakes/faketools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

class TestCallLimit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_tools = std::make_unique<fakes::FakeTools>();
        m_limit = std::make_unique<CallLimit>(*m_tools, 2);
        m_results.clear();
    }

    void listsEverything() { QCOMPARE(m_limit->list({}).size(), m_tools->list({}).size()); }

    void refusesOnlyWhatIsBeyondTheLimit()
    {
        call(u"key_1"_s);
        QVERIFY(!m_limit->isFull(callerWith(u"key_1"_s)));
        call(u"key_1"_s);
        QVERIFY(m_limit->isFull(callerWith(u"key_1"_s)));
        QVERIFY(m_results.isEmpty());
        call(u"key_1"_s);
        QCOMPARE(m_tools->waitingCount(), size_t(2));
        QCOMPARE(m_results.size(), 1);
        QVERIFY(m_results.first().isError);
        QCOMPARE(m_results.first().content.first().text,
                 u"2 calls of this key are running already, so wait was not started. Wait for one "
                 "of them to finish."_s);
    }

    void countsEachKeyApart()
    {
        call(u"key_1"_s);
        call(u"key_1"_s);
        call(u"key_2"_s);
        QCOMPARE(m_tools->waitingCount(), size_t(3));
        QVERIFY(!m_limit->isFull(callerWith(u"key_2"_s)));
    }

    void countsTheUserWhereThereIsNoKey()
    {
        Caller caller;
        caller.userId = u"usr_1"_s;
        call(caller);
        call(caller);
        QVERIFY(m_limit->isFull(caller));
        QVERIFY(!m_limit->isFull(callerWith(u"key_1"_s)));
    }

    void makesRoomWhenACallEnds_data()
    {
        QTest::addColumn<bool>("succeeds");
        QTest::newRow("with a result") << true;
        QTest::newRow("with an error") << false;
    }
    void makesRoomWhenACallEnds()
    {
        QFETCH(bool, succeeds);
        call(u"key_1"_s);
        call(u"key_1"_s);
        if (succeeds)
            m_tools->waiting(0).finish(ToolResult::fromText(u"done"_s));
        else
            m_tools->waiting(0).finish(failure(ErrorCode::Network, u"No answer."_s));
        QVERIFY(!m_limit->isFull(callerWith(u"key_1"_s)));
        call(u"key_1"_s);
        QCOMPARE(m_tools->waitingCount(), size_t(3));
    }

    void refusesAtOnceWhilePaused()
    {
        Pause pause;
        CallLimit limit(*m_tools, 2, &pause);
        pause.setOn(true);
        const auto refused = limit.enter(callerWith(u"key_1"_s), u"this call"_s);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Forbidden);
        QVERIFY(refused.error().message.contains("has paused Fairlead"_L1));
        // The person's own doings have no key.
        QVERIFY(limit.enter(Caller(), u"this call"_s));
        pause.setOn(false);
        QVERIFY(limit.enter(callerWith(u"key_1"_s), u"this call"_s));
    }

private:
    static Caller callerWith(const QString &key)
    {
        Caller caller;
        caller.keyId = key;
        return caller;
    }
    void call(const QString &key) { call(callerWith(key)); }
    void call(const Caller &caller)
    {
        ToolCall toolCall;
        toolCall.tool = u"wait"_s;
        toolCall.caller = caller;
        QCoro::connect(
            m_limit->invoke(std::move(toolCall)), this, [this](const Result<ToolResult> &result) {
                m_results.append(result.value_or(ToolResult()));
            });
    }

    QList<ToolResult> m_results;
    std::unique_ptr<CallLimit> m_limit;
    std::unique_ptr<fakes::FakeTools> m_tools; ///< ends the open calls, so it goes first
};

QTEST_GUILESS_MAIN(TestCallLimit)
#include "tst_calllimit.moc"
