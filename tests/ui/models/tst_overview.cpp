// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/overview.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestOverview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsFromSampleDataToSomethingReal()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        world.sampleData.samples = QStringList{u"127.0.0.1:41233"_s};
        (void)world.addConnection(world.anna, u"127.0.0.1:41233"_s);
        const auto created = world.addKey(world.anna, u"Cursor"_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::TryIt);
        world.keys->noteUse(created.key.id, u"Cursor"_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::ConnectService);
        QCOMPARE(overview.nextStep().title, u"It works. Next, connect your own Jira or Notion"_s);
        (void)world.addConnection(world.anna, u"company.atlassian.net"_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::Nothing);
    }

    void leadsFromTheFirstStepToTheLast()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        QCOMPARE(overview.stateLine(), u"Serving on 127.0.0.1:8080"_s);
        QCOMPARE(overview.nextStep().kind, NextStep::Kind::ConnectService);

        (void)world.addConnection(world.anna, u"company.atlassian.net"_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::MakeKey);
        const auto key = world.addKey(world.anna, u"Cursor"_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::TryIt);
        world.keys->noteUse(key.key.id, u"Cursor 2.1"_s);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::Nothing);
        QVERIFY(overview.nextStep().text.contains("Cursor 2.1"_L1));
        QCOMPARE(overview.state(), OverallState::Serving);
    }

    void seesOnlyItsOwnUser()
    {
        UiWorld world;
        (void)world.addConnection(world.ben, u"ben.atlassian.net"_s);
        (void)world.addKey(world.ben, u"Ben's"_s);
        const Overview overview(*world.services, world.instance);
        QCOMPARE(overview.nextStep().kind, NextStep::Kind::ConnectService);
        QCOMPARE(overview.connectionsLine(), u"Nothing is connected yet"_s);
        QCOMPARE(overview.keysLine(), u"No key is in force"_s);
    }

    void saysFirstThatItIsPaused()
    {
        UiWorld world;
        const auto refused = world.addConnection(world.anna, u"company.atlassian.net"_s);
        world.connections->noteFailure(refused.id, {ErrorCode::Unauthorized, u"Expired."_s});
        const Overview overview(*world.services, world.instance);
        world.pause.setOn(true);
        QCOMPARE(overview.state(), OverallState::Paused);
        QCOMPARE(overview.stateLine(), u"Paused: clients get no answers"_s);
        QCOMPARE(overview.nextStep().kind, NextStep::Kind::Resume);
        world.pause.setOn(false);
        QCOMPARE(overview.nextStep().kind, NextStep::Kind::SignInAgain);
    }

    void asksToSignInAgainBeforeAnythingElse()
    {
        UiWorld world;
        const auto other = world.addConnection(world.anna, u"away.atlassian.net"_s);
        const auto refused = world.addConnection(world.anna, u"company.atlassian.net"_s);
        world.connections->noteFailure(other.id, {ErrorCode::Network, u"No answer."_s});
        world.connections->noteFailure(refused.id,
                                       {ErrorCode::Unauthorized, u"The token has expired."_s});
        const Overview overview(*world.services, world.instance);
        QCOMPARE(overview.state(), OverallState::Attention);
        QCOMPARE(overview.stateLine(), u"Attention: sign in to company.atlassian.net again"_s);
        QCOMPARE(overview.nextStep().kind, NextStep::Kind::SignInAgain);
        QCOMPARE(overview.nextStep().connectionId, refused.id);
        QCOMPARE(overview.nextStep().text, u"The token has expired."_s);
    }

    void namesASiteThatCannotBeReached()
    {
        UiWorld world;
        const auto other = world.addConnection(world.anna, u"away.atlassian.net"_s);
        world.connections->noteFailure(other.id, {ErrorCode::Network, u"No answer."_s});
        const Overview overview(*world.services, world.instance);
        QCOMPARE(overview.stateLine(), u"Attention: away.atlassian.net cannot be reached"_s);
    }

    void saysThatTheKeychainIsLocked()
    {
        UiWorld world(WorldSecrets::Keychain, secrets::KeychainState::Locked);
        const Overview overview(*world.services, world.instance);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::OpenSecrets);
        QCOMPARE(overview.stateLine(), u"Attention: the keychain is locked"_s);
        QCOMPARE(overview.nextStep().text, world.vault->stateMessage());
        QVERIFY(overview.nextStep().secondAction.isEmpty());
    }

    void offersAKeyFileWhereThereIsNoKeychain()
    {
        UiWorld world(WorldSecrets::Keychain, secrets::KeychainState::Absent);
        const Overview overview(*world.services, world.instance);
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::OpenSecrets);
        QVERIFY(!overview.nextStep().secondAction.isEmpty());
        QVERIFY(world.vault->useKeyFile());
        QTRY_COMPARE(overview.nextStep().kind, NextStep::Kind::ConnectService);
    }

    void joinsManyChangesIntoOneRefresh()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        QSignalSpy changes(&overview, &Overview::changed);
        for (int i = 0; i < 5; ++i)
            (void)world.addKey(world.anna, u"Key %1"_s.arg(i));
        QVERIFY(changes.wait());
        QCOMPARE(changes.count(), 1);
        QCOMPARE(overview.keysLine(), u"5 keys are in force"_s);
    }
};

QTEST_MAIN(TestOverview)
#include "tst_overview.moc"
