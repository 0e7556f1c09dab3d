// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/losswatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestLossWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceForEachLoss()
    {
        UiWorld world;
        const auto connection = world.addConnection(world.anna, u"company.atlassian.net"_s);
        const LossWatch watch(*world.services);
        QSignalSpy losses(&watch, &LossWatch::lost);
        lose(world, connection);
        QTRY_COMPARE(losses.size(), 1);
        QCOMPARE(losses.first().at(0).toStringList(), QStringList{connection.id});
        QCOMPARE(losses.first().at(1).toStringList(), QStringList{connection.name});

        lose(world, connection);
        (void)world.addConnection(world.anna, u"other.atlassian.net"_s);
        QCoreApplication::processEvents();
        QCOMPARE(losses.size(), 1);

        world.connections->noteSuccess(connection.id);
        QCoreApplication::processEvents();
        lose(world, connection);
        QTRY_COMPARE(losses.size(), 2);
    }

    void tellsTogetherWhatIsLostTogether()
    {
        UiWorld world;
        const auto first = world.addConnection(world.anna, u"company.atlassian.net"_s);
        const auto second = world.addConnection(world.anna, u"other.atlassian.net"_s);
        const LossWatch watch(*world.services);
        QSignalSpy losses(&watch, &LossWatch::lost);
        lose(world, first);
        lose(world, second);
        QTRY_COMPARE(losses.size(), 1);
        QCOMPARE(losses.first().first().toStringList().size(), 2);
    }

    void keepsQuietOfWhatWasSoBeforeAndOfOtherUsers()
    {
        UiWorld world;
        const auto old = world.addConnection(world.anna, u"company.atlassian.net"_s);
        const auto foreign = world.addConnection(world.ben, u"ben.atlassian.net"_s);
        const auto away = world.addConnection(world.anna, u"away.atlassian.net"_s);
        lose(world, old);
        const LossWatch watch(*world.services);
        QSignalSpy losses(&watch, &LossWatch::lost);
        lose(world, foreign);
        world.connections->noteFailure(away.id, {ErrorCode::Network, u"No answer."_s});
        QCoreApplication::processEvents();
        QCOMPARE(losses.size(), 0);
    }

private:
    static void lose(UiWorld &world, const connections::Connection &connection)
    {
        world.connections->noteFailure(connection.id,
                                       {ErrorCode::Unauthorized, u"The sign-in is over."_s});
    }
};

QTEST_MAIN(TestLossWatch)
#include "tst_losswatch.moc"
