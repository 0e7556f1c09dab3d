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
            const QString alone(1, QChar(c));
            for (qsizetype before = 0; before < 5; ++before) {
                const QString left(before, u'a');
                const QString right(7 - before, u'~');
                QCOMPARE(cleanedText(left + alone + right, 8),
                         left + cleanedText(alone, 8) + right);
                QCOMPARE(cleanedLine(left + alone + right, 8),
                         left + cleanedLine(alone, 8) + right);
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
