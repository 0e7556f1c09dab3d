// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/pages/connectionspage.h"
#include "ui/widgets/confirmation.h"
#include "ui/widgets/connectioncard.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestConnectionsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<UiWorld>(); }

    void saysWhatToDoWhileNothingIsConnected()
    {
        ConnectionsPage page(*m_world->services);
        QSignalSpy requests(&page, &ConnectionsPage::connectRequested);
        QVERIFY(names(page).isEmpty());
        findButton(page, u"Connect Jira…"_s)->click();
        findButton(page, u"Connect Notion…"_s)->click();
        QCOMPARE(requests.count(), 2);
        QCOMPARE(requests.at(0).first().toString(), u"jira"_s);
        QCOMPARE(requests.at(1).first().toString(), u"notion"_s);
        (void)connected();
        findButton(page, u"Connect Notion…"_s)->click();
        QCOMPARE(requests.at(2).first().toString(), u"notion"_s);
    }

    void marksSampleDataAndTakesItAway()
    {
        const ConnectionsPage page(*m_world->services);
        findButton(page, u"Try with sample data"_s)->click();
        QVERIFY(findButton(page, u"Cancel sample data"_s));
        m_world->sampleData.samples = QStringList{u"127.0.0.1:41233"_s};
        (void)m_world->addConnection(m_world->anna, u"127.0.0.1:41233"_s);
        (void)m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
        m_world->sampleData.setState(providers::SampleData::State::On);
        // What was made in the same moment comes in any order.
        QStringList shown = names(page);
        shown.sort();
        QCOMPARE(shown,
                 QStringList(
                     {u"Jira 127.0.0.1:41233 (sample data)"_s, u"Jira company.atlassian.net"_s}));
        m_world->sampleData.works = false;
        findButton(page, u"Remove sample data"_s)->click();
        QCOMPARE(page.findChild<MessageBar *>()->text(), u"The sample data cannot be removed."_s);
        m_world->sampleData.works = true;
        findButton(page, u"Remove sample data"_s)->click();
        QCOMPARE(m_world->sampleData.state(), providers::SampleData::State::Off);
        QVERIFY(!findButton(page, u"Remove sample data"_s));
    }

    void offersSampleDataAgainWhenItWasOnAtFirst()
    {
        m_world->sampleData.setState(providers::SampleData::State::On);
        const ConnectionsPage page(*m_world->services);
        m_world->sampleData.setState(providers::SampleData::State::Off);
        QVERIFY(findButton(page, u"Try with sample data"_s));
    }

    void listsTheConnectionsOfItsUserOnly()
    {
        (void)m_world->addConnection(m_world->ben, u"ben.atlassian.net"_s);
        ConnectionsPage page(*m_world->services);
        QVERIFY(names(page).isEmpty());
        (void)connected();
        QCOMPARE(names(page), QStringList{u"Jira company.atlassian.net"_s});
        QVERIFY(shows(page, u"Connected"_s));
    }

    void offersToShareWhereThatIsPossible()
    {
        const auto personal = connected();
        ConnectionsPage page(*m_world->services);
        const auto isShareable = [&page] { return findButton(page, u"Share…"_s) != nullptr; };
        QVERIFY(!isShareable());
        const auto own = m_world->organizations->create(m_world->anna, u"Acme"_s);
        QVERIFY(isShareable());
        QVERIFY(m_world->connections->share(m_world->anna, personal.id, own->id, {}));
        QVERIFY(isShareable());
        // Of another's organization one may not, whatever one's own is.
        QVERIFY(
            m_world->invitations->invite(m_world->anna, own->id, u"Ben"_s, accounts::Role::Owner));
        const auto waiting = m_world->invitations->to(m_world->ben);
        QVERIFY(m_world->invitations->accept(m_world->ben, waiting->first().id));
        QVERIFY(m_world->organizations->create(m_world->anna, u"Northwind"_s));
        QVERIFY(m_world->organizations->setRole(
            m_world->ben, own->id, m_world->anna, accounts::Role::Member));
        QVERIFY(!isShareable());
    }

    void saysWhoseItIs()
    {
        auto connection = connected();
        const auto whose = [this, &connection] {
            return factsOf(connection, *m_world->services).lines[ConnectionFacts::Organization];
        };
        QCOMPARE(whose(), QString());
        connection.organization = u"Acme"_s;
        QCOMPARE(whose(), u"Acme"_s);
    }

    void saysOfEachHowItStands()
    {
        m_world->rates.standings.clear();
        const auto connection = connected();
        const ConnectionsPage page(*m_world->services);
        QVERIFY(shows(page, u"Anna Berg (anna@company.com)"_s));
        QVERIFY(shows(page, u"API token"_s));
        QVERIFY(shows(page, u"Until the token expires or is revoked at Atlassian"_s));
        QVERIFY(shows(page, u"All are free"_s));
        QVERIFY(shows(page, u"Never"_s));
        m_world->connections->noteFailure(
            connection.id,
            {.code = ErrorCode::Unauthorized, .message = u"Jira refused the API token (401)."_s});
        QVERIFY(shows(page, u"Sign in again"_s));
        QVERIFY(shows(page, u"Jira refused the API token (401)."_s));
        QVERIFY(shows(page, u"No longer"_s));
        m_world->connections->noteSuccess(connection.id);
        QVERIFY(!shows(page, u"Jira refused the API token (401)."_s));
        QVERIFY(shows(page, u"Just now"_s));
    }

    void namesEachButtonForScreenReaders()
    {
        (void)connected();
        const ConnectionsPage page(*m_world->services);
        QStringList spoken;
        for (const auto *button : page.findChild<ConnectionCard *>()->findChildren<QPushButton *>())
            spoken += button->accessibleName();
        QCOMPARE(spoken,
                 QStringList({u"Test Jira company.atlassian.net"_s,
                              u"Tools of Jira company.atlassian.net"_s,
                              u"Reconnect Jira company.atlassian.net"_s,
                              u"Share Jira company.atlassian.net"_s,
                              u"Disconnect Jira company.atlassian.net"_s}));
    }

    void keepsItsCardsAndTheFocusWhenSomethingChanges()
    {
        const auto connection = connected();
        ConnectionsPage page(*m_world->services);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const QPointer<ConnectionCard> card = page.findChild<ConnectionCard *>();
        auto *disconnect = findButton(*card, u"Disconnect…"_s);
        disconnect->setFocus();
        m_world->connections->noteFailure(connection.id,
                                          {.code = ErrorCode::Network, .message = u"No answer."_s});
        (void)m_world->addConnection(m_world->anna, u"other.atlassian.net"_s);
        QCOMPARE(names(page).size(), 2);
        QVERIFY(card);
        QVERIFY(disconnect->hasFocus());
        QVERIFY(m_world->connections->remove(m_world->anna, connection.id));
        QCOMPARE(names(page), QStringList{u"Jira other.atlassian.net"_s});
        QTRY_VERIFY(!card);
        QVERIFY(page.isAncestorOf(page.focusWidget()));
    }

    void scrollsToTheCardThatTheKeyboardReaches()
    {
        for (int number = 0; number < 8; ++number)
            (void)m_world->addConnection(m_world->anna, u"site%1.atlassian.net"_s.arg(number));
        ConnectionsPage page(*m_world->services);
        page.resize(700, 400);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        const auto cards = page.findChildren<ConnectionCard *>();
        const auto isInView = [](const ConnectionCard *card) {
            return card->visibleRegion().boundingRect().height() == card->height();
        };
        QVERIFY(!isInView(cards.last()));
        page.select(cards.last()->connection().id);
        QVERIFY(isInView(cards.last()));
        QVERIFY(cards.last()->isAncestorOf(page.focusWidget()));
        // A look now and then moves nothing.
        auto *bar = page.findChild<QScrollArea *>()->verticalScrollBar();
        const int place = bar->value();
        m_world->connections->noteSuccess(cards.first()->connection().id);
        QCOMPARE(bar->value(), place);
        for (int presses = 0; presses < 8 * 3 && !cards.first()->isAncestorOf(page.focusWidget());
             ++presses)
            QTest::keyClick(page.focusWidget(), Qt::Key_Backtab);
        QVERIFY(isInView(cards.first()));
    }

    void testsEachCardForItself()
    {
        (void)connected();
        (void)m_world->addConnection(m_world->anna, u"other.atlassian.net"_s);
        const ConnectionsPage page(*m_world->services);
        const auto cards = page.findChildren<ConnectionCard *>();
        m_world->jira->hold();
        findButton(*cards.first(), u"Test"_s)->click();
        QVERIFY(findButton(*cards.first(), u"Cancel test"_s));
        QVERIFY(findButton(*cards.last(), u"Test"_s));
        QVERIFY(findButton(*cards.last(), u"Disconnect…"_s)->isEnabled());
        m_world->jira->release();
        QTRY_VERIFY(findButton(*cards.first(), u"Test"_s));
    }

    void offersTheServicesWithATokenOnly()
    {
        ConnectionsPage page(*m_world->services);
        QSignalSpy requests(&page, &ConnectionsPage::connectRequested);
        const auto *menu = page.findChild<QMenu *>();
        QVERIFY(menu);
        QStringList texts;
        const auto actions = menu->actions();
        for (QAction *action : actions) {
            if (action->isSeparator())
                continue;
            texts.append(action->text());
            action->trigger();
        }
        QCOMPARE(texts,
                 QStringList({u"Connect OpenProject…"_s,
                              u"Connect Sentry…"_s,
                              u"Connect Todoist…"_s,
                              u"Connect an MCP server…"_s}));
        QCOMPARE(requests.size(), 4);
        QCOMPARE(requests.at(2).first().toString(), u"todoist"_s);
        QCOMPARE(requests.last().first().toString(), u"mcp"_s);
    }

    void saysThatATestWorked()
    {
        const auto connection = connected();
        const ConnectionsPage page(*m_world->services);
        m_world->jira->answer = report(u"company.atlassian.net"_s);
        findButton(page, u"Test"_s)->click();
        QCOMPARE(m_world->jira->tested, QStringList{connection.id});
        QCOMPARE(outcome(page), u"It works. Projects that it can see: 7."_s);
        // It stays no longer than it is true.
        m_world->connections->noteFailure(
            connection.id,
            {.code = ErrorCode::Unauthorized, .message = u"Jira refused the API token (401)."_s});
        QCOMPARE(outcome(page), QString());
    }

    void showsTheProvidersSentenceWhenATestFails()
    {
        (void)connected();
        const ConnectionsPage page(*m_world->services);
        m_world->jira->answer =
            failure(ErrorCode::Unauthorized, u"Jira refused the API token (401)."_s);
        findButton(page, u"Test"_s)->click();
        QCOMPARE(outcome(page), u"Jira refused the API token (401)."_s);
    }

    void cancelsATest()
    {
        (void)connected();
        const ConnectionsPage page(*m_world->services);
        m_world->jira->hold();
        findButton(page, u"Test"_s)->click();
        QVERIFY(!findButton(page, u"Disconnect…"_s)->isEnabled());
        findButton(page, u"Cancel test"_s)->click();
        QTRY_COMPARE(outcome(page), u"The test was cancelled."_s);
        QVERIFY(findButton(page, u"Test"_s));
    }

    void survivesToBeClosedDuringATest()
    {
        (void)connected();
        auto page = std::make_unique<ConnectionsPage>(*m_world->services);
        m_world->jira->hold();
        findButton(*page, u"Test"_s)->click();
        page.reset();
        m_world->jira->release();
        QCoreApplication::processEvents();
        QCOMPARE(m_world->jira->tested.size(), 1);
    }

    void disconnectsAfterAQuestionWhoseDefaultIsNo()
    {
        const auto connection = connected();
        const ConnectionsPage page(*m_world->services);
        findButton(page, u"Disconnect…"_s)->click();
        auto *question = page.findChild<Confirmation *>();
        QVERIFY(question);
        QVERIFY(question->windowTitle().contains(connection.name));
        QVERIFY(qobject_cast<QPushButton *>(findButton(*question, u"Cancel"_s))->isDefault());
        QTest::keyClick(question, Qt::Key_Escape);
        QCOMPARE(m_world->connections->list(m_world->anna)->size(), 1);

        findButton(page, u"Disconnect…"_s)->click();
        const auto questions = page.findChildren<Confirmation *>();
        findButton(*questions.last(), u"Disconnect"_s)->click();
        QTRY_VERIFY(m_world->connections->list(m_world->anna)->isEmpty());
        QVERIFY(findButton(page, u"Connect Jira…"_s));
    }

    void saysSoWhenDisconnectingFails()
    {
        const auto connection = connected();
        const ConnectionsPage page(*m_world->services);
        findButton(page, u"Disconnect…"_s)->click();
        QVERIFY(m_world->connections->remove(m_world->anna, connection.id));
        findButton(*page.findChild<Confirmation *>(), u"Disconnect"_s)->click();
        QTRY_VERIFY(!message(page).isEmpty());
    }

    void asksToSignInAgain()
    {
        const auto connection = connected();
        ConnectionsPage page(*m_world->services);
        QSignalSpy requests(&page, &ConnectionsPage::signInAgainRequested);
        findButton(page, u"Reconnect…"_s)->click();
        QCOMPARE(requests.first().first().toString(), connection.id);
    }

    void tellsHowManyRequestsAreFree()
    {
        const auto connection = connected();
        m_world->rates.standings.insert(connection.id,
                                        {.perMinute = 180, .atOnce = 30, .leftNow = 12});
        ConnectionsPage page(*m_world->services);
        QVERIFY(shows(page, u"12 of 30 requests at once are free, 180 a minute."_s));
        m_world->rates.standings.insert(connection.id,
                                        {.perMinute = 180, .atOnce = 30, .heldBackMs = 4200});
        page.show(); // from now on the text follows
        QTRY_VERIFY(
            shows(page, u"The service asked for a pause: requests wait for 5 more second(s)."_s));
    }

private:
    connections::Connection connected()
    {
        return m_world->addConnection(m_world->anna, u"company.atlassian.net"_s);
    }

    /** Whether a label says exactly this. */
    static bool shows(const ConnectionsPage &page, const QString &text)
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel *label) {
            return label->isVisibleTo(&page) && label->text() == text;
        });
    }

    static QStringList names(const ConnectionsPage &page)
    {
        QStringList names;
        for (const auto *card : page.findChildren<ConnectionCard *>()) {
            if (card->isVisibleTo(&page))
                names += card->accessibleName();
        }
        return names;
    }

    /** Of the test of the first card. */
    static QString outcome(const ConnectionsPage &page)
    {
        return page.findChild<ConnectionCard *>()->findChild<MessageBar *>()->text();
    }

    static QString message(const ConnectionsPage &page)
    {
        return page.findChild<MessageBar *>()->text();
    }

    std::unique_ptr<UiWorld> m_world;
};

QTEST_MAIN(TestConnectionsPage)
#include "tst_connectionspage.moc"
