// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/argumentcheck.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

class TestArgumentCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handsOnWhatFits_data();
    void handsOnWhatFits();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void listsAllProblems();
    void listsNoMoreThanABound();
    void publishesThatArgumentsAreClosed();
    void allowsMoreArgumentsWhereTheSchemaDoes();
    void refusesASchemaOutsideTheSubset();

private:
    [[nodiscard]] static QJsonObject object(const QByteArray &json)
    {
        return QJsonDocument::fromJson(json).object();
    }
    [[nodiscard]] static ArgumentCheck check();
};

ArgumentCheck TestArgumentCheck::check()
{
    return *ArgumentCheck::create(object(R"({"type":"object","required":["project"],"properties":{
        "project":{"type":"string","pattern":"^[A-Z]+$","description":"Key of the project"},
        "limit":{"type":"integer","minimum":1,"maximum":100},
        "ratio":{"type":"number","minimum":0},
        "done":{"type":"boolean"},
        "labels":{"type":"array","items":{"type":"string","maxLength":5},"maxItems":3},
        "numbers":{"type":"array","items":{"type":"integer"}},
        "fields":{"type":"object","required":["a"],"properties":{"a":{"type":"integer"}},
                  "additionalProperties":false},
        "extra":{"type":"object","additionalProperties":{"type":"string"}},
        "kind":{"enum":["Bug","Task"]},
        "fixed":{"const":7},
        "day":{"type":"string","format":"date"},
        "moment":{"type":"string","format":"date-time"},
        "link":{"type":"string","format":"uri"},
        "mail":{"type":"string","format":"email"},
        "note":{"type":["string","null"],"minLength":2},
        "either":{"anyOf":[{"type":"integer"},{"type":"array","items":{"type":"string"}}]},
        "one":{"oneOf":[{"type":"integer","minimum":5},{"type":"integer","maximum":9}]}
    }})"));
}

void TestArgumentCheck::handsOnWhatFits_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("received");
    const auto same = [](const char *name, const QByteArray &json) {
        QTest::newRow(name) << json << json;
    };
    same("number", R"({"limit":100})");
    same("list", R"({"labels":["a","b"]})");
    same("object", R"({"fields":{"a":1},"extra":{"x":"y"}})");
    same("choice", R"({"kind":"Bug","fixed":7})");
    same(
        "formats",
        R"({"day":"2026-02-28","moment":"2026-11-20T09:30:00.25+01:00","link":"https://a.example/b",
             "mail":"ann@example.com"})");
    same("null where it is allowed", R"({"note":null})");
    same("branch", R"({"either":["x"],"one":12})");
    QTest::newRow("5.0 is whole") << R"({"limit":5.0})"_ba
                                  << R"({"limit":5})"_ba;
    QTest::newRow("null means absent") << R"({"limit":null,"labels":null})"_ba
                                       << "{}"_ba;
    QTest::newRow("number in quotes") << R"({"limit":" 5 ","ratio":"0.5"})"_ba
                                      << R"({"limit":5,"ratio":0.5})"_ba;
    QTest::newRow("boolean in quotes") << R"({"done":"True"})"_ba
                                       << R"({"done":true})"_ba;
    QTest::newRow("one text for a list") << R"({"labels":"a"})"_ba
                                         << R"({"labels":["a"]})"_ba;
    QTest::newRow("list as JSON text") << R"({"labels":"[\"a\",\"b\"]","numbers":"[1]"})"_ba
                                       << R"({"labels":["a","b"],"numbers":[1]})"_ba;
    QTest::newRow("object as JSON text") << R"({"fields":"{\"a\":\"3\"}"})"_ba
                                         << R"({"fields":{"a":3}})"_ba;
    QTest::newRow("numbers in quotes in a list") << R"({"numbers":["1","2"]})"_ba
                                                 << R"({"numbers":[1,2]})"_ba;
    QTest::newRow("number for text") << R"({"labels":[12]})"_ba
                                     << R"({"labels":["12"]})"_ba;
    QTest::newRow("branch by slip") << R"({"either":"5"})"_ba
                                    << R"({"either":5})"_ba;
}

void TestArgumentCheck::handsOnWhatFits()
{
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, received);
    QJsonObject arguments = object(given);
    QJsonObject expected = object(received);
    QVERIFY(!arguments.isEmpty());
    arguments["project"_L1] = u"ABC"_s;
    expected["project"_L1] = u"ABC"_s;
    const auto checked = check().check(arguments);
    QVERIFY2(checked, qPrintable(checked ? QString() : checked.error().message));
    QCOMPARE(*checked, expected);
}

void TestArgumentCheck::saysWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &given, const QString &message) {
        QTest::newRow(name) << given << message;
    };
    row("too large",
        R"({"limit":500})",
        uR"(Argument "limit" is 500, but must be a whole number from 1 to 100.)"_s);
    row("no number",
        R"({"limit":"many"})",
        uR"(Argument "limit" is "many", but must be a whole number from 1 to 100.)"_s);
    row("not whole",
        R"({"limit":1.5})",
        uR"(Argument "limit" is 1.5, but must be a whole number from 1 to 100.)"_s);
    row("too small",
        R"({"ratio":-1})",
        uR"(Argument "ratio" is -1, but must be a number of at least 0.)"_s);
    row("no boolean",
        R"({"done":"yes"})",
        uR"(Argument "done" is "yes", but must be true or false.)"_s);
    row("choice",
        R"({"kind":"Epic"})",
        uR"(Argument "kind" is "Epic", but must be one of "Bug" or "Task".)"_s);
    row("constant", R"({"fixed":8})", uR"(Argument "fixed" is 8, but must be 7.)"_s);
    row("date",
        R"({"day":"2026-02-30"})",
        uR"(Argument "day" is "2026-02-30", but must be a date such as 2026-11-20.)"_s);
    row("moment without offset",
        R"({"moment":"2026-11-20T09:30:00"})",
        uR"(Argument "moment" is "2026-11-20T09:30:00", but must be a date and time with its offset, such as 2026-11-20T09:30:00Z.)"_s);
    row("link",
        R"({"link":"page"})",
        uR"(Argument "link" is "page", but must be a URL such as https://example.com/page.)"_s);
    row("mail",
        R"({"mail":"ann"})",
        uR"(Argument "mail" is "ann", but must be an e-mail address such as ann@example.com.)"_s);
    row("too short",
        R"({"note":"x"})",
        uR"(Argument "note" is "x", but must be text of at least 2 characters or null.)"_s);
    row("in a list",
        R"({"labels":["ok","longer"]})",
        uR"(Argument "labels[1]" is "longer" (6 characters), but must be text of at most 5 characters.)"_s);
    row("too many",
        R"({"labels":["a","b","c","d"]})",
        uR"(Argument "labels" is ["a","b","c","d"], but must be a list of at most 3 values, each text of at most 5 characters.)"_s);
    row("one text for a list of numbers",
        R"({"numbers":"x"})",
        uR"(Argument "numbers" is "x", but must be a list, each a whole number.)"_s);
    row("in an object",
        R"({"fields":{"a":"x"}})",
        uR"(Argument "fields.a" is "x", but must be a whole number.)"_s);
    row("missing in an object",
        R"({"fields":{}})",
        uR"(Argument "fields.a" is missing; it must be a whole number.)"_s);
    row("additional",
        R"({"extra":{"x":true}})",
        uR"(Argument "extra.x" is true, but must be text.)"_s);
    row("misspelt", R"({"limt":5})", uR"(There is no argument "limt"; did you mean "limit"?)"_s);
    row("misspelt in an object",
        R"({"fields":{"a":1,"A_":2}})",
        uR"(There is no argument "fields.A_"; did you mean "fields.a"?)"_s);
    row("no branch",
        R"({"either":{}})",
        uR"(Argument "either" is {}, but must be a whole number or a list, each text.)"_s);
    row("both branches of one",
        R"({"one":7})",
        uR"(Argument "one" is 7, but must be a whole number of at least 5 or a whole number of at most 9.)"_s);
}

void TestArgumentCheck::saysWhatIsWrong()
{
    QFETCH(QByteArray, given);
    QFETCH(QString, message);
    QJsonObject arguments = object(given);
    QVERIFY(!arguments.isEmpty());
    arguments["project"_L1] = u"ABC"_s;
    const auto checked = check().check(arguments);
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidInput);
    QCOMPARE(checked.error().message, message);
}

void TestArgumentCheck::listsAllProblems()
{
    const auto checked = check().check(object(R"({"limit":0,"zzzzzzzz":1})"));
    QVERIFY(!checked);
    const QStringList lines = checked.error().message.split(u'\n');
    QCOMPARE(lines.size(), 3);
    QCOMPARE(lines[0], uR"(Argument "limit" is 0, but must be a whole number from 1 to 100.)"_s);
    QVERIFY(lines[1].startsWith(uR"(There is no argument "zzzzzzzz"; known are "day", "done")"_s));
    QCOMPARE(
        lines[2],
        uR"(Argument "project" is missing; it must be text that matches ^[A-Z]+$ (Key of the project).)"_s);
}

void TestArgumentCheck::listsNoMoreThanABound()
{
    QJsonObject arguments{{u"project"_s, u"ABC"_s}};
    for (int i = 0; i < 50; ++i)
        arguments[u"wrong%1"_s.arg(i)] = i;
    const auto checked = check().check(arguments);
    QVERIFY(!checked);
    const QStringList lines = checked.error().message.split(u'\n');
    QCOMPARE(lines.size(), 11);
    QCOMPARE(lines.last(), u"And 40 more problems of this kind."_s);
}

void TestArgumentCheck::publishesThatArgumentsAreClosed()
{
    const auto none = ArgumentCheck::create(object(R"({"type":"object"})"));
    QCOMPARE(none->schema(), object(R"({"type":"object","additionalProperties":false})"));
    const auto checked = none->check(object(R"({"x":1})"));
    QVERIFY(!checked);
    QCOMPARE(checked.error().message, uR"(There is no argument "x"; none is taken.)"_s);
}

void TestArgumentCheck::allowsMoreArgumentsWhereTheSchemaDoes()
{
    const auto open =
        ArgumentCheck::create(object(R"({"type":"object","additionalProperties":true})"));
    const auto checked = open->check(object(R"({"x":1})"));
    QVERIFY(checked);
    QCOMPARE(*checked, object(R"({"x":1})"));
}

void TestArgumentCheck::refusesASchemaOutsideTheSubset()
{
    const auto refused = ArgumentCheck::create(object(R"({"type":"object","not":{}})"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidData);
}

QTEST_APPLESS_MAIN(TestArgumentCheck)
#include "tst_argumentcheck.moc"
