// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/fieldtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::providers;
using namespace fairlead::providers::jira;

class TestFieldText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheBeginningOfADocument_data();
    void readsTheBeginningOfADocument();
    void shortensTimesOnly_data();
    void shortensTimesOnly();
    void saysInAListWhatItSaysAlone_data();
    void saysInAListWhatItSaysAlone();
    void knowsOnlySoManyLines();
};

void TestFieldText::readsTheBeginningOfADocument_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("excerpt");

    QTest::newRow("paragraphs and a list") << R"({"type":"doc","content":[
            {"type":"paragraph","content":[{"type":"text","text":"Pay "},
                {"type":"text","text":"twice","marks":[{"type":"strong"}]},{"type":"text","text":"."}]},
            {"type":"bulletList","content":[{"type":"listItem","content":[
                {"type":"paragraph","content":[{"type":"text","text":"One"}]}]}]}]})"_ba
                                           << u"Pay twice. One"_s;
    QTest::newRow("a line break, a rule and what is no text") << R"({"type":"doc","content":[
            {"type":"paragraph","content":[{"type":"text","text":"a"},{"type":"hardBreak"},{"type":"text","text":"b "},
                {"type":"mention","attrs":{"id":"7","text":"@Ada"}}]},
            {"type":"rule"},
            {"type":"blockCard","attrs":{"url":"https://a.example"}}]})"_ba
                                                              << u"a b @Ada  https://a.example"_s;
    QTest::newRow("longer than the limit")
        << R"({"type":"doc","content":[{"type":"paragraph","content":[
            {"type":"text","text":"0123456789 0123456789 0123456789 0123456789"}]}]})"_ba
        << u"0123456789 0123456789 0123456…"_s;
    QTest::newRow("nothing") << R"({"type":"doc","content":[]})"_ba << QString();
    QTest::newRow("hidden characters")
        << "{\"type\":\"doc\",\"content\":[{\"type\":\"text\",\"text\":\"a\\u202eb\\nc\"}]}"_ba
        << u"ab c"_s;
    QTest::newRow("plain text, as in old fields") << "\"one\\ntwo\""_ba << u"one two"_s;
}

void TestFieldText::readsTheBeginningOfADocument()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QString, excerpt);

    simdjson::dom::parser parser;
    json::Element element;
    QCOMPARE(parser.parse(document.constData(), size_t(document.size())).get(element),
             simdjson::SUCCESS);
    const QString text = documentExcerpt(element, 30);
    if (excerpt.endsWith(u'…')) {
        QVERIFY2(text.endsWith(u'…') && text.size() <= 31, qPrintable(text));
        QVERIFY2(text.startsWith(excerpt.first(20)), qPrintable(text));
    } else {
        QCOMPARE(text, excerpt);
    }
}

void TestFieldText::shortensTimesOnly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");

    QTest::newRow("Jira's time") << u"2026-11-20T10:00:00.000+0000"_s << u"2026-11-20 10:00"_s;
    QTest::newRow("with Z") << u"2026-11-20T10:00:00Z"_s << u"2026-11-20 10:00"_s;
    QTest::newRow("a day") << u"2026-11-20"_s << u"2026-11-20"_s;
    QTest::newRow("with minutes of the zone")
        << u"2026-11-20T10:00:00.123-08:30"_s << u"2026-11-20 10:00"_s;
    QTest::newRow("other digits") << u"2026-11-20T10:00:0٣.000+0000"_s
                                  << u"2026-11-20T10:00:0٣.000+0000"_s;
    QTest::newRow("a zone of letters")
        << u"2026-11-20T10:00:00.000+00AB"_s << u"2026-11-20T10:00:00.000+00AB"_s;
    QTest::newRow("a word of that length with a T there")
        << u"0123456789The other way"_s << u"0123456789The other way"_s;
}

void TestFieldText::shortensTimesOnly()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(shortTime(text), shown);
    QCOMPARE(day(text), shown == text ? text : text.first(10));
    const QByteArray json = '"' + text.toUtf8() + '"';
    simdjson::dom::parser parser;
    KnownLines known;
    QCOMPARE(fieldCell(parser.parse(json.constData(), size_t(json.size())), known), day(text));
}

void TestFieldText::saysInAListWhatItSaysAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("said");
    QTest::newRow("a person") << R"({"accountId":"1","displayName":"Zoë\u200B","active":true})"_ba
                              << u"Zoë"_s;
    QTest::newRow("a status")
        << R"({"self":"x","name":"To\nDo","statusCategory":{"name":"New"}})"_ba << u"To Do"_s;
    QTest::newRow("an option and its child")
        << R"({"value":"Fruit","child":{"value":"Apple"}})"_ba << u"Fruit / Apple"_s;
    QTest::newRow("names of the length of known ones")
        << R"({"desc":"a","velum":"b","types":"c","name":"d"})"_ba << u"d"_s;
    QTest::newRow("a key without a letter") << R"({"":"a","name":"b"})"_ba << u"b"_s;
    QTest::newRow("a file") << R"({"filename":"a.txt","size":3})"_ba << u"a.txt"_s;
    QTest::newRow("a link")
        << R"({"type":{"outward":"blocks"},"outwardIssue":{"key":"A-1","fields":{"summary":"s"}}})"_ba
        << u"blocks A-1 s"_s;
    QTest::newRow("a link to here")
        << R"({"type":{"inward":"is blocked by"},"inwardIssue":{"key":"A-1"}})"_ba
        << u"is blocked by A-1"_s;
    QTest::newRow("people") << R"([{"displayName":"Ada"},{"displayName":"Ada"},{"name":"Bo"}])"_ba
                            << u"Ada, Ada, Bo"_s;
}

void TestFieldText::saysInAListWhatItSaysAlone()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, said);
    simdjson::dom::parser parser;
    const simdjson::dom::element value = parser.parse(json.constData(), size_t(json.size()));
    KnownLines known;
    QCOMPARE(fieldText(value), said);
    QCOMPARE(fieldCell(value, known), said);
    QCOMPARE(fieldCell(value, known), said);
}

void TestFieldText::knowsOnlySoManyLines()
{
    KnownLines known;
    std::vector<std::string> texts;
    for (int number = 0; number < 2000; ++number)
        texts.push_back("name " + std::to_string(number));
    for (int round = 0; round < 2; ++round) {
        for (const std::string &text : texts)
            QCOMPARE(known.line(text), QString::fromStdString(text));
    }
}

QTEST_GUILESS_MAIN(TestFieldText)
#include "tst_fieldtext.moc"
