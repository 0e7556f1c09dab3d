// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/protectedupstream.h"
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/connectserverdialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using gateway::ScriptedUpstream;

class TestConnectServerDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedUpstream>();
        m_world = std::make_unique<UiWorld>();
        m_dialog = new ConnectServerDialog(*m_world->services);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
        m_server.reset();
    }

    void offersTheServersThatManyPeopleUse()
    {
        const auto *box = m_dialog->findChild<QComboBox *>();
        QVERIFY(box->findText(u"Linear"_s) >= 0);
        choose(u"GitHub"_s);
        QCOMPARE(address()->text(), u"https://api.githubcopilot.com/mcp/"_s);
        QVERIFY(shows(u"This server takes a token."_s));
        choose(u"Notion"_s);
        QVERIFY(shows(u"through the browser only"_s));
    }

    void checksTheAddressWhileItIsTyped()
    {
        choose(u"Another server"_s);
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        address()->setText(u"http://mcp.example.com/mcp"_s);
        QVERIFY(shows(u"only over https"_s));
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        address()->setText(u"https://mcp.example.com/mcp"_s);
        QVERIFY(!shows(u"only over https"_s));
        QVERIFY(button(u"Connect"_s)->isEnabled());
    }

    void connectsAServerAndLeadsToItsTools()
    {
        QSignalSpy tools(m_dialog, &ConnectServerDialog::toolsRequested);
        choose(u"Another server"_s);
        address()->setText(m_server->url().toString());
        button(u"Connect"_s)->click();
        QTRY_VERIFY(button(u"Tools…"_s));
        QVERIFY(shows(u"Connected to 127.0.0.1"_s));
        const auto all = m_world->connections->list(m_world->anna).value();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().provider, u"mcp"_s);
        button(u"Tools…"_s)->click();
        QCOMPARE(tools.first().first().toString(), all.first().id);
    }

    void saysWhatTheServerAnswered()
    {
        m_server->instead = [](QTcpSocket &socket, const QJsonObject &) {
            ScriptedUpstream::refuse(socket, "401 Unauthorized");
            return true;
        };
        choose(u"Another server"_s);
        address()->setText(m_server->url().toString());
        const auto fields = m_dialog->findChildren<QLineEdit *>();
        for (QLineEdit *field : fields) {
            if (field->echoMode() == QLineEdit::Password)
                field->setText(u"a-wrong-token"_s);
        }
        button(u"Connect"_s)->click();
        QTRY_VERIFY(!m_dialog->findChild<MessageBar *>()->text().isEmpty());
        QVERIFY(m_world->connections->list(m_world->anna)->isEmpty());
        QVERIFY(button(u"Connect"_s)->isEnabled());
    }

    void sendsThePersonToTheBrowserWhereTheServerWantsASignIn()
    {
        gateway::ProtectedUpstream guarded;
        choose(u"Another server"_s);
        address()->setText(guarded.url().toString());
        button(u"Connect"_s)->click();
        QTRY_VERIFY(shows(u"Waiting for your browser"_s));
        QCOMPARE(m_world->urlOpener.opened.size(), 1);
        QVERIFY(m_world->urlOpener.opened.first().toString().startsWith(guarded.issuer()));
        QVERIFY(!button(u"Connect"_s));
        button(u"Open again"_s)->click();
        QCOMPARE(m_world->urlOpener.opened.size(), 2);
        button(u"Cancel sign-in"_s)->click();
        QTRY_VERIFY(button(u"Connect"_s));
        QCOMPARE(m_dialog->findChild<MessageBar *>()->text(), u"Cancelled. Nothing was stored."_s);
        QVERIFY(m_world->connections->list(m_world->anna)->isEmpty());
    }

    void canBeCancelled()
    {
        m_server->instead = [](QTcpSocket &, const QJsonObject &) { return true; }; // for ever
        choose(u"Another server"_s);
        address()->setText(m_server->url().toString());
        button(u"Connect"_s)->click();
        QTRY_VERIFY(button(u"Cancel try"_s));
        m_dialog->reject();
        QTRY_COMPARE(m_dialog->findChild<MessageBar *>()->text(),
                     u"Cancelled. Nothing was stored."_s);
        QVERIFY(m_dialog->isVisible());
    }

    void takesAnotherTokenForAServerThatIsConnected()
    {
        const auto connection = m_world->addServer(m_server->url(), u"srv"_s);
        m_dialog->reconnect(connection);
        QVERIFY(address()->isReadOnly());
        button(u"Connect"_s)->click();
        QTRY_VERIFY(button(u"Tools…"_s));
        const auto all = m_world->connections->list(m_world->anna).value();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().name, u"srv"_s);
    }

private:
    QAbstractButton *button(const QString &text) { return findButton(*m_dialog, text); }

    void choose(const QString &server)
    {
        auto *box = m_dialog->findChild<QComboBox *>();
        box->setCurrentText(server);
        Q_EMIT box->activated(box->currentIndex());
    }

    QLineEdit *address()
    {
        const auto fields = m_dialog->findChildren<QLineEdit *>();
        return *std::ranges::find_if(fields, [](const QLineEdit *field) {
            return field->placeholderText().startsWith("https"_L1);
        });
    }

    bool shows(const QString &text)
    {
        const auto labels = m_dialog->findChildren<QLabel *>();
        return std::ranges::any_of(labels, [&](const QLabel *label) {
            return label->isVisibleTo(m_dialog) && label->text().contains(text);
        });
    }

    std::unique_ptr<ScriptedUpstream> m_server;
    std::unique_ptr<UiWorld> m_world;
    QPointer<ConnectServerDialog> m_dialog;
};

QTEST_MAIN(TestConnectServerDialog)
#include "tst_connectserverdialog.moc"
