// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/uiworld.h"
#include "ui/models/clientwatch.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ui;

class TestClientWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOnceOfANewKeyInUse()
    {
        UiWorld world;
        const auto old = world.addKey(world.anna, u"Old"_s);
        world.keys->noteUse(old.key.id, u"VS Code"_s);
        const auto created = world.addKey(world.anna, u"Laptop"_s);
        const ClientWatch watch(*world.services);
        QSignalSpy appeared(&watch, &ClientWatch::appeared);
        world.keys->noteUse(old.key.id, u"VS Code"_s);
        world.keys->noteUse(created.key.id, u"Cursor"_s);
        world.keys->noteUse(created.key.id, u"Cursor"_s);
        QTRY_COMPARE(appeared.count(), 1);
        QCOMPARE(appeared.first().at(0).toString(), u"Laptop"_s);
        QCOMPARE(appeared.first().at(1).toString(), u"Cursor"_s);
    }

    void keepsQuietAboutPassingKeysAndOtherPeoples()
    {
        UiWorld world;
        const auto passing = world.addKey(world.anna, u"fairleadctl"_s);
        const auto foreign = world.addKey(world.ben, u"Ben's"_s);
        const ClientWatch watch(*world.services);
        QSignalSpy appeared(&watch, &ClientWatch::appeared);
        world.keys->noteUse(passing.key.id, u"fairleadctl"_s);
        world.keys->noteUse(foreign.key.id, u"Cursor"_s);
        QVERIFY(world.keys->forget(world.anna, passing.key.id));
        QVERIFY(!appeared.wait(3500));
    }
};

QTEST_MAIN(TestClientWatch)
#include "tst_clientwatch.moc"
