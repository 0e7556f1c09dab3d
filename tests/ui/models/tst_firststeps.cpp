// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitylog.h"
#include "tests/ui/uiworld.h"
#include "ui/models/firststeps.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

using State = FirstSteps::State;

namespace {

QList<State> states(const FirstSteps &steps)
{
    QList<State> states;
    for (const auto &step : steps.steps())
        states.append(step.state);
    return states;
}

} // namespace

class TestFirstSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void leadsFromNothingToTheFirstAnswer()
    {
        const Overview overview(*m_world->services, m_world->instance);
        const FirstSteps steps(overview, *m_world->settings);
        QVERIFY(steps.isShown());
        QCOMPARE(states(steps), QList<State>({State::Current, State::Open, State::Open}));
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        QTRY_COMPARE(states(steps), QList<State>({State::Done, State::Current, State::Open}));
        QCOMPARE(steps.nextStep().kind, NextStep::Kind::MakeKey);
        (void)m_world->addKey(m_world->anna, u"Cursor"_s);
        QTRY_COMPARE(states(steps), QList<State>({State::Done, State::Done, State::Current}));
        QVERIFY(steps.canSkip());
        call();
        QTRY_COMPARE(states(steps), QList<State>({State::Done, State::Done, State::Done}));
        QCOMPARE(steps.nextStep().title, u"Everything is set up"_s);
        QVERIFY(!steps.canSkip());
    }

    void hasOnlyWhatIsMissing()
    {
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        const Overview overview(*m_world->services, m_world->instance);
        const FirstSteps steps(overview, *m_world->settings);
        QCOMPARE(steps.steps().first().kind, NextStep::Kind::MakeKey);
        QCOMPARE(states(steps), QList<State>({State::Current, State::Open}));
    }

    void skipsWhatThePersonSkips()
    {
        const Overview overview(*m_world->services, m_world->instance);
        FirstSteps steps(overview, *m_world->settings);
        steps.skip();
        QCOMPARE(states(steps), QList<State>({State::Skipped, State::Current, State::Open}));
        QCOMPARE(steps.nextStep().kind, NextStep::Kind::MakeKey);
        steps.skip();
        steps.skip();
        QCOMPARE(steps.nextStep().title, u"That is all for now"_s);
        steps.close();
        QVERIFY(!steps.isShown());
        QCOMPARE(steps.nextStep().kind, NextStep::Kind::ConnectService);
        steps.reopen();
        QCOMPARE(states(steps), QList<State>({State::Current, State::Open, State::Open}));
    }

    void remembersWhatWasSkipped()
    {
        {
            const Overview overview(*m_world->services, m_world->instance);
            FirstSteps steps(overview, *m_world->settings);
            steps.skip();
        }
        const Overview overview(*m_world->services, m_world->instance);
        FirstSteps again(overview, *m_world->settings);
        QVERIFY(again.isShown());
        QCOMPARE(states(again), QList<State>({State::Skipped, State::Current, State::Open}));
        QVERIFY(!m_world->settings->needsRestart());
        again.reopen();
        QCOMPARE(states(again), QList<State>({State::Current, State::Open, State::Open}));
        QVERIFY(m_world->settings->values().skippedFirstSteps.isEmpty());
    }

    void staysAwayAfterItWasClosed()
    {
        {
            const Overview overview(*m_world->services, m_world->instance);
            FirstSteps steps(overview, *m_world->settings);
            steps.skip();
            steps.close();
        }
        const Overview overview(*m_world->services, m_world->instance);
        FirstSteps again(overview, *m_world->settings);
        QVERIFY(!again.isShown());
        QCOMPARE(again.nextStep().kind, NextStep::Kind::ConnectService);
        again.reopen();
        QVERIFY(again.isShown());
        QCOMPARE(states(again), QList<State>({State::Current, State::Open, State::Open}));
    }

    void saysThatItCannotRemember()
    {
        const Overview overview(*m_world->services, m_world->instance);
        FirstSteps steps(overview, *m_world->settings);
        QSignalSpy failed(&steps, &FirstSteps::failed);
        QFile broken(m_world->settings->path());
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{ oops");
        broken.close();
        steps.skip();
        QCOMPARE(failed.count(), 1);
        QCOMPARE(states(steps), QList<State>({State::Skipped, State::Current, State::Open}));
    }

    void leavesAlonePeopleWhoHaveEverything()
    {
        setUpAll();
        const Overview overview(*m_world->services, m_world->instance);
        FirstSteps steps(overview, *m_world->settings);
        QVERIFY(!steps.isShown());
        steps.reopen();
        QCOMPARE(states(steps), QList<State>({State::Done, State::Done, State::Done}));
    }

    void letsWhatIsUrgentComeFirst()
    {
        const Overview overview(*m_world->services, m_world->instance);
        const FirstSteps steps(overview, *m_world->settings);
        m_world->pause.setOn(true);
        QCOMPARE(steps.nextStep().kind, NextStep::Kind::Resume);
        QVERIFY(!steps.canSkip());
        m_world->pause.setOn(false);
        QCOMPARE(steps.nextStep().kind, NextStep::Kind::ConnectService);
    }

private:
    void setUpAll()
    {
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        const auto created = m_world->addKey(m_world->anna, u"Cursor"_s);
        m_world->keys->noteUse(created.key.id, u"Cursor"_s);
    }
    void call()
    {
        audit::ActivityEntry entry;
        entry.userId = m_world->anna;
        entry.at = m_world->clock.now();
        entry.event = audit::event::toolCalled;
        entry.outcome = audit::outcome::good;
        entry.clientName = u"Cursor"_s;
        entry.tool = u"list_projects"_s;
        m_world->activity->record(entry);
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestFirstSteps)
#include "tst_firststeps.moc"
