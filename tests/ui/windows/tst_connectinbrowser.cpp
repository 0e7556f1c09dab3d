// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/oauthappform.h"
#include "ui/widgets/sitechoiceview.h"
#include "ui/windows/connectdialog.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

/** The dialog's way through the browser; the way with a token is in tst_connectdialog. */
class TestConnectInBrowser : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_world->jira->sites = QStringList{u"company.atlassian.net"_s};
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void offersThreeWays()
    {
        open();
        QVERIFY(shows(u"Sign in in the browser"_s));
        QVERIFY(shows(u"API token"_s));
        QVERIFY(shows(u"Your company's own app"_s));
        QVERIFY(button(u"Sign in in the browser…"_s));
        QVERIFY(button(u"Enter the app…"_s));
        QVERIFY(button(u"Use an API token…"_s));
        QVERIFY(!button(u"Change the app…"_s));
    }

    void asksForTheAppBeforeTheFirstSignIn()
    {
        open();
        button(u"Sign in in the browser…"_s)->click();
        QCOMPARE(appFields().at(0)->text(), u"http://127.0.0.1:8080/api/auth/jira/callback"_s);
    }

    void saysWhatToRegisterAndSignsInWithTheAppEntered()
    {
        open();
        button(u"Enter the app…"_s)->click();
        const auto edits = appFields();
        QCOMPARE(edits.at(0)->text(), u"http://127.0.0.1:8080/api/auth/jira/callback"_s);
        QCOMPARE(edits.at(1)->text(), u"read:jira-work offline_access"_s);
        button(u"Copy"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), edits.at(0)->text());
        button(u"Open the developer console…"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.last().host(), u"developer.atlassian.com"_s);

        QVERIFY(!button(u"Save and sign in"_s)->isEnabled());
        edits.at(2)->setText(u" my-app "_s);
        edits.at(3)->setText(u"my-secret"_s);
        QCOMPARE(edits.at(3)->echoMode(), QLineEdit::Password);
        button(u"Save and sign in"_s)->click();
        QCOMPARE(m_world->clients->inUse(u"jira"_s)->id, u"my-app"_s);
        QVERIFY(m_world->clients->inUse(u"jira"_s)->secret.equals("my-secret"));
        QVERIFY(edits.at(3)->text().isEmpty());
        const QUrlQuery query(m_world->urlOpener.opened.last());
        QCOMPARE(query.queryItemValue(u"client_id"_s), u"my-app"_s);
        QVERIFY(shows(u"Waiting for your browser…"_s));
    }

    void needsOneClickOnceAnAppIsKnown()
    {
        m_world->addApp(u"jira"_s);
        open();
        button(u"Sign in in the browser"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.size(), 1);
        QVERIFY(shows(u"Waiting for your browser…"_s));
        m_world->comeBack(u"jira"_s);
        QTRY_VERIFY(shows(u"Connected to company.atlassian.net as Anna Berg"_s));
        QVERIFY(button(u"Close"_s));
        const auto list = m_world->connections->list(m_world->anna);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().method, connections::SignInMethod::OAuth);
    }

    void opensThePageAgainAndCopiesItsAddress()
    {
        begin();
        button(u"Open again"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.size(), 2);
        QCOMPARE(m_world->urlOpener.opened.first(), m_world->urlOpener.opened.last());
        button(u"Copy address"_s)->click();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QString::fromLatin1(m_world->urlOpener.opened.last().toEncoded()));
    }

    void saysSoWhenThereIsNoBrowser()
    {
        m_world->urlOpener.works = false;
        begin();
        QVERIFY(message().startsWith(u"No browser could be opened."_s));
        m_world->urlOpener.works = true;
        button(u"Open again"_s)->click();
        QVERIFY(message().isEmpty());
    }

    void opensNoSecondTabForWhatWaitsAlready()
    {
        m_world->addApp(u"jira"_s);
        const auto other = m_world->signIns->begin(m_world->anna, u"jira"_s);
        QVERIFY(other);
        open();
        button(u"Sign in in the browser"_s)->click();
        QVERIFY(m_world->urlOpener.opened.isEmpty());
        QCOMPARE(message(), u"A sign-in is already waiting in your browser."_s);
        button(u"Open again"_s)->click();
        QCOMPARE(m_world->urlOpener.opened, QList<QUrl>{other->signIn.url});
    }

    void cancelsByEscapeAndClosesByTheNext()
    {
        begin();
        const QString id = onlySignIn();
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QCOMPARE(m_world->signIns->find(m_world->anna, id)->problem,
                 providers::SignInProblem::Cancelled);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(button(u"Sign in in the browser"_s));
        QVERIFY(message().contains(u"cancelled"_s));
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void cancelsWhenItIsDestroyedMeanwhile()
    {
        begin();
        const QString id = onlySignIn();
        delete m_dialog;
        QCOMPARE(m_world->signIns->find(m_world->anna, id)->stage, providers::SignInStage::Failed);
    }

    void tellsWhatWentWrongAndWhatToDo()
    {
        begin();
        m_world->comeBack(u"jira"_s, u"access_denied"_s);
        QTRY_VERIFY(message().contains(u"not allowed"_s));
        QVERIFY(message().contains(u"Start again"_s));
        QVERIFY(button(u"Sign in in the browser"_s)->hasFocus());
    }

    void asksForTheAppAgainWhenItIsWrong()
    {
        begin();
        m_world->comeBack(u"jira"_s, u"unauthorized_client"_s);
        QTRY_VERIFY(button(u"Save and sign in"_s));
        QVERIFY(message().contains(u"client"_s));
        QCOMPARE(appFields().at(2)->text(), u"app-1"_s);
    }

    void letsThePersonPickAmongSites()
    {
        m_world->jira->sites << u"a&b.atlassian.net"_s << u"third.atlassian.net"_s;
        (void)m_world->addConnection(m_world->anna, u"third.atlassian.net"_s);
        begin();
        m_world->comeBack(u"jira"_s);
        QTRY_COMPARE(boxes().size(), 3);
        QCOMPARE(boxes().at(1)->text(), u"a&&b.atlassian.net"_s);
        QVERIFY(boxes().at(0)->hasFocus());
        QVERIFY(!boxes().at(0)->isChecked());
        QCOMPARE(boxes().at(2)->text(), u"third.atlassian.net (connected already)"_s);
        QVERIFY(boxes().at(2)->isChecked());
        boxes().at(2)->click();
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        boxes().at(0)->click();
        boxes().at(1)->click();
        button(u"Connect"_s)->click();
        QTRY_VERIFY(shows(u"Connected to 2 sites"_s));
        QCOMPARE(m_world->connections->list(m_world->anna)->size(), 3);
    }

    void reconnectsInTheBrowserAtOnce()
    {
        begin();
        m_world->comeBack(u"jira"_s);
        QTRY_VERIFY(button(u"Close"_s));
        delete m_dialog;
        const auto connection = m_world->connections->list(m_world->anna)->first();
        m_world->connections->noteFailure(connection.id, {ErrorCode::Unauthorized, u"Over."_s});
        open();
        m_dialog->reconnect(connection);
        QVERIFY(shows(u"Waiting for your browser…"_s));
        QCOMPARE(m_world->urlOpener.opened.size(), 2);
        m_world->comeBack(u"jira"_s);
        QTRY_VERIFY(button(u"Close"_s));
        const auto list = m_world->connections->list(m_world->anna);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->first().id, connection.id);
        QCOMPARE(list->first().state, connections::ConnectionState::Connected);
    }

    void asksForTheAppWhenReconnectingWithoutOne()
    {
        begin();
        m_world->comeBack(u"jira"_s);
        QTRY_VERIFY(button(u"Close"_s));
        delete m_dialog;
        QVERIFY(m_world->clients->remove(u"jira"_s));
        open();
        m_dialog->reconnect(m_world->connections->list(m_world->anna)->first());
        QVERIFY(button(u"Save and sign in"_s));
        QVERIFY(!message().isEmpty());
    }

    void connectsNotionToo()
    {
        m_world->addApp(u"notion"_s);
        m_world->notion->sites = QStringList{u"Acme"_s};
        m_dialog = new ConnectDialog(*m_world->services, u"notion"_s);
        m_dialog->open();
        QCOMPARE(m_dialog->windowTitle(), u"Connect Notion"_s);
        button(u"Change the integration…"_s)->click();
        QVERIFY(!appFields().at(1)->isVisible());
        button(u"Back"_s)->click();
        button(u"Sign in in the browser"_s)->click();
        m_world->comeBack(u"notion"_s);
        QTRY_VERIFY(shows(u"It can see 7 pages, here are 2:"_s));
    }

private:
    void open()
    {
        m_dialog = new ConnectDialog(*m_world->services, u"jira"_s);
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    void begin()
    {
        m_world->addApp(u"jira"_s);
        open();
        button(u"Sign in in the browser"_s)->click();
    }

    /** Beginning the same again names the one that is under way. */
    QString onlySignIn() { return m_world->signIns->begin(m_world->anna, u"jira"_s)->signIn.id; }

    QAbstractButton *button(const QString &text) { return findButton(*m_dialog, text); }
    QString message() { return m_dialog->findChild<MessageBar *>()->text(); }

    QList<QLineEdit *> appFields()
    {
        return m_dialog->findChild<OAuthAppForm *>()->findChildren<QLineEdit *>();
    }

    QList<QCheckBox *> boxes()
    {
        return m_dialog->findChild<SiteChoiceView *>()->findChildren<QCheckBox *>();
    }

    bool shows(const QString &text)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const auto *label) {
            return label->isVisible() && label->text() == text;
        });
    }

    std::unique_ptr<UiWorld> m_world;
    QPointer<ConnectDialog> m_dialog;
};

QTEST_MAIN(TestConnectInBrowser)
#include "tst_connectinbrowser.moc"
