// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitylog.h"
#include "tests/ui/uiworld.h"
#include "ui/pages/homepage.h"
#include "ui/widgets/activityplot.h"
#include "ui/widgets/confirmation.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

namespace {

/** Whether a label of this window has these words. */
bool contains(const QWidget &window, const QString &words)
{
    const auto labels = window.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&words](const auto *label) {
        return label->text().contains(words);
    });
}

} // namespace

class TestHomePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersTheNextStepAsAButton()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        HomePage page(*world.services, world.instance, overview);
        QSignalSpy connecting(&page, &HomePage::connectRequested);
        QSignalSpy configuring(&page, &HomePage::addToCursorRequested);
        findButton(page, u"Connect Jira…"_s)->click();
        findButton(page, u"Connect Notion…"_s)->click();
        QCOMPARE(connecting.count(), 2);
        QCOMPARE(connecting.at(0).first().toString(), u"jira"_s);
        QCOMPARE(connecting.at(1).first().toString(), u"notion"_s);
        (void)world.addConnection(world.anna, u"company.atlassian.net"_s);
        QTRY_VERIFY(findButton(page, u"Add to Cursor…"_s));
        findButton(page, u"Add to Cursor…"_s)->click();
        QCOMPARE(configuring.count(), 1);
    }

    void copiesTheAddress()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        findButton(page, u"Copy address"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"http://127.0.0.1:8080"_s);
    }

    void namesTheConnectionToSignInToAgain()
    {
        UiWorld world;
        const auto connection = world.addConnection(world.anna, u"company.atlassian.net"_s);
        world.connections->noteFailure(connection.id, {ErrorCode::Unauthorized, u"Expired."_s});
        const Overview overview(*world.services, world.instance);
        HomePage page(*world.services, world.instance, overview);
        QSignalSpy requests(&page, &HomePage::signInAgainRequested);
        findButton(page, u"Reconnect…"_s)->click();
        QCOMPARE(requests.first().first().toString(), connection.id);
    }

    void makesAKeyFileOnlyAfterConsent()
    {
        UiWorld world(WorldSecrets::Keychain, secrets::KeychainState::Absent);
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        QTRY_VERIFY(findButton(page, u"Use a key file…"_s));
        findButton(page, u"Use a key file…"_s)->click();
        auto *question = page.findChild<Confirmation *>();
        QVERIFY(question);
        QVERIFY(contains(*question, u"master.key"_s));
        QCOMPARE(world.vault->state(), secrets::VaultState::Absent);
        findButton(*question, u"Use a key file"_s)->click();
        QCOMPARE(world.vault->state(), secrets::VaultState::Ready);
    }

    void showsWhatClientsDo()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        const auto *plot = page.findChild<ActivityPlot *>();
        QCOMPARE(plot->accessibleDescription(), u"No calls"_s);
        QVERIFY(contains(page, u"No calls in the last hour"_s));
        audit::ActivityEntry entry;
        entry.userId = world.anna;
        entry.at = world.clock.now();
        entry.event = audit::event::toolCalled;
        entry.outcome = audit::outcome::good;
        entry.clientName = u"Cursor"_s;
        entry.tool = u"list_projects"_s;
        world.activity->record(entry);
        QTRY_VERIFY(contains(page, u"Cursor called list_projects"_s));
        QCOMPARE(plot->accessibleDescription(), u"1 in all, at most 1 in one minute"_s);
        QCOMPARE(plot->counts().last(), 1);
    }

    void leadsThroughTheFirstSteps()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        QSignalSpy clients(&page, &HomePage::clientsRequested);
        QVERIFY(contains(page, u"See it work"_s));
        findButton(page, u"Skip this step"_s)->click();
        findButton(page, u"Another program…"_s)->click();
        QCOMPARE(clients.count(), 1);
        findButton(page, u"Skip this step"_s)->click();
        findButton(page, u"Skip this step"_s)->click();
        QVERIFY(!findButton(page, u"Skip this step"_s));
        findButton(page, u"Close"_s)->click();
        QVERIFY(findButton(page, u"Connect Jira…"_s));
        findButton(page, u"Show first steps"_s)->click();
        QVERIFY(findButton(page, u"Skip this step"_s));
    }

    void offersSampleDataInThePlaceOfAService()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        findButton(page, u"Try with sample data"_s)->click();
        QVERIFY(contains(page, u"Starting the sample data…"_s));
        findButton(page, u"Cancel sample data"_s)->click();
        QVERIFY(!contains(page, u"Starting the sample data…"_s));
        findButton(page, u"Try with sample data"_s)->click();
        (void)world.addConnection(world.anna, u"127.0.0.1:41233"_s);
        world.sampleData.setState(providers::SampleData::State::On);
        QVERIFY(contains(page, u"Northwind is connected: a made-up company"_s));
        QTRY_VERIFY(findButton(page, u"Add to Cursor…"_s));
        QVERIFY(!findButton(page, u"Try with sample data"_s));
        QVERIFY(contains(page, u"127.0.0.1:41233, with sample data"_s));
    }

    void saysWhyThereIsNoSampleData()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        Q_EMIT world.sampleData.failed({ErrorCode::Internal, u"It has ended."_s});
        QVERIFY(contains(page, u"It has ended."_s));
        QVERIFY(findButton(page, u"Try with sample data"_s));
    }

    void offersNoSampleDataThatIsNotThere()
    {
        UiWorld world;
        world.sampleData.setState(providers::SampleData::State::Missing);
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        QVERIFY(findButton(page, u"Connect Jira…"_s));
        QVERIFY(!findButton(page, u"Try with sample data"_s));
    }

    void endsThePause()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        const HomePage page(*world.services, world.instance, overview);
        world.pause.setOn(true);
        findButton(page, u"Resume Fairlead"_s)->click();
        QVERIFY(!world.pause.isOn());
    }

    void explainsAMissingTray()
    {
        UiWorld world;
        const Overview overview(*world.services, world.instance);
        HomePage page(*world.services, world.instance, overview);
        QVERIFY(!findButton(page, u"Quit Fairlead"_s));
        page.setTrayMissing(true);
        QSignalSpy quits(&page, &HomePage::quitRequested);
        findButton(page, u"Quit Fairlead"_s)->click();
        QCOMPARE(quits.count(), 1);
    }
};

QTEST_MAIN(TestHomePage)
#include "tst_homepage.moc"
