// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/text.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void removesWhatCannotBeSeen_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("cleaned");
        QTest::newRow("plain") << u"Fix login\nnow"_s << u"Fix login\nnow"_s;
        QTest::newRow("escape") << u"a\u001b[31mred"_s << u"a[31mred"_s;
        QTest::newRow("bidi override") << u"a\u202Eb"_s << u"ab"_s;
        QTest::newRow("zero width") << u"a\u200Bb"_s << u"ab"_s;
        QTest::newRow("tag characters") << u"a\U000E0041b"_s << u"ab"_s;
        QTest::newRow("emoji stays") << u"\U0001F600 ok"_s << u"\U0001F600 ok"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QString(QChar(0xFFFD));
    }
    void removesWhatCannotBeSeen()
    {
        QFETCH(QString, text);
        QTEST(cleanedText(text, 100), "cleaned");
    }

    void cutsWithinTheLimit()
    {
        QCOMPARE(cleanedText(u"abcdef", 6), u"abcdef"_s);
        QCOMPARE(cleanedText(u"abcdef", 5), u"abcd…"_s);
        QCOMPARE(cleanedText(u"abc\U0001F600\U0001F600", 5), u"abc…"_s);
    }

    void keepsALogLineOneLine()
    {
        QCOMPARE(cleanedLine(u"a\nb\tc", 100), u"a b c"_s);
        QCOMPARE(cleanedLine(u"a\u2028b\u2029c", 100), u"a b c"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
