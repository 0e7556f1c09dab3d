// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/fakeclock.h"
#include "ui/tray/tray.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestTray : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysItsStateWhereThePointerRests()
    {
        const fakes::FakeClock clock;
        Tray tray(clock);
        tray.showState(OverallState::Off, {.stateLine = u"Not serving: port 8080 is in use"_s});
        QVERIFY(tray.icon().toolTip().contains("port 8080 is in use"_L1));
        tray.showState(OverallState::Paused, {.stateLine = u"Paused"_s});
        QVERIFY(tray.icon().toolTip().contains("Paused"_L1));
    }

    void hasAnIconOfItsOwnForEachState()
    {
        const fakes::FakeClock clock;
        Tray tray(clock);
        QList<QImage> pictures;
        for (const auto state : {OverallState::Serving,
                                 OverallState::Attention,
                                 OverallState::Paused,
                                 OverallState::Off}) {
            tray.showState(state, {});
            const QImage picture = tray.icon().icon().pixmap(22, 22).toImage();
            QVERIFY(!pictures.contains(picture));
            pictures.append(picture);
        }
    }

    void rendersNoTagsOfOthers_data()
    {
        QTest::addColumn<bool>("rendersMarkup");
        QTest::addColumn<QString>("shown");
        const QString text = u"May <b>x</b> & <a href=\"file:///\">y</a> run?"_s;
        QTest::newRow("plain") << false << text;
        QTest::newRow("with markup") << true
                                     << u"May &lt;b&gt;x&lt;/b&gt; &amp; &lt;a "
                                        "href=&quot;file:///&quot;&gt;y&lt;/a&gt; run?"_s;
    }
    void rendersNoTagsOfOthers()
    {
        QFETCH(const bool, rendersMarkup);
        QFETCH(const QString, shown);
        const fakes::FakeClock clock;
        Tray tray(clock);
        tray.setNotificationMarkup(rendersMarkup);
        QCOMPARE(tray.notificationText(u"May <b>x</b> & <a href=\"file:///\">y</a> run?"_s), shown);
    }

    void passesOnClicks()
    {
        const fakes::FakeClock clock;
        Tray tray(clock);
        QSignalSpy notifications(&tray, &Tray::notificationClicked);
        QSignalSpy toggles(&tray, &Tray::toggleRequested);
        tray.notify(u"Sign in to company.atlassian.net again"_s, u"Click here."_s);
        // As the desktop does on a click.
        auto &icon = const_cast<QSystemTrayIcon &>(tray.icon());
        Q_EMIT icon.messageClicked();
        Q_EMIT icon.activated(QSystemTrayIcon::Trigger);
        Q_EMIT icon.activated(QSystemTrayIcon::Context);
        QCOMPARE(notifications.count(), 1);
        QCOMPARE(toggles.count(), 1);
    }
};

QTEST_MAIN(TestTray)
#include "tst_tray.moc"
