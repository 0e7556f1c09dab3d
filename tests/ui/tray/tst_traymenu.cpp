// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"
#include "ui/tray/traymenu.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

namespace {

const QString address = u"http://127.0.0.1:8080"_s;

/** The visible action of this menu, or of a menu below it, whose text starts so. */
QAction *action(const QMenu &menu, const QString &start)
{
    const auto actions = menu.actions();
    for (QAction *one : actions) {
        if (one->isVisible() && QString(one->text()).remove(u'&').startsWith(start))
            return one;
        if (const auto *below = one->menu())
            if (auto *found = action(*below, start))
                return found;
    }
    return nullptr;
}

MenuContent serving()
{
    return {.stateLine = u"Serving on 127.0.0.1:8080"_s,
            .url = address,
            .clients = {{.id = u"cursor"_s, .name = u"Cursor"_s},
                        {.id = u"vscode"_s, .name = u"VS Code"_s}}};
}

} // namespace

class TestTrayMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryFunction()
    {
        TrayMenu tray(m_clock);
        tray.setContent(serving());
        QVERIFY(action(tray.menu(), u"Serving on 127.0.0.1:8080"_s)->isEnabled());
        QSignalSpy services(&tray, &TrayMenu::connectRequested);
        QSignalSpy clients(&tray, &TrayMenu::clientsRequested);
        QSignalSpy added(&tray, &TrayMenu::addToClientRequested);
        QSignalSpy opens(&tray, &TrayMenu::openRequested);
        QSignalSpy quits(&tray, &TrayMenu::quitRequested);
        for (const auto &start : {u"Connect Jira"_s,
                                  u"Connect Notion"_s,
                                  u"VS Code…"_s,
                                  u"Clients and keys"_s,
                                  u"Open Fairlead"_s,
                                  u"Quit"_s,
                                  u"Copy address"_s})
            action(tray.menu(), start)->trigger();
        QCOMPARE(services.count(), 2);
        QCOMPARE(services.at(0).first().toString(), u"jira"_s);
        QCOMPARE(services.at(1).first().toString(), u"notion"_s);
        QCOMPARE(added.count(), 1);
        QCOMPARE(added.first().first().toString(), u"vscode"_s);
        for (const auto *spy : {&clients, &opens, &quits})
            QCOMPARE(spy->count(), 1);
        QCOMPARE(QGuiApplication::clipboard()->text(), address);
    }

    void givesEachFunctionAMnemonicOfItsOwn()
    {
        TrayMenu tray(m_clock);
        tray.setContent(serving());
        QString letters;
        const auto actions = tray.menu().actions();
        for (const QAction *one : actions) {
            const QString mnemonic = QKeySequence::mnemonic(one->text()).toString();
            if (mnemonic.isEmpty())
                continue;
            QVERIFY2(!letters.contains(mnemonic.back()), qPrintable(one->text()));
            letters.append(mnemonic.back());
        }
        QCOMPARE(letters.size(), 8);
    }

    void offersLittleWhileItIsNotServing()
    {
        TrayMenu tray(m_clock);
        tray.setContent({.stateLine = u"Not serving: port 8080 is in use"_s});
        QVERIFY(action(tray.menu(), u"Not serving: port 8080 is in use"_s));
        QVERIFY(!action(tray.menu(), u"Copy address"_s));
        for (const auto &start : {u"Connect Jira"_s, u"Add to client"_s, u"Pause"_s})
            QVERIFY(!action(tray.menu(), start)->isEnabled());
        for (const auto &start : {u"Open Fairlead"_s, u"Start at login"_s, u"Quit"_s})
            QVERIFY(action(tray.menu(), start)->isEnabled());
    }

    void asksForPauseAndForResume()
    {
        TrayMenu tray(m_clock);
        MenuContent content = serving();
        tray.setContent(content);
        QSignalSpy pauses(&tray, &TrayMenu::pauseRequested);
        action(tray.menu(), u"Pause Fairlead"_s)->trigger();
        content.isPaused = true;
        tray.setContent(content);
        action(tray.menu(), u"Resume Fairlead"_s)->trigger();
        QCOMPARE(pauses.at(0).first().toBool(), true);
        QCOMPARE(pauses.at(1).first().toBool(), false);
    }

    void ticksOnlyWhatIsSo()
    {
        TrayMenu tray(m_clock);
        MenuContent content = serving();
        tray.setContent(content);
        QSignalSpy requests(&tray, &TrayMenu::startAtLoginRequested);
        auto *login = action(tray.menu(), u"Start at login"_s);
        login->trigger();
        QCOMPARE(requests.first().first().toBool(), true);
        QVERIFY(!login->isChecked());
        content.startsAtLogin = true;
        tray.setContent(content);
        QVERIFY(login->isChecked());
        login->trigger();
        QCOMPARE(requests.last().first().toBool(), false);
    }

    void showsTheLastCallsWithTheirAge()
    {
        TrayMenu tray(m_clock);
        MenuContent content = serving();
        tray.setContent(content);
        QVERIFY(action(tray.menu(), u"No client has called yet"_s));
        content.calls = {{.at = m_clock.now(),
                          .client = u"Cursor"_s,
                          .what = u"list_projects"_s,
                          .outcome = u"Done"_s},
                         {.at = m_clock.now().addSecs(-300),
                          .client = u"A&B"_s,
                          .what = u"jira_search"_s,
                          .outcome = u"Not reachable"_s,
                          .mark = StateMark::Failure}};
        tray.setContent(content);
        QVERIFY(!action(tray.menu(), u"No client has called yet"_s));
        auto *first = action(tray.menu(), u"list_projects"_s);
        QCOMPARE(first->text(), u"list_projects · Cursor · Just now"_s);
        QVERIFY(!first->icon().isNull());
        QCOMPARE(action(tray.menu(), u"jira_search"_s)->text(),
                 u"jira_search · A&&B · Not reachable · 5 minutes ago"_s);
        QSignalSpy chosen(&tray, &TrayMenu::activityRequested);
        first->trigger();
        QCOMPARE(chosen.count(), 1);
        m_clock.advance(std::chrono::minutes(2));
        Q_EMIT tray.menu().aboutToShow();
        QCOMPARE(first->text(), u"list_projects · Cursor · 2 minutes ago"_s);
    }

    void staysAsItIsWhileItIsOpen()
    {
        TrayMenu tray(m_clock);
        tray.setContent(serving());
        const auto before = tray.menu().actions();
        tray.menu().popup(QPoint(0, 0));
        QVERIFY(tray.menu().isVisible());
        MenuContent content = serving();
        content.stateLine = u"Attention: sign in to a&b again"_s;
        content.clients.clear();
        tray.setContent(content);
        QVERIFY(action(tray.menu(), u"Serving"_s));
        QVERIFY(action(tray.menu(), u"VS Code"_s));
        tray.menu().close();
        QTRY_VERIFY(action(tray.menu(), u"Attention"_s));
        QVERIFY(!action(tray.menu(), u"VS Code"_s));
        QCOMPARE(tray.menu().actions(), before);
        QCOMPARE(tray.menu().actions().first()->text(), u"Attention: sign in to a&&b again"_s);
    }

private:
    fakes::FakeClock m_clock;
};

QTEST_MAIN(TestTrayMenu)
#include "tst_traymenu.moc"
