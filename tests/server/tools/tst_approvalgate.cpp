// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/approvalgate.h"
#include "tests/fakes/fakeclientport.h"
#include "tests/fakes/fakeclock.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;
using namespace std::chrono_literals;

namespace {

/** Counts what gets through to it. */
class CountingTools final : public ToolInvoker
{
public:
    [[nodiscard]] QList<ToolDefinition> list(const Caller &) const override
    {
        const auto tool = [](const QString &name, ToolEffect effect) {
            ToolDefinition definition;
            definition.name = name;
            definition.effect = effect;
            return definition;
        };
        return {tool(u"read"_s, ToolEffect::Read),
                tool(u"write"_s, ToolEffect::Write),
                tool(u"delete"_s, ToolEffect::Destructive)};
    }
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall) override
    {
        ++calls;
        co_return ToolResult::fromText(u"done"_s);
    }
    int calls = 0;
};

} // namespace

class TestApprovalGate : public QObject
{
    Q_OBJECT

    using Outcome = std::optional<Result<ToolResult>>;

private Q_SLOTS:
    void init()
    {
        m_tools = std::make_unique<CountingTools>();
        m_approvals = std::make_unique<Approvals>(m_clock);
        m_gate = std::make_unique<ApprovalGate>(*m_tools, *m_approvals, m_previews);
        m_person = std::make_unique<Approvals::Presence>(*m_approvals, u"usr_1"_s);
        m_caller = {};
        m_running = 0;
        m_previewed = 0;
        m_client.reset();
        m_previews = ChangePreviews();
        m_caller.userId = u"usr_1"_s;
        m_caller.keyId = u"key_1"_s;
        m_caller.clientName = u"Cursor"_s;
        m_caller.asks = KeyAsking::Writes;
    }

    void asksByWhatAToolDoes_data()
    {
        QTest::addColumn<KeyAsking>("asks");
        QTest::addColumn<QStringList>("asked");
        QTest::newRow("never") << KeyAsking::Never << QStringList();
        QTest::newRow("destructive") << KeyAsking::Destructive << QStringList{u"delete"_s};
        QTest::newRow("writes") << KeyAsking::Writes << QStringList{u"write"_s, u"delete"_s};
    }
    void asksByWhatAToolDoes()
    {
        QFETCH(KeyAsking, asks);
        m_caller.asks = asks;
        QStringList asked;
        const QList<ToolDefinition> all = m_gate->list(m_caller);
        QCOMPARE(all.size(), 3);
        for (const ToolDefinition &tool : all) {
            if (decisionFor(tool, m_caller) == ToolDecision::Ask)
                asked.append(tool.name);
        }
        QTEST(asked, "asked");
    }

    void runsWhatAPersonSaysYesTo()
    {
        const Outcome &outcome = start();
        QCOMPARE(m_tools->calls, 0);
        const ApprovalRequest request = m_approvals->pending(u"usr_1"_s).first();
        QCOMPARE(request.tool.name, u"write"_s);
        QCOMPARE(request.arguments["key"_L1].toString(), u"ABC-1"_s);
        QVERIFY(m_approvals->answer(u"usr_1"_s, request.id, ApprovalAnswer::Once));
        QTRY_VERIFY(outcome);
        QVERIFY(!(*outcome)->isError);
        QCOMPARE(m_tools->calls, 1);
        QVERIFY(m_approvals->pending(u"usr_1"_s).isEmpty());
    }

    void runsNothingAfterANo()
    {
        const Outcome &outcome = start();
        answerFirst(ApprovalAnswer::Deny);
        QTRY_VERIFY(outcome);
        QVERIFY((*outcome)->isError);
        QVERIFY(textOf(outcome).contains("said no"_L1));
        QCOMPARE(m_tools->calls, 0);
    }

    void asksAgainForOtherArguments()
    {
        const Outcome &first = start();
        answerFirst(ApprovalAnswer::Once);
        QTRY_VERIFY(first);
        start();
        start({{u"key"_s, u"ABC-2"_s}});
        QCOMPARE(m_approvals->pending(u"usr_1"_s).size(), 2);
        QCOMPARE(m_tools->calls, 1);
    }

    void letsOneOfTwoEqualCallsRun()
    {
        const Outcome &first = start();
        const Outcome &second = start();
        QCOMPARE(m_approvals->pending(u"usr_1"_s).size(), 1);
        answerFirst(ApprovalAnswer::Once);
        QTRY_VERIFY(first && second);
        QCOMPARE(m_tools->calls, 1);
    }

    void asksNotAgainWithinASession()
    {
        const Outcome &first = start();
        answerFirst(ApprovalAnswer::Session);
        QTRY_VERIFY(first);
        const Outcome &second = start({{u"key"_s, u"ABC-2"_s}});
        QTRY_VERIFY(second);
        QCOMPARE(m_tools->calls, 2);
        m_caller.clientName = u"Another"_s;
        start();
        QCOMPARE(m_approvals->pending(u"usr_1"_s).size(), 1);
        m_caller.clientName = u"Cursor"_s;
        m_approvals->forgetKey(u"key_1"_s);
        start({{u"key"_s, u"ABC-3"_s}});
        QCOMPARE(m_tools->calls, 2);
    }

    void keepsTheAnswerForACallerThatLeft()
    {
        const CancellationSource caller;
        const Outcome &outcome = start({{u"key"_s, u"ABC-1"_s}}, caller.token());
        caller.cancel();
        QTRY_VERIFY(outcome);
        QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
        answerFirst(ApprovalAnswer::Once);
        const Outcome &again = start();
        QTRY_VERIFY(again);
        QVERIFY(!(*again)->isError);
        QCOMPARE(m_tools->calls, 1);
    }

    void showsWhatThereIsNow()
    {
        m_previews.add(u"write"_s, [this](const ToolCall &) { return preview(); });
        start();
        QTRY_COMPARE(m_approvals->pending(u"usr_1"_s).size(), 1);
        start();
        QCOMPARE(m_previewed, 1);
        const ApprovalRequest request = m_approvals->pending(u"usr_1"_s).first();
        QCOMPARE(request.change.fields.first().before, u"ABC-0"_s);
        QCOMPARE(request.change.problem, QString());
    }

    void readsNothingForNobody()
    {
        m_previews.add(u"write"_s, [this](const ToolCall &) { return preview(); });
        m_person.reset();
        const Outcome &outcome = start();
        QTRY_VERIFY(outcome);
        QCOMPARE(m_previewed, 0);
    }

    void tellsTheClientToLookAtFairlead()
    {
        m_client = std::make_shared<fakes::FakeClientPort>();
        const Outcome &outcome = start();
        QCOMPARE(m_client->asked().size(), 1);
        QVERIFY(m_client->asked().first().message.contains("in Fairlead"_L1));
        // The client has said yes; that counts for nothing.
        QTest::qWait(0);
        QCOMPARE(m_tools->calls, 0);
        QCOMPARE(m_approvals->pending(u"usr_1"_s).size(), 1);
        answerFirst(ApprovalAnswer::Once);
        QTRY_VERIFY(outcome);
        QCOMPARE(m_tools->calls, 1);
    }

    void tellsNoClientWhereNobodyCanBeAsked()
    {
        m_client = std::make_shared<fakes::FakeClientPort>();
        m_person.reset();
        const Outcome &outcome = start();
        QTRY_VERIFY(outcome);
        QVERIFY(m_client->asked().isEmpty());
    }

    void refusesWhereNobodyCanBeAsked()
    {
        m_person.reset();
        const Outcome &outcome = start();
        QTRY_VERIFY(outcome);
        QVERIFY(textOf(outcome).contains("nobody can be asked"_L1));
        const Approvals::Presence stranger(*m_approvals, u"usr_2"_s);
        const Outcome &second = start();
        QTRY_VERIFY(second);
        QVERIFY(textOf(second).contains("nobody can be asked"_L1));
    }

    void forgetsAQuestionAfterItsTime()
    {
        QSignalSpy settled(m_approvals.get(), &Approvals::settled);
        const Outcome &outcome = start();
        const QString id = m_approvals->pending(u"usr_1"_s).first().id;
        m_clock.advance(10min);
        start({{u"key"_s, u"ABC-2"_s}}); // looks at the clock
        QTRY_COMPARE(settled.size(), 1);
        QVERIFY(settled.first().at(2).toBool());
        QCOMPARE(m_approvals->answer(u"usr_1"_s, id, ApprovalAnswer::Once).error().code,
                 ErrorCode::NotFound);
        QTRY_VERIFY(outcome);
        QVERIFY((*outcome)->isError);
    }

    void answersOnlyTheOwnQuestions()
    {
        start();
        const QString id = m_approvals->pending(u"usr_1"_s).first().id;
        QVERIFY(m_approvals->pending(u"usr_2"_s).isEmpty());
        QCOMPARE(m_approvals->answer(u"usr_2"_s, id, ApprovalAnswer::Once).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(m_tools->calls, 0);
    }

    void holdsToWhatWasDecidedForATool()
    {
        m_caller.decisions = {{u"write"_s, ToolDecision::Allow}, {u"read"_s, ToolDecision::Deny}};
        QCOMPARE(m_gate->list(m_caller).size(), 2);
        const Outcome &allowed = start();
        QTRY_VERIFY(allowed);
        QVERIFY(!(*allowed)->isError);
        const Outcome &denied = start({}, {}, u"read"_s);
        QTRY_VERIFY(denied);
        QVERIFY(textOf(denied).contains("switched off"_L1));
        QCOMPARE(m_tools->calls, 1);
    }

    void takesOnlySoManyQuestionsOfAKey()
    {
        for (int i = 0; i < 20; ++i)
            start({{u"key"_s, i}});
        const Outcome &last = start({{u"key"_s, 20}});
        QTRY_VERIFY(last);
        QVERIFY(textOf(last).contains("too many"_L1));
        QCOMPARE(m_approvals->pending(u"usr_1"_s).size(), 20);
    }

    void cleanup() { endAll(); }

private:
    /** Nothing may wait on when what it waits for goes. */
    void endAll()
    {
        const QList<ApprovalRequest> pending = m_approvals->pending(u"usr_1"_s);
        for (const ApprovalRequest &request : pending)
            QVERIFY(m_approvals->answer(u"usr_1"_s, request.id, ApprovalAnswer::Deny));
        QTRY_COMPARE(m_running, 0);
    }

    QCoro::Task<Result<QList<ChangedField>>> preview()
    {
        ++m_previewed;
        QList<ChangedField> fields;
        fields.append({.argument = u"key"_s, .name = {}, .before = u"ABC-0"_s});
        co_return fields;
    }

    const Outcome &start(const QJsonObject &arguments = {{u"key"_s, u"ABC-1"_s}},
                         const CancellationToken &cancellation = {},
                         const QString &tool = u"write"_s)
    {
        ToolCall call;
        call.tool = tool;
        call.arguments = arguments;
        call.caller = m_caller;
        call.cancellation = cancellation;
        call.client = m_client;
        ++m_running;
        Outcome &outcome = m_outcomes.emplace_back();
        QCoro::connect(m_gate->invoke(std::move(call)), this, [this, &outcome](auto &&result) {
            outcome = std::forward<decltype(result)>(result);
            --m_running;
        });
        return outcome;
    }

    void answerFirst(ApprovalAnswer answer)
    {
        const ApprovalRequest request = m_approvals->pending(u"usr_1"_s).first();
        QVERIFY(m_approvals->answer(u"usr_1"_s, request.id, answer));
    }

    static QString textOf(const Outcome &outcome) { return (*outcome)->content.first().text; }

    fakes::FakeClock m_clock;
    ChangePreviews m_previews;
    std::unique_ptr<CountingTools> m_tools;
    std::unique_ptr<Approvals> m_approvals;
    std::unique_ptr<ApprovalGate> m_gate;
    std::unique_ptr<Approvals::Presence> m_person;
    Caller m_caller;
    int m_running = 0;
    int m_previewed = 0;
    std::shared_ptr<fakes::FakeClientPort> m_client;
    std::deque<Outcome> m_outcomes; // whose places stay
};

QTEST_GUILESS_MAIN(TestApprovalGate)
#include "tst_approvalgate.moc"
