// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/schemasubset.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::tools;

class TestSchemaSubset : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsTheDeclaredSubset_data();
    void acceptsTheDeclaredSubset();
    void refusesWhatItCannotEnforce_data();
    void refusesWhatItCannotEnforce();
    void patternsDoNotEndBeforeALastNewline();
};

namespace {

Result<> accept(const QByteArray &properties)
{
    const QByteArray json = R"({"type":"object","properties":)" + properties + '}';
    return acceptSchema(QJsonDocument::fromJson(json).object());
}

} // namespace

void TestSchemaSubset::acceptsTheDeclaredSubset_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::newRow("none") << "{}"_ba;
    QTest::newRow("text")
        << R"({"a":{"type":"string","minLength":1,"maxLength":9,"pattern":"^x"}})"_ba;
    QTest::newRow("formats") << R"({"a":{"format":"date"},"b":{"format":"date-time"},
        "c":{"format":"uri"},"d":{"format":"email"}})"_ba;
    QTest::newRow("number") << R"({"a":{"type":["integer","null"],"minimum":1,"maximum":2.5}})"_ba;
    QTest::newRow("list") << R"({"a":{"type":"array","items":{"type":"string"},"minItems":0}})"_ba;
    QTest::newRow("object") << R"({"a":{"type":"object","properties":{"b":{}},"required":["b"],
        "additionalProperties":{"type":"string"}}})"_ba;
    QTest::newRow("branches")
        << R"({"a":{"anyOf":[{"type":"string"},{"oneOf":[{"const":1}]}]}})"_ba;
    QTest::newRow("annotations")
        << R"({"a":{"title":"A","description":"b","default":1,"examples":[1],"enum":[1,"x"]}})"_ba;
}

void TestSchemaSubset::acceptsTheDeclaredSubset()
{
    QFETCH(QByteArray, properties);
    const auto accepted = accept(properties);
    QVERIFY2(accepted, qPrintable(accepted ? QString() : accepted.error().message));
}

void TestSchemaSubset::refusesWhatItCannotEnforce_data()
{
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<QString>("message");
    QTest::newRow("unknown keyword")
        << R"({"a":{"multipleOf":2}})"_ba
        << u"The schema at the top.a uses \"multipleOf\", which the argument check does not know."_s;
    QTest::newRow("reference")
        << R"({"a":{"$ref":"#/x"}})"_ba
        << u"The schema at the top.a uses \"$ref\", which the argument check "
           "does not know."_s;
    const auto value = [](const QString &place, const QString &keyword) {
        return u"The schema at the top.%1 has a value for \"%2\" that the argument check does not know."_s
            .arg(place, keyword);
    };
    QTest::newRow("unknown format")
        << R"({"a":{"format":"ipv4"}})"_ba << value(u"a"_s, u"format"_s);
    QTest::newRow("unknown type") << R"({"a":{"type":"text"}})"_ba << value(u"a"_s, u"type"_s);
    QTest::newRow("bad pattern") << R"({"a":{"pattern":"("}})"_ba << value(u"a"_s, u"pattern"_s);
    QTest::newRow("in a list") << R"({"a":{"items":{"minLength":-1}}})"_ba
                               << value(u"a.items"_s, u"minLength"_s);
    QTest::newRow("in a branch") << R"({"a":{"anyOf":[{"enum":[]}]}})"_ba
                                 << value(u"a.anyOf"_s, u"enum"_s);
    QTest::newRow("no schema") << R"({"a":5})"_ba << u"The schema at the top.a is not an object."_s;
}

void TestSchemaSubset::refusesWhatItCannotEnforce()
{
    QFETCH(QByteArray, properties);
    QFETCH(QString, message);
    const auto accepted = accept(properties);
    QVERIFY(!accepted);
    QCOMPARE(accepted.error().code, ErrorCode::InvalidData);
    QCOMPARE(accepted.error().message, message);
}

void TestSchemaSubset::patternsDoNotEndBeforeALastNewline()
{
    const auto pattern = compiledPattern(u"^[A-Z]+$"_s);
    QVERIFY(pattern.match(u"ABC"_s).hasMatch());
    QVERIFY(!pattern.match(u"ABC\n"_s).hasMatch());
    QVERIFY(compiledPattern(u"^5\\$"_s).match(u"5$"_s).hasMatch());
}

QTEST_APPLESS_MAIN(TestSchemaSubset)
#include "tst_schemasubset.moc"
