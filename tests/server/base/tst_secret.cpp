// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/ids.h"
#include "server/base/secret.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestSecret : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesWholeValues()
    {
        const Secret secret("token"_ba);
        QVERIFY(secret.equals("token"));
        QVERIFY(!secret.equals("tokeN"));
        QVERIFY(!secret.equals("token "));
        QVERIFY(!secret.equals(""));
    }

    void leavesNothingInWhatItWasMovedFrom()
    {
        Secret first("token"_ba);
        const Secret second(std::move(first));
        QVERIFY(first.isEmpty()); // NOLINT(bugprone-use-after-move): that is the point
        QVERIFY(second.equals("token"));
    }

    void keepsACopyWhenTheOtherGoes()
    {
        Secret kept;
        {
            const Secret gone("token"_ba);
            kept = gone;
        }
        QVERIFY(kept.equals("token"));
    }

    void makesIdsThatDiffer()
    {
        QSet<QString> ids;
        for (int i = 0; i < 1000; ++i)
            ids.insert(newId(u"con_"));
        QCOMPARE(ids.size(), 1000);
        QCOMPARE(newId(u"con_").size(), 36);
        QCOMPARE(randomBytes(5).size(), 5);
    }
};

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
