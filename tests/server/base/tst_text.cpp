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
        QTest::newRow("emoji of several parts")
            << u"\u2764\uFE0F\u200D\U0001F525!"_s << u"\u2764\uFE0F\u200D\U0001F525!"_s;
        QTest::newRow("a letter's variant") << u"\u845B\U000E0100"_s << u"\u845B\U000E0100"_s;
        QTest::newRow("kept apart")
            << u"\u0645\u06CC\u200C\u062E"_s << u"\u0645\u06CC\u200C\u062E"_s;
        QTest::newRow("a key of a phone")
            << u"1\uFE0F\u20E3 #\uFE0F\u20E3"_s << u"1\uFE0F\u20E3 #\uFE0F\u20E3"_s;
        QTest::newRow("information") << u"\u2139\uFE0F"_s << u"\u2139\uFE0F"_s;
        QTest::newRow("Mongolian") << u"\u1820\u180B\u1820"_s << u"\u1820\u180B\u1820"_s;
        QTest::newRow("bytes in selectors")
            << u"I\uFE01g\U000E0120\uFE05n\uFE0F.\uFE0Fä\uFE0F\u845B\U000E0180"_s
            << u"Ign.ä\u845B"_s;
        QTest::newRow("a row of selectors")
            << u"\u2764\uFE0F\uFE05\U000E0120\U000E0121\uFE0Fb"_s << u"\u2764\uFE0Fb"_s;
        QTest::newRow("bits in joiners") << u"a\u200C\u200D\u200D\u200C\uFE01b"_s << u"a\u200Cb"_s;
        QTest::newRow("nothing to select")
            << u"\uFE0F\u2764 \uFE0F\u200D\u200B\uFE0Fb"_s << u"\u2764 b"_s;
        QTest::newRow("fillers") << u"a\u3164\u115F\u1160\uFFA0\u034F\u206Ab"_s << u"ab"_s;
        QTest::newRow("lone surrogate") << QString(QChar(0xD800)) << QString(QChar(0xFFFD));
        QTest::newRow("lone surrogate within") << u"a"_s + QChar(0xDC00) + u"b"_s << u"a\uFFFDb"_s;
        QTest::newRow("several") << u"\u200Ba\u202E\u001bb\U0001F600\u00ADü"_s
                                 << u"ab\U0001F600ü"_s;
    }
    void removesWhatCannotBeSeen()
    {
        QFETCH(QString, text);
        QTEST(cleanedText(text, 100), "cleaned");
    }

    /** A long text is gone through faster than a short one, and comes out the same. */
    void cleansEachCharacterWhereverItStands()
    {
        for (char16_t c = 0; c < 0xD800; ++c) {
            const QString one(1, QChar(c));
            const QString inText = cleanedText(u'a' + one, 8).sliced(1);
            const QString inLine = cleanedLine(u'a' + one, 8).sliced(1);
            for (qsizetype before = 1; before < 6; ++before) {
                const QString left(before, u'a');
                const QString right(7 - before, u'~');
                QCOMPARE(cleanedText(left + one + right, 8), left + inText + right);
                QCOMPARE(cleanedLine(left + one + right, 8), left + inLine + right);
            }
        }
    }

    void cutsWithinTheLimit_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("limit");
        QTest::addColumn<QString>("cleaned");
        QTest::newRow("fits") << u"abcdef"_s << 6 << u"abcdef"_s;
        QTest::newRow("one too many") << u"abcdef"_s << 5 << u"abcd…"_s;
        QTest::newRow("pairs") << u"abc\U0001F600\U0001F600"_s << 5 << u"abc…"_s;
        QTest::newRow("half a pair's room") << u"abcd\U0001F600"_s << 5 << u"abc…"_s;
        QTest::newRow("behind a pair") << u"abc\U0001F600de"_s << 5 << u"abc…"_s;
        QTest::newRow("fits without what is hidden")
            << u"a\u200Bbc\u200Bde\u200B"_s << 5 << u"abcde"_s;
        QTest::newRow("too long without it") << u"a\u200Bbc\u200Bdef"_s << 5 << u"abcd…"_s;
        QTest::newRow("no room for how it looks") << u"\u2764\uFE0F"_s << 1 << u"\u2764"_s;
        QTest::newRow("no room") << u"abc"_s << 0 << u"…"_s;
        QTest::newRow("nothing but hidden") << u"\u200B\u200B"_s << 0 << QString();
    }
    void cutsWithinTheLimit()
    {
        QFETCH(QString, text);
        QFETCH(int, limit);
        QTEST(cleanedText(text, limit), "cleaned");
        QTEST(cleanedText(QString(text), limit), "cleaned");
    }

    void keepsALogLineOneLine()
    {
        QCOMPARE(cleanedLine(u"a\nb\tc", 100), u"a b c"_s);
        QCOMPARE(cleanedLine(u"a\u2028b\u2029c", 100), u"a b c"_s);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
