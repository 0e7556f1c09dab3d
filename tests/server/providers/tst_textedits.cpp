// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/textedits.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::providers;

class TestTextEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void replacesWhatIsThereOnce()
    {
        const std::vector<TextEdit> edits{{u"two"_s, u"2"_s}, {u"2 three"_s, u"23"_s}};
        const auto text = replacedText(u"one\r\ntwo three"_s, edits, u"edits"_s);
        QVERIFY(text);
        QCOMPARE(*text, u"one\n23"_s);
    }

    void replacesEveryPlaceWhenAsked()
    {
        const auto text = replacedText(u"a b a"_s, {{u"a"_s, u"aa"_s, true}}, u"edits"_s);
        QVERIFY(text);
        QCOMPARE(*text, u"aa b aa"_s);
    }

    void takesTheLineEndsOfTheCaller()
    {
        const auto text = replacedText(u"a\nb\nc"_s, {{u"a\r\nb"_s, u"x\r\ny"_s}}, u"edits"_s);
        QVERIFY(text);
        QCOMPARE(*text, u"x\ny\nc"_s);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("oldText");
        QTest::addColumn<QString>("newText");
        QTest::addColumn<QStringList>("says");
        QTest::newRow("what is not there")
            << u"# Title\n\nThe server answers slowly."_s << u"The server answers slow."_s << u"x"_s
            << QStringList{u"edits[0]"_s, u"not there"_s, u"\"The server answers slowly.\""_s};
        QTest::newRow("what is there more than once")
            << u"same\nother\nsame\n"_s << u"same"_s << u"x"_s
            << QStringList{u"2 times"_s, u"lines 1, 3"_s, u"\"all\": true"_s};
        QTest::newRow("twice in one line")
            << u"same same"_s << u"same"_s << u"x"_s << QStringList{u"2 times (line 1)"_s};
        QTest::newRow("no old text") << u"a"_s << QString() << u"x"_s << QStringList{u"is empty"_s};
        QTest::newRow("no change") << u"a"_s << u"a"_s << u"a"_s << QStringList{u"are the same"_s};
        QTest::newRow("an empty text")
            << QString() << u"a"_s << u"b"_s << QStringList{u"text is empty"_s};
        QTest::newRow("nothing near")
            << u"abc"_s << u"xyz"_s << u"b"_s << QStringList{u"Copy it exactly"_s};
    }
    void refuses()
    {
        QFETCH(QString, text);
        QFETCH(QString, oldText);
        QFETCH(QString, newText);
        QFETCH(QStringList, says);
        const auto result = replacedText(text, {{oldText, newText}}, u"edits"_s);
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InvalidInput);
        for (const QString &part : says)
            QVERIFY2(result.error().message.contains(part), qUtf8Printable(result.error().message));
    }

    void refusesNoEdits() { QVERIFY(!replacedText(u"a"_s, {}, u"edits"_s)); }

    void namesTheEditThatFails()
    {
        const std::vector<TextEdit> edits{{u"a"_s, u"b"_s}, {u"a"_s, u"c"_s}};
        const auto result = replacedText(u"a"_s, edits, u"description_edits"_s);
        QVERIFY(!result);
        QVERIFY(result.error().message.startsWith(u"description_edits[1]: "_s));
    }

    void quotesShortly()
    {
        const QString line = u"word "_s.repeated(1000);
        const auto result = replacedText(line + u'\n' + line, {{line + u'x', {}}}, u"edits"_s);
        QVERIFY(!result);
        QVERIFY(result.error().message.size() < 500);
    }
};

QTEST_GUILESS_MAIN(TestTextEdits)
#include "tst_textedits.moc"
