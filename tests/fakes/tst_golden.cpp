// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/golden.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestGolden : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysNothingAboutEqualTexts()
    {
        QCOMPARE(fakes::unifiedDiff(u"a\nb"_s, u"a\nb"_s), QString());
    }

    void showsLinesThatDiffer()
    {
        QCOMPARE(fakes::unifiedDiff(u"a\nb\nc"_s, u"a\nx\nc\nd"_s),
                 u"--- expected\n+++ actual\n a\n-b\n+x\n c\n+d\n"_s);
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "tst_golden.moc"
