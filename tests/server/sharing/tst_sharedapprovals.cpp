// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/filewrite.h"
#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/sharing/sharedapprovals.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakekeychain.h"
#include "tests/fakes/testdatabase.h"

#include <QCoroTask>
#include <QDeadlineTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::sharing;
using namespace fairlead::tools;
using namespace std::chrono_literals;

namespace {

secrets::VaultOptions optionsFor(const QString &folder)
{
    secrets::VaultOptions options;
    options.keyFile = folder + u"/test.key"_s;
    return options;
}

/** What one of several programs on the database has. */
struct Instance
{
    Instance(const QString &folder, const Clock &clock, const QString &name)
        : database(fakes::openTestDatabase(folder))
        , vault(*database, keychain, optionsFor(folder))
        , approvals(clock)
    {
        static_cast<void>(vault.open());
        shared = std::make_unique<SharedApprovals>(*database, vault, clock, name);
        approvals.share(shared.get());
    }
    ~Instance() { approvals.share(nullptr); }
    Q_DISABLE_COPY_MOVE(Instance)

    fakes::FakeKeychain keychain;
    std::unique_ptr<store::Database> database;
    secrets::Vault vault;
    Approvals approvals;
    std::unique_ptr<SharedApprovals> shared;
};

ToolDefinition tool()
{
    ToolDefinition definition;
    definition.name = u"write"_s;
    definition.effect = ToolEffect::Write;
    return definition;
}

ToolCall call(const QString &argument = u"Quite private"_s, const QString &userId = u"usr_1"_s)
{
    ToolCall call;
    call.tool = u"write"_s;
    call.arguments = {{u"summary"_s, argument}};
    call.caller.userId = userId;
    call.caller.keyId = u"key_1"_s;
    call.caller.keyName = u"Laptop"_s;
    call.caller.clientName = u"Cursor"_s;
    return call;
}

} // namespace

class TestSharedApprovals : public QObject
{
    Q_OBJECT

    using Standing = Approvals::Standing;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        if (fakes::testDatabase(m_folder->path()).isFile())
            QSKIP("Files have one instance: this is for PostgreSQL.");
        QVERIFY(durableWrite(m_folder->filePath(u"test.key"_s), randomBytes(32)));
        m_here = std::make_unique<Instance>(m_folder->path(), m_clock, u"ins_here"_s);
        m_there = std::make_unique<Instance>(m_folder->path(), m_clock, u"ins_there"_s);
        m_person = std::make_unique<Approvals::Presence>(m_there->approvals, u"usr_1"_s);
    }

    void cleanup()
    {
        m_person.reset();
        m_here.reset();
        m_there.reset();
    }

    void knowsWhoIsThereAtAnother()
    {
        QVERIFY(m_here->approvals.isSomebodyThere(u"usr_1"_s));
        QVERIFY(!m_here->approvals.isSomebodyThere(u"usr_2"_s));
        m_person.reset();
        QVERIFY(!m_here->approvals.isSomebodyThere(u"usr_1"_s));
        QCOMPARE(put(*m_here), Standing::NobodyThere);
    }

    void showsThereWhatWasAskedHere()
    {
        ChangePreview change;
        change.fields.append({.argument = u"summary"_s, .name = {}, .before = u"Old"_s});
        QCOMPARE(m_here->approvals.put(tool(), call(), change).value(), Standing::Unanswered);
        const QSignalSpy asked(&m_there->approvals, &Approvals::asked);
        const QSignalSpy changed(&m_there->approvals, &Approvals::changed);
        m_there->approvals.refresh();
        QCOMPARE(changed.size(), 1);
        QVERIFY(asked.isEmpty()); // the log has it already
        const ApprovalRequest here = pending(*m_here).first();
        const ApprovalRequest there = pending(*m_there).first();
        QCOMPARE(there.id, here.id);
        QCOMPARE(there.arguments, here.arguments);
        QCOMPARE(there.tool.effect, here.tool.effect);
        QCOMPARE(there.caller.keyName, here.caller.keyName);
        QCOMPARE(there.change.fields.first().before, u"Old"_s);
        QCOMPARE(there.endsAt, here.endsAt);
        m_there->approvals.refresh();
        QCOMPARE(changed.size(), 1);
    }

    void keepsPrivateWhatIsShown()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        const auto rows = m_here->database->select(
            u"SELECT concat_ws(' ', a.*, encode(s.sealed, 'escape')) AS text "
            "FROM asked_approvals a, secrets s"_s);
        QVERIFY(!rows->isEmpty());
        for (const store::Row &row : *rows)
            QVERIFY(!row.text(u"text"_s).contains("private"_L1));
    }

    void runsOneCallOnAYesThatWasGivenThere()
    {
        auto asking = m_here->approvals.ask(tool(), call());
        auto askingThere = m_there->approvals.ask(tool(), call());
        QCOMPARE(pending(*m_there).size(), 1);
        QVERIFY(answer(*m_there, ApprovalAnswer::Once));
        m_here->approvals.refresh();
        const QList<Standing> standings{QCoro::waitFor(std::move(asking)).value(),
                                        QCoro::waitFor(std::move(askingThere)).value()};
        QCOMPARE(standings.count(Standing::Approved), 1);
        QCOMPARE(standings.count(Standing::Unanswered), 1);
        // The same call later is another one.
        QCOMPARE(put(*m_there), Standing::Unanswered);
    }

    void givesAllWhoWaitAnAnswerForMoreThanOneCall_data()
    {
        QTest::addColumn<ApprovalAnswer>("answered");
        QTest::addColumn<Standing>("standing");
        QTest::newRow("session") << ApprovalAnswer::Session << Standing::Approved;
        QTest::newRow("always") << ApprovalAnswer::Always << Standing::Approved;
        QTest::newRow("deny") << ApprovalAnswer::Deny << Standing::Denied;
    }
    void givesAllWhoWaitAnAnswerForMoreThanOneCall()
    {
        QFETCH(ApprovalAnswer, answered);
        QFETCH(Standing, standing);
        auto asking = m_here->approvals.ask(tool(), call());
        auto askingThere = m_there->approvals.ask(tool(), call());
        QVERIFY(answer(*m_there, answered));
        QCOMPARE(QCoro::waitFor(std::move(askingThere)).value(), standing);
        // It hears of the answer when it was used already.
        m_here->approvals.refresh();
        QCOMPARE(QCoro::waitFor(std::move(asking)).value(), standing);
        QVERIFY(pending(*m_here).isEmpty() && pending(*m_there).isEmpty());
        // The same call later is another one.
        if (answered != ApprovalAnswer::Session)
            QCOMPARE(put(*m_there), Standing::Unanswered);
    }

    void lendsTheAnswerToTheSameCallElsewhere()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        QVERIFY(answer(*m_here, ApprovalAnswer::Once));
        QCOMPARE(QCoro::waitFor(m_there->approvals.ask(tool(), call())).value(),
                 Standing::Approved);
        QCOMPARE(put(*m_here), Standing::Unanswered);
        QCOMPARE(put(*m_here, u"Another"_s), Standing::Unanswered);
    }

    void takesOneAnswer()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        m_there->approvals.refresh();
        const QString id = pending(*m_there).first().id;
        // As two that are pressed at the same moment.
        QVERIFY(m_here->shared->answer(id, ApprovalAnswer::Deny).value());
        QVERIFY(!m_there->shared->answer(id, ApprovalAnswer::Once).value());
        QCOMPARE(m_there->approvals.answer(u"usr_1"_s, id, ApprovalAnswer::Once).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(QCoro::waitFor(m_there->approvals.ask(tool(), call())).value(), Standing::Denied);
    }

    void answersOnlyTheOwnQuestions()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        m_there->approvals.refresh();
        const QString id = pending(*m_there).first().id;
        QCOMPARE(m_there->approvals.answer(u"usr_2"_s, id, ApprovalAnswer::Once).error().code,
                 ErrorCode::NotFound);
        QCOMPARE(pending(*m_here).size(), 1);
    }

    void allowsForTheSessionEverywhereUntilTheKeyEnds()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        QVERIFY(answer(*m_there, ApprovalAnswer::Session));
        QCOMPARE(QCoro::waitFor(m_here->approvals.ask(tool(), call())).value(), Standing::Approved);
        Instance third(m_folder->path(), m_clock, u"ins_third"_s);
        const QList<Instance *> all{m_here.get(), m_there.get(), &third};
        for (Instance *instance : all) {
            QCOMPARE(put(*instance, u"Another"_s), Standing::Approved);
            Caller others = call().caller;
            others.clientName = u"Another"_s;
            QVERIFY(!instance->approvals.isGranted(others, u"write"_s));
        }
        for (Instance *instance : all)
            instance->approvals.forgetKey(u"key_1"_s);
        for (Instance *instance : all)
            QCOMPARE(put(*instance, u"Another"_s), Standing::Unanswered);
    }

    void leavesNothingOfAnInstanceThatWasKilled()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        m_there->approvals.refresh();
        const QString id = pending(*m_there).first().id;
        killHere();
        QCOMPARE(m_there->approvals.answer(u"usr_1"_s, id, ApprovalAnswer::Once).error().code,
                 ErrorCode::NotFound);
        QVERIFY(pending(*m_there).isEmpty());
        QCOMPARE(put(*m_there), Standing::Unanswered);
        QVERIFY(pending(*m_there).first().id != id);
        QCOMPARE(secrets(), 1);
    }

    void losesNothingOfAnInstanceThatWasCutOffForAMoment()
    {
        m_person.reset();
        const Approvals::Presence person(m_here->approvals, u"usr_1"_s);
        QCOMPARE(put(*m_here), Standing::Unanswered);
        m_there->approvals.refresh();
        const QString id = pending(*m_there).first().id;
        cutOffHere();
        m_there->approvals.refresh();
        QVERIFY(pending(*m_there).isEmpty());
        // What clears away what is over.
        const Approvals::Presence another(m_there->approvals, u"usr_2"_s);
        QVERIFY(!m_there->approvals.isSomebodyThere(u"usr_1"_s));
        QCOMPARE(m_there->approvals.put(tool(), call(u"Another"_s, u"usr_2"_s)).value(),
                 Standing::Unanswered);
        QTRY_VERIFY(m_there->approvals.isSomebodyThere(u"usr_1"_s));
        m_there->approvals.refresh();
        QCOMPARE(pending(*m_there).first().id, id);
        QVERIFY(answer(*m_there, ApprovalAnswer::Once));
        QCOMPARE(QCoro::waitFor(m_here->approvals.ask(tool(), call())).value(), Standing::Approved);
    }

    void hasNobodyThereOnceTheirInstanceWasKilled()
    {
        m_person.reset();
        const Approvals::Presence person(m_here->approvals, u"usr_1"_s);
        QVERIFY(m_there->approvals.isSomebodyThere(u"usr_1"_s));
        killHere();
        QVERIFY(!m_there->approvals.isSomebodyThere(u"usr_1"_s));
    }

    void endsOnceWithItsKey()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        m_there->approvals.refresh();
        const QString id = pending(*m_there).first().id;
        const QSignalSpy settledHere(&m_here->approvals, &Approvals::settled);
        const QSignalSpy settledThere(&m_there->approvals, &Approvals::settled);
        m_here->approvals.forgetKey(u"key_1"_s);
        m_there->approvals.forgetKey(u"key_1"_s);
        QCOMPARE(settledHere.size() + settledThere.size(), 1);
        QVERIFY(pending(*m_here).isEmpty() && pending(*m_there).isEmpty());
    }

    void endsOnceAfterItsTime()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        m_there->approvals.refresh();
        QCOMPARE(pending(*m_there).size(), 1);
        const QSignalSpy settledHere(&m_here->approvals, &Approvals::settled);
        const QSignalSpy settledThere(&m_there->approvals, &Approvals::settled);
        m_clock.advance(11min);
        QCOMPARE(answer(*m_there, ApprovalAnswer::Once), false);
        // Another question has both look at what is over.
        QCOMPARE(put(*m_here, u"Another"_s), Standing::Unanswered);
        m_there->approvals.refresh();
        QTRY_VERIFY(pending(*m_here).size() == 1 && pending(*m_there).size() == 1);
        QCOMPARE(settledHere.size() + settledThere.size(), 1);
        QCOMPARE(pending(*m_there).first().arguments.value("summary"_L1).toString(), u"Another"_s);
    }

    void leavesNothingOfWhatIsLongOver()
    {
        QCOMPARE(put(*m_here), Standing::Unanswered);
        killHere();
        m_clock.advance(14min);
        QVERIFY(m_there->shared->endOld());
        QCOMPARE(secrets(), 1); // as long as it may be somebody's to settle
        m_clock.advance(1min);
        QVERIFY(m_there->shared->endOld());
        QCOMPARE(secrets(), 0);
        QVERIFY(m_there->database->select(u"SELECT id FROM asked_approvals"_s)->isEmpty());
    }

    void asksAboutACallThatIsLongerThanASecretMayBe()
    {
        const QString text = u"word "_s.repeated(600'000);
        QCOMPARE(put(*m_here, text), Standing::Unanswered);
        m_there->approvals.refresh();
        QVERIFY(pending(*m_there).first().arguments.value("summary"_L1) == text);
        QVERIFY(answer(*m_there, ApprovalAnswer::Once));
        QCOMPARE(QCoro::waitFor(m_here->approvals.ask(tool(), call(text))).value(),
                 Standing::Approved);
        QCOMPARE(secrets(), 0);
    }

private:
    void killHere()
    {
        m_here.reset();
        waitUntilHereIsGone();
    }

    /** It makes its connection again by its next question. */
    void cutOffHere()
    {
        const auto number = m_here->database->select(u"SELECT pg_backend_pid() AS number"_s);
        QVERIFY(m_there->database->select(u"SELECT pg_terminate_backend(?) AS ended"_s,
                                          {number->first().number(u"number"_s)}));
        waitUntilHereIsGone();
    }

    /** The database sees a moment later that the connection has ended. */
    void waitUntilHereIsGone()
    {
        const auto isAlive = [this] {
            const auto rows = m_there->database->select(
                u"SELECT held FROM fairlead_held() AS held WHERE held = fairlead_life('ins_here')"_s);
            return !rows->isEmpty();
        };
        // Without its timers, which would have it come back.
        const QDeadlineTimer deadline(5s);
        while (isAlive() && !deadline.hasExpired())
            QThread::yieldCurrentThread();
        QVERIFY(!isAlive());
    }

    qsizetype secrets() const
    {
        return m_there->database->select(u"SELECT id FROM secrets"_s)->size();
    }

    static Standing put(Instance &instance, const QString &argument = u"Quite private"_s)
    {
        return instance.approvals.put(tool(), call(argument)).value();
    }

    static QList<ApprovalRequest> pending(const Instance &instance)
    {
        return instance.approvals.pending(u"usr_1"_s);
    }

    static bool answer(Instance &instance, ApprovalAnswer answer)
    {
        instance.approvals.refresh();
        const QList<ApprovalRequest> all = pending(instance);
        return !all.isEmpty()
            && instance.approvals.answer(u"usr_1"_s, all.first().id, answer).has_value();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    fakes::FakeClock m_clock;
    std::unique_ptr<Instance> m_here;
    std::unique_ptr<Instance> m_there;
    std::unique_ptr<Approvals::Presence> m_person;
};

QTEST_GUILESS_MAIN(TestSharedApprovals)
#include "tst_sharedapprovals.moc"
