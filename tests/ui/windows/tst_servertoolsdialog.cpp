// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/scriptedupstream.h"
#include "tests/ui/uiworld.h"
#include "ui/widgets/messagebar.h"
#include "ui/windows/servertoolsdialog.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;
using gateway::ScriptedUpstream;

class TestServerToolsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<ScriptedUpstream>();
        m_world = std::make_unique<UiWorld>();
        m_connection = m_world->addServer(m_server->url(), u"srv"_s);
        m_server->tools = {ScriptedUpstream::tool(u"echo"_s, u"Says it, and sends it away."_s),
                           ScriptedUpstream::tool(u"fresh"_s, u"New."_s)};
        QVERIFY(QCoro::waitFor(m_world->upstreams->refresh(m_connection.id, {})));
        m_dialog = new ServerToolsDialog(*m_world->services, m_connection, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_world.reset();
        m_server.reset();
    }

    void showsTheDifferenceBeforeAnythingIsApproved()
    {
        QCOMPARE(list()->currentIndex().siblingAtColumn(1).data().toString(), u"Changed, hidden"_s);
        QVERIFY2(details().contains("+ Says it, and sends it away."_L1), qPrintable(details()));
        button(u"Approve"_s)->click();
        QCOMPARE(m_dialog->findChild<MessageBar *>()->text(), u"Programs may use echo now."_s);
        // On to what waits next.
        QTRY_COMPARE(list()->currentIndex().data().toString(), u"fresh"_s);
        QVERIFY(details().startsWith("New."_L1));
        button(u"Approve"_s)->click();
        QVERIFY(!button(u"Approve"_s)->isEnabled());
        QCOMPARE(m_world->upstreams->glance(m_connection.id)->inUse, 2);
    }

    void looksAgainWhenAsked()
    {
        m_server->tools = {};
        button(u"Look again"_s)->click();
        QVERIFY(button(u"Cancel"_s));
        QTRY_VERIFY(button(u"Look again"_s));
        QTRY_COMPARE(list()->model()->index(0, 1).data().toString(), u"Not offered any more"_s);
    }

    void changesWhatAToolIsTakenFor()
    {
        auto *effect = m_dialog->findChild<QComboBox *>();
        effect->setCurrentIndex(1);
        Q_EMIT effect->activated(1);
        QCOMPARE(m_world->pinnedTools->list(m_connection.id)->first().effect,
                 tools::ToolEffect::Read);
    }

    void saysSoWhenTheServerWasDisconnected()
    {
        QVERIFY(m_world->connections->remove(m_world->anna, m_connection.id));
        QTRY_COMPARE(list()->model()->rowCount(), 0);
        QVERIFY(!button(u"Approve"_s)->isEnabled());
        QVERIFY(!m_dialog->findChild<MessageBar *>()->text().isEmpty());
    }

private:
    QAbstractButton *button(const QString &text) { return findButton(*m_dialog, text); }
    QTreeView *list() { return m_dialog->findChild<QTreeView *>(); }
    QString details() { return m_dialog->findChild<QPlainTextEdit *>()->toPlainText(); }

    std::unique_ptr<ScriptedUpstream> m_server;
    std::unique_ptr<UiWorld> m_world;
    connections::Connection m_connection;
    QPointer<ServerToolsDialog> m_dialog;
};

QTEST_MAIN(TestServerToolsDialog)
#include "tst_servertoolsdialog.moc"
