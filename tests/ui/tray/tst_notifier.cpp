// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/tray/notifier.h"
#include "ui/tray/tray.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

/** Remembers what it was to show, and what of that was taken back. */
class RememberingDesk final : public NotificationDesk
{
public:
    bool show(int number, const QString &, const QString &text) override
    {
        shown.insert(number, text);
        return true;
    }
    void close(int number) override { shown.remove(number); }

    QMap<int, QString> shown;
};

class TestNotifier : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsToTheSignInThatEnded()
    {
        UiWorld world;
        const auto connection = world.addConnection(world.anna, u"company.atlassian.net"_s);
        Tray tray(world.clock);
        const Notifier notifier(*world.services, tray);
        QSignalSpy reconnects(&notifier, &Notifier::reconnectRequested);
        world.connections->noteFailure(connection.id, {ErrorCode::Unauthorized, u"Expired."_s});
        QTRY_VERIFY(clickLeadsTo(tray, reconnects));
        QCOMPARE(reconnects.last().first().toString(), connection.id);
    }

    void tellsOfAKeysFirstUse()
    {
        UiWorld world;
        const auto created = world.addKey(world.anna, u"Laptop"_s);
        Tray tray(world.clock);
        const Notifier notifier(*world.services, tray);
        QSignalSpy clients(&notifier, &Notifier::clientsRequested);
        world.keys->noteUse(created.key.id, u"Cursor"_s);
        QTRY_VERIFY(clickLeadsTo(tray, clients));
    }

    void tellsOfToolsThatNobodyApproved()
    {
        UiWorld world;
        Tray tray(world.clock);
        Notifier notifier(*world.services, tray);
        QSignalSpy tools(&notifier, &Notifier::toolsRequested);
        notifier.tellOfOfferedTools(u"conn_1"_s, u"everything"_s);
        QVERIFY(clickLeadsTo(tray, tools));
        QCOMPARE(tools.last().first().toString(), u"conn_1"_s);
    }

    void leadsToTheQuestionAndLimitsThem()
    {
        UiWorld world;
        Tray tray(world.clock);
        Notifier notifier(*world.services, tray);
        QSignalSpy questions(&notifier, &Notifier::questionRequested);
        QSignalSpy opens(&notifier, &Notifier::openRequested);
        notifier.tellOfQuestion(u"apr_1"_s, u"May Cursor run jira_create_issue?"_s);
        QVERIFY(clickLeadsTo(tray, questions));
        for (int number = 0; number < 5; ++number)
            notifier.tellOfQuestion(u"apr_%1"_s.arg(number),
                                    u"May Cursor run tool %1?"_s.arg(number));
        QVERIFY(clickLeadsTo(tray, opens)); // the fourth in ten minutes sums up
        QCOMPARE(questions.count(), 1);
    }

    void takesAQuestionBackThatIsAnswered()
    {
        UiWorld world;
        RememberingDesk desk;
        Tray tray(world.clock);
        tray.setDesk(desk);
        Notifier notifier(*world.services, tray);
        notifier.tellOfQuestion(u"apr_1"_s, u"May Cursor run one?"_s);
        notifier.tellOfQuestion(u"apr_2"_s, u"May Cursor run two?"_s);
        QCOMPARE(desk.shown.size(), 2);
        for (const QString &id : {u"apr_3"_s, u"apr_1"_s})
            Q_EMIT world.approvals.settled({.id = id}, tools::ApprovalAnswer::Once, false);
        QCOMPARE(desk.shown.values(), QStringList{u"May Cursor run two?"_s});
        QSignalSpy questions(&notifier, &Notifier::questionRequested);
        Q_EMIT desk.clicked();
        QCOMPARE(questions.count(), 1);
    }

    void tellsWhenMostOfALimitIsUsed()
    {
        UiWorld world;
        Tray tray(world.clock);
        Notifier notifier(*world.services, tray);
        QSignalSpy connections(&notifier, &Notifier::connectionsRequested);
        const gateway::LimitStanding standing{.limit = {.calls = 1000}, .used = 800};
        notifier.tellOfLowLimit(u"Atlassian"_s, standing);
        QVERIFY(clickLeadsTo(tray, connections));
    }

private:
    /** Clicks on whatever was notified of last. */
    static bool clickLeadsTo(Tray &tray, const QSignalSpy &spy)
    {
        Q_EMIT tray.notificationClicked();
        return spy.count() > 0;
    }
};

QTEST_MAIN(TestNotifier)
#include "tst_notifier.moc"
