// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/guardedprompts.h"
#include "server/tools/promptregistry.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/faketools.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

namespace {

QCoro::Task<Result<PromptText>> say(PromptCall call)
{
    PromptText text;
    text.messages.append(
        {PromptMessage::Role::User, Content::fromText(call.arguments.value(u"what"_s))});
    co_return text;
}

QCoro::Task<Result<Completion>> suggest(CompletionQuery query)
{
    Completion completion;
    completion.values.append(query.typed);
    co_return completion;
}

PromptDefinition definition(const QString &name, ToolEffect effect)
{
    return {name, {}, u"Says it"_s, {{u"what"_s, u"What to say"_s, true}}, effect};
}

} // namespace

/** The registry of prompts, and what stands in front of it. */
class TestGuardedPrompts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_registry.add(definition(u"write_it"_s, ToolEffect::Write), say, suggest);
        m_registry.add(definition(u"read_it"_s, ToolEffect::Read), say, suggest);
    }

    void showsAReaderNoPromptThatWrites()
    {
        QCOMPARE(namesFor(KeyAccess::Read), QStringList{u"read_it"_s});
        QCOMPARE(namesFor(KeyAccess::Write), (QStringList{u"read_it"_s, u"write_it"_s}));
        const auto hidden = QCoro::waitFor(m_prompts.get(call(u"write_it"_s, KeyAccess::Read)));
        QVERIFY(!hidden);
        QCOMPARE(hidden.error().code, ErrorCode::NotFound);
        CompletionQuery query;
        query.of = u"write_it"_s;
        query.argument = u"what"_s;
        QCOMPARE(QCoro::waitFor(m_prompts.complete(query)).error().code, ErrorCode::NotFound);
        query.caller.access = KeyAccess::Write;
        QVERIFY(QCoro::waitFor(m_prompts.complete(query)));
    }

    void logsWhatWasGot()
    {
        QSignalSpy spy(&m_log, &CallLog::toolCalled);
        QVERIFY(QCoro::waitFor(m_prompts.get(call(u"read_it"_s, KeyAccess::Read))));
        QVERIFY(!QCoro::waitFor(m_prompts.get(call(u"sing_it"_s, KeyAccess::Read))));
        QCOMPARE(spy.count(), 2);
        const auto record = spy[0].first().value<CallRecord>();
        QCOMPARE(record.tool, u"prompt read_it"_s);
        QCOMPARE(record.outcome, u"ok"_s);
        QCOMPARE(record.resultBytes, 5);
        QCOMPARE(spy[1].first().value<CallRecord>().outcome, u"not_found"_s);
    }

    void getsNothingBeyondTheLimitOfTheKey()
    {
        const auto turn = m_limit.enter({}, u"something else"_s);
        const auto refused = QCoro::waitFor(m_prompts.get(call(u"read_it"_s, KeyAccess::Read)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::RateLimited);
    }

    void checksTheArguments_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("unknown") << u"whom"_s << u"x"_s
                                 << u"The prompt read_it has no argument \"whom\". It has: what."_s;
        QTest::newRow("blank") << u"what"_s << u" "_s
                               << u"The prompt read_it needs the argument \"what\"."_s;
    }
    void checksTheArguments()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        PromptCall wrong = call(u"read_it"_s, KeyAccess::Read);
        wrong.arguments = {{name, value}};
        const auto refused = QCoro::waitFor(m_prompts.get(wrong));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
        QCOMPARE(refused.error().message, sentence);
    }

    void completesKnownArgumentsOnly()
    {
        CompletionQuery query;
        query.of = u"read_it"_s;
        query.argument = u"whom"_s;
        QCOMPARE(QCoro::waitFor(m_prompts.complete(query)).error().code, ErrorCode::InvalidInput);
    }

private:
    [[nodiscard]] QStringList namesFor(KeyAccess access) const
    {
        Caller caller;
        caller.access = access;
        QStringList names;
        for (const PromptDefinition &prompt : m_prompts.list(caller))
            names.append(prompt.name);
        return names;
    }

    [[nodiscard]] static PromptCall call(const QString &name, KeyAccess access)
    {
        PromptCall result;
        result.name = name;
        result.caller.access = access;
        result.arguments = {{u"what"_s, u"hello"_s}};
        return result;
    }

    fakes::FakeTools m_tools;
    fakes::FakeClock m_clock;
    PromptRegistry m_registry;
    CallLimit m_limit{m_tools, 1};
    CallLog m_log{m_limit, m_clock};
    GuardedPrompts m_prompts{m_registry, m_limit, m_log};
};

QTEST_GUILESS_MAIN(TestGuardedPrompts)
#include "tst_guardedprompts.moc"
