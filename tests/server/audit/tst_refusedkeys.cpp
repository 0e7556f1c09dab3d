// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/refusedkeys.h"
#include "tests/fakes/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::audit;
using namespace std::chrono_literals;

class TestRefusedKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachClientAndKeyOnceAMinute()
    {
        fakes::FakeClock clock;
        RefusedKeys keys(clock);
        const RefusedKey key{.keyPrefix = u"mcp_1"_s, .client = u"Cursor"_s, .reason = {}};
        QVERIFY(keys.isNews(key));
        QVERIFY(!keys.isNews(key));
        QVERIFY(keys.isNews({.keyPrefix = u"mcp_2"_s, .client = u"Cursor"_s, .reason = {}}));
        QVERIFY(keys.isNews({.keyPrefix = u"mcp_1"_s, .client = u"Zed"_s, .reason = {}}));
        clock.advance(59s);
        QVERIFY(!keys.isNews(key));
        clock.advance(1s);
        QVERIFY(keys.isNews(key));
    }

    void staysQuietWhenSomebodyTriesMany()
    {
        fakes::FakeClock clock;
        RefusedKeys keys(clock);
        int news = 0;
        for (int number = 0; number < 1000; ++number)
            news += keys.isNews({.keyPrefix = QString::number(number), .client = {}, .reason = {}})
                ? 1
                : 0;
        QCOMPARE(news, 20);
        clock.advance(1min);
        QVERIFY(keys.isNews({.keyPrefix = u"another"_s, .client = {}, .reason = {}}));
    }
};

QTEST_GUILESS_MAIN(TestRefusedKeys)
#include "tst_refusedkeys.moc"
