// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/tokenform.h"
#include "ui/widgets/tokensignin.h"
#include "ui/windows/connectdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QProgressBar>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<UiWorld>();
        m_dialog = new ConnectDialog(*m_world->services, u"jira"_s);
        m_dialog->open();
        button(u"Use an API token…"_s)->click();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
    }

    void connectsOnlyWhatLooksRight()
    {
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        type(u"company"_s, u"anna@company.com"_s, u"secret-token"_s);
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        QVERIFY(shows(u"Write it whole, for example company.atlassian.net."_s));
        QCOMPARE(field(0)->accessibleDescription(),
                 u"Write it whole, for example company.atlassian.net."_s);
        field(0)->setText(u"company.atlassian.net"_s);
        QVERIFY(button(u"Connect"_s)->isEnabled());
        QVERIFY(field(0)->accessibleDescription().isEmpty());
        field(1)->setText(u"anna"_s);
        QVERIFY(!button(u"Connect"_s)->isEnabled());
    }

    void handsOverWhatWasTypedWithoutTheSpacesAround()
    {
        m_world->jira->answer = failure(ErrorCode::Unauthorized, u"No."_s);
        type(u" company.atlassian.net "_s, u" anna@company.com"_s, u"secret-token\n"_s);
        button(u"Connect"_s)->click();
        QCOMPARE(m_world->jira->signIns.size(), 1);
        const auto &signIn = m_world->jira->signIns.first();
        QCOMPARE(signIn.userId, m_world->anna);
        QCOMPARE(signIn.baseUrl, u"company.atlassian.net"_s);
        QCOMPARE(signIn.username, u"anna@company.com"_s);
        QVERIFY(signIn.token.equals("secret-token"));
    }

    void showsTheProvidersSentenceAndKeepsTheForm()
    {
        const QString sentence =
            u"Jira refused the e-mail or API token for company.atlassian.net (401)."_s;
        m_world->jira->answer = failure(ErrorCode::Unauthorized, sentence);
        typeAll();
        button(u"Connect"_s)->click();
        QTRY_COMPARE(message(), sentence);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(field(0)->text(), u"company.atlassian.net"_s);
        QVERIFY(button(u"Connect"_s)->isEnabled());
        QVERIFY(m_world->connections->list(m_world->anna)->isEmpty());
    }

    void showsProgressAndCancelsIt()
    {
        m_world->jira->hold();
        typeAll();
        button(u"Connect"_s)->click();
        QVERIFY(m_dialog->findChild<TokenSignIn *>()->findChild<QProgressBar *>()->isVisible());
        QVERIFY(!field(0)->isEnabled());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_COMPARE(message(), u"Cancelled. Nothing was stored."_s);
        QVERIFY(m_dialog->isVisible());
        QVERIFY(field(0)->isEnabled());
        QVERIFY(m_world->connections->list(m_world->anna)->isEmpty());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QVERIFY(!m_dialog || !m_dialog->isVisible());
    }

    void givesUpWhenItIsDestroyedMeanwhile()
    {
        m_world->jira->answer = report(u"company.atlassian.net"_s);
        m_world->jira->hold();
        typeAll();
        button(u"Connect"_s)->click();
        delete m_dialog;
        QCoreApplication::processEvents();
        QVERIFY(m_world->jira->signIns.first().cancellation.isCancelled());
        QVERIFY(m_world->connections->list(m_world->anna)->isEmpty());
    }

    void showsWhatTheConnectionCanSeeAndWhatItMayNot()
    {
        m_world->jira->answer = report(u"company.atlassian.net"_s);
        typeAll();
        button(u"Connect"_s)->click();
        QTRY_VERIFY(shows(u"Connected to company.atlassian.net as Anna Berg"_s));
        QVERIFY(shows(u"It can see 7 projects, here are 2:"_s));
        QVERIFY(shows(u"May not delete issues."_s));
        QCOMPARE(m_dialog->findChild<QListWidget *>()->item(0)->text(), u"SHOP  Web shop"_s);
        QVERIFY(!button(u"Connect"_s));
        QVERIFY(button(u"Close"_s));
        for (const auto *edit : m_dialog->findChildren<QLineEdit *>())
            QVERIFY(!edit->text().contains(u"secret-token"_s));
        QCOMPARE(m_world->connections->list(m_world->anna)->size(), 1);
    }

    void leadsThroughTheFormByTab()
    {
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
        for (int row = 0; row < 3; ++row) {
            QVERIFY(field(row)->hasFocus());
            QTest::keyClick(m_dialog, Qt::Key_Tab);
        }
        QVERIFY(button(u"Make a token at Atlassian…"_s)->hasFocus());
    }

    void neverShowsTheTokenWhileItIsTyped()
    {
        typeAll();
        QCOMPARE(field(2)->echoMode(), QLineEdit::Password);
        QVERIFY(!field(2)->displayText().contains(u"secret"_s));
    }

    void opensThePageThatMakesTokens()
    {
        button(u"Make a token at Atlassian…"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.size(), 1);
        QCOMPARE(m_world->urlOpener.opened.first().host(), u"id.atlassian.com"_s);
        m_world->urlOpener.works = false;
        button(u"Make a token at Atlassian…"_s)->click();
        QVERIFY(message().contains(u"https://id.atlassian.com/"_s));
    }

    void knowsWhatIsKnownWhenSigningInAgain()
    {
        m_dialog->reconnect(m_world->addConnection(m_world->anna, u"company.atlassian.net"_s));
        QCOMPARE(field(0)->text(), u"https://company.atlassian.net"_s);
        QCOMPARE(field(1)->text(), u"anna@company.com"_s);
        QVERIFY(field(2)->text().isEmpty());
    }

    void goesBackToTheChoice()
    {
        QVERIFY(!button(u"Use an API token…"_s));
        button(u"Back"_s)->click();
        QVERIFY(button(u"Use an API token…"_s));
        QVERIFY(!button(u"Connect"_s));
    }

    void needsOnlyATokenForNotion()
    {
        ConnectDialog dialog(*m_world->services, u"notion"_s);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        findButton(dialog, u"Use a token…"_s)->click();
        QLineEdit *token = nullptr;
        const auto edits = dialog.findChildren<QLineEdit *>();
        for (auto *edit : edits) {
            if (edit->isVisible()) {
                QVERIFY(!token);
                token = edit;
            }
        }
        QVERIFY(token);
        token->setText(u"ntn_secret"_s);
        m_world->notion->answer = report(u"notion"_s, u"Acme"_s);
        findButton(dialog, u"Connect"_s)->click();
        QCOMPARE(m_world->notion->signIns.size(), 1);
        QVERIFY(m_world->notion->signIns.first().baseUrl.isEmpty());
        QVERIFY(m_world->notion->signIns.first().username.isEmpty());
        QTRY_VERIFY(findButton(dialog, u"Close"_s));
    }

    void asksAtOnceForTheTokenWhereThereIsNothingElse_data()
    {
        QTest::addColumn<QString>("service");
        QTest::addColumn<QStringList>("fields"); // and what stands in them
        QTest::newRow("Todoist") << u"todoist"_s << QStringList{QString()};
        QTest::newRow("Sentry") << u"sentry"_s << QStringList{u"https://sentry.io"_s, QString()};
        QTest::newRow("OpenProject") << u"openproject"_s << QStringList{QString(), QString()};
    }
    void asksAtOnceForTheTokenWhereThereIsNothingElse()
    {
        QFETCH(QString, service);
        ConnectDialog dialog(*m_world->services, service);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QStringList texts;
        const auto edits = dialog.findChild<TokenForm *>()->findChildren<QLineEdit *>();
        for (auto *edit : edits)
            texts.append(edit->text());
        QTEST(texts, "fields");
        QVERIFY(!findButton(dialog, u"Back"_s));
        QVERIFY(!findButton(dialog, u"Connect"_s)->isEnabled());
        for (auto *edit : edits)
            edit->setText(edit == edits.last() ? u"secret"_s : u"project.company.com"_s);
        QVERIFY(findButton(dialog, u"Connect"_s)->isEnabled());
    }

private:
    QAbstractButton *button(const QString &text) { return findButton(*m_dialog, text); }
    QLineEdit *field(int row)
    {
        return m_dialog->findChild<TokenForm *>()->findChildren<QLineEdit *>().at(row);
    }
    QString message() { return m_dialog->findChild<MessageBar *>()->text(); }

    bool shows(const QString &text)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&text](const auto *label) {
            return label->isVisible() && label->text() == text;
        });
    }

    void type(const QString &site, const QString &email, const QString &token)
    {
        field(0)->setText(site);
        field(1)->setText(email);
        field(2)->setText(token);
    }

    void typeAll() { type(u"company.atlassian.net"_s, u"anna@company.com"_s, u"secret-token"_s); }

    std::unique_ptr<UiWorld> m_world;
    QPointer<ConnectDialog> m_dialog;
};

QTEST_MAIN(TestConnectDialog)
#include "tst_connectdialog.moc"
