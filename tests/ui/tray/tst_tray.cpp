// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tray/tray.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace fairlead::ui;

namespace {

const QString address = u"http://127.0.0.1:8080"_s;

QAction *action(const Tray &tray, const QString &start)
{
    const auto actions = tray.menu().actions();
    const auto found = std::find_if(actions.cbegin(), actions.cend(), [&start](const auto *one) {
        return QString(one->text()).remove(u'&').startsWith(start);
    });
    return found == actions.cend() ? nullptr : *found;
}

} // namespace

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasEveryFunctionInItsMenu()
    {
        Tray tray;
        tray.showServing(OverallState::Serving, u"Serving on 127.0.0.1:8080"_s, address);
        QVERIFY(action(tray, u"Serving on 127.0.0.1:8080"_s));
        QSignalSpy copies(&tray, &Tray::copyConfigurationRequested);
        QSignalSpy connections(&tray, &Tray::connectionsRequested);
        QSignalSpy keys(&tray, &Tray::keysRequested);
        QSignalSpy opens(&tray, &Tray::openRequested);
        QSignalSpy quits(&tray, &Tray::quitRequested);
        QSignalSpy services(&tray, &Tray::connectRequested);
        action(tray, u"Connect Jira"_s)->trigger();
        action(tray, u"Connect Notion"_s)->trigger();
        QCOMPARE(services.count(), 2);
        QCOMPARE(services.at(0).first().toString(), u"jira"_s);
        QCOMPARE(services.at(1).first().toString(), u"notion"_s);
        for (const auto &start : {u"Copy Cursor"_s,
                                  u"Connections"_s,
                                  u"Clients and keys"_s,
                                  u"Open Fairlead"_s,
                                  u"Quit"_s})
            action(tray, start)->trigger();
        for (const auto *spy : {&copies, &connections, &keys, &opens, &quits})
            QCOMPARE(spy->count(), 1);
        action(tray, u"Copy address"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), address);
    }

    void saysWhyItIsNotServing()
    {
        Tray tray;
        tray.showOff(u"Not serving: port 8080 is in use"_s);
        QVERIFY(action(tray, u"Not serving: port 8080 is in use"_s));
        QVERIFY(tray.icon().toolTip().contains(u"port 8080 is in use"_s));
        QVERIFY(!action(tray, u"Copy Cursor"_s)->isEnabled());
        QVERIFY(!action(tray, u"Connect Jira"_s)->isEnabled());
        QVERIFY(action(tray, u"Open Fairlead"_s)->isEnabled());
        QVERIFY(action(tray, u"Quit"_s)->isEnabled());
    }

    void leadsFromANotificationToWhatItIsAbout()
    {
        Tray tray;
        QSignalSpy attention(&tray, &Tray::attentionRequested);
        tray.notify(u"Sign in to company.atlassian.net again"_s, u"Click here."_s);
        // As the desktop does on a click.
        Q_EMIT const_cast<QSystemTrayIcon &>(tray.icon()).messageClicked();
        QCOMPARE(attention.count(), 1);
    }

    void keepsItsMenuWhileItIsOpen()
    {
        Tray tray;
        tray.showServing(OverallState::Serving, u"Serving"_s, address);
        const auto before = tray.menu().actions();
        auto &menu = const_cast<QMenu &>(tray.menu());
        menu.popup(QPoint(0, 0));
        QVERIFY(menu.isVisible());
        tray.showServing(OverallState::Attention, u"Attention: sign in again"_s, address);
        QVERIFY(action(tray, u"Serving"_s));
        menu.close();
        QTRY_VERIFY(action(tray, u"Attention"_s));
        QCOMPARE(tray.menu().actions(), before);
    }

    void showsAnAmpersandOfASitesNameAsItIs()
    {
        Tray tray;
        tray.showServing(OverallState::Attention, u"Attention: a&b"_s, address);
        QCOMPARE(tray.menu().actions().first()->text(), u"Attention: a&&b"_s);
    }
};

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
