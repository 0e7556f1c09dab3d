// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/message.h"
#include "server/mcp/methods/toolmessages.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::mcp;
using namespace fairlead::tools;

Q_DECLARE_METATYPE(fairlead::mcp::Revision)
Q_DECLARE_METATYPE(fairlead::tools::ToolEffect)

class TestToolMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void describesAToolInEachRevision_data();
    void describesAToolInEachRevision();
    void describesTheEffect_data();
    void describesTheEffect();
    void saysThatAToolOfOursLeavesTheWorldAlone();
    void saysWhereATextIsFrom();
    void writesAResultInEachRevision_data();
    void writesAResultInEachRevision();
    void givesStructuredContentAsTextWhereThereIsNoOther();
    void marksAnError();
    void writesTheSameTextAsTheObjectHas_data();
    void writesTheSameTextAsTheObjectHas();
};

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

void TestToolMessages::describesAToolInEachRevision_data()
{
    QTest::addColumn<Revision>("revision");
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("2024-11-05")
        << Revision::V20241105
        << R"({"description":"d","inputSchema":{"type":"object"},"name":"n"})"_ba;
    QTest::newRow("2025-03-26")
        << Revision::V20250326
        << R"({"annotations":{"readOnlyHint":true,"title":"T"},"description":"d","inputSchema":{"type":"object"},"name":"n"})"_ba;
    const auto newer =
        R"({"annotations":{"readOnlyHint":true},"description":"d","inputSchema":{"type":"object"},"name":"n","outputSchema":{"type":"object"},"title":"T"})"_ba;
    QTest::newRow("2025-06-18") << Revision::V20250618 << newer;
    QTest::newRow("2025-11-25") << Revision::V20251125 << newer;
}

void TestToolMessages::describesAToolInEachRevision()
{
    QFETCH(Revision, revision);
    QFETCH(QByteArray, json);
    ToolDefinition tool;
    tool.name = u"n"_s;
    tool.title = u"T"_s;
    tool.description = u"d"_s;
    tool.inputSchema = {{u"type"_s, u"object"_s}};
    tool.outputSchema = QJsonObject{{u"type"_s, u"object"_s}};
    tool.service = u"jira"_s;
    QCOMPARE(compact(toolToJson(tool, revision)), json);
}

void TestToolMessages::describesTheEffect_data()
{
    QTest::addColumn<ToolEffect>("effect");
    QTest::addColumn<bool>("idempotent");
    QTest::addColumn<QByteArray>("annotations");
    QTest::newRow("read") << ToolEffect::Read << true << R"({"readOnlyHint":true})"_ba;
    QTest::newRow("write") << ToolEffect::Write << false << R"({"destructiveHint":false})"_ba;
    QTest::newRow("delete") << ToolEffect::Destructive << true
                            << R"({"destructiveHint":true,"idempotentHint":true})"_ba;
}

void TestToolMessages::describesTheEffect()
{
    QFETCH(ToolEffect, effect);
    QFETCH(bool, idempotent);
    QFETCH(QByteArray, annotations);
    ToolDefinition tool;
    tool.effect = effect;
    tool.service = u"jira"_s;
    tool.idempotent = idempotent;
    const auto json = toolToJson(tool, Revision::V20251125);
    QCOMPARE(compact(json["annotations"_L1].toObject()), annotations);
    QVERIFY(!json.contains("outputSchema"_L1));
    QVERIFY(!json.contains("title"_L1));
}

void TestToolMessages::saysThatAToolOfOursLeavesTheWorldAlone()
{
    const auto json = toolToJson(ToolDefinition(), Revision::V20251125);
    QCOMPARE(json["annotations"_L1]["openWorldHint"_L1], QJsonValue(false));
}

void TestToolMessages::saysWhereATextIsFrom()
{
    ToolResult result = ToolResult::fromText(u"t"_s);
    result.content.first().source = u"jira"_s;
    const auto marked =
        R"({"content":[{"_meta":{"fairlead/source":"jira"},"text":"t","type":"text"}]})"_ba;
    QCOMPARE(compact(toolResultToJson(result, Revision::V20250618)), marked);
    const auto bare = R"({"content":[{"text":"t","type":"text"}]})"_ba;
    QCOMPARE(compact(toolResultToJson(result, Revision::V20250326)), bare);
}

void TestToolMessages::writesAResultInEachRevision_data()
{
    QTest::addColumn<Revision>("revision");
    QTest::addColumn<QByteArray>("json");
    const auto image = R"({"data":"AQI=","mimeType":"image/png","type":"image"})"_ba;
    const auto audio = R"({"data":"AQI=","mimeType":"audio/wav","type":"audio"})"_ba;
    const auto start = R"({"content":[{"text":"t","type":"text"},)" + image + ',';
    const auto leftOut = R"-({"text":"(A sound of type audio/wav was left out: )-"
                         R"-(this client's protocol revision has no audio.)","type":"text"})-"_ba;
    QTest::newRow("2024-11-05") << Revision::V20241105 << start + leftOut + "]}";
    QTest::newRow("2025-03-26") << Revision::V20250326 << start + audio + "]}";
    const auto newer = start + audio + R"(],"structuredContent":{"a":1}})";
    QTest::newRow("2025-06-18") << Revision::V20250618 << newer;
    QTest::newRow("2025-11-25") << Revision::V20251125 << newer;
}

void TestToolMessages::writesAResultInEachRevision()
{
    QFETCH(Revision, revision);
    QFETCH(QByteArray, json);
    ToolResult result = ToolResult::fromText(u"t"_s);
    result.content.append({Content::Kind::Image, {}, "\x01\x02"_ba, u"image/png"_s});
    result.content.append({Content::Kind::Audio, {}, "\x01\x02"_ba, u"audio/wav"_s});
    result.structured = QJsonObject{{u"a"_s, 1}};
    QCOMPARE(compact(toolResultToJson(result, revision)), json);
}

void TestToolMessages::givesStructuredContentAsTextWhereThereIsNoOther()
{
    ToolResult result;
    result.structured = QJsonObject{{u"a"_s, 1}};
    QCOMPARE(compact(toolResultToJson(result, Revision::V20250326)),
             R"({"content":[{"text":"{\"a\":1}","type":"text"}]})"_ba);
    QCOMPARE(compact(toolResultToJson(result, Revision::V20250618)),
             R"({"content":[],"structuredContent":{"a":1}})"_ba);
}

void TestToolMessages::marksAnError()
{
    const auto result = ToolResult::fromError({.message = u"No."_s});
    QCOMPARE(compact(toolResultToJson(result, Revision::V20241105)),
             R"({"content":[{"text":"No.","type":"text"}],"isError":true})"_ba);
}

void TestToolMessages::writesTheSameTextAsTheObjectHas_data()
{
    QTest::addColumn<ToolResult>("result");
    const auto withText = [](const QString &text) { return ToolResult::fromText(text); };
    QTest::newRow("plain") << withText(u"t"_s);
    QTest::newRow("empty") << withText({});
    QTest::newRow("nothing") << ToolResult();
    QTest::newRow("error") << ToolResult::fromError({.message = u"No."_s});
    QString controls;
    for (char16_t unit = 0; unit <= 0xA0; ++unit)
        controls += QChar(unit);
    QTest::newRow("every low character") << withText(controls);
    QTest::newRow("quotes and backslashes") << withText(uR"("\"\\n")"_s);
    QTest::newRow("other scripts") << withText(u"Zoë — 日本語 \u2028 \uFEFF \uFFFF 😀"_s);
    for (const char16_t half : {u'\xD83D', u'\xDE00'}) {
        const QString lone(1, QChar(half));
        QTest::addRow("lone %x", half) << withText(lone);
        QTest::addRow("lone %x amid", half) << withText(u"a\n"_s + lone + u"b😀\""_s + lone + lone);
    }
    ToolResult sourced = withText(u"t"_s);
    sourced.content.first().source = u"jira \"x\""_s;
    sourced.content.append(Content::fromText(u"second"_s));
    QTest::newRow("two with a source") << sourced;
    sourced.content.append({Content::Kind::Image, {}, "\x01\x02"_ba, u"image/png"_s});
    QTest::newRow("a picture") << sourced;
    ToolResult structured = withText(u"t"_s);
    structured.structured = QJsonObject{{u"a"_s, 1}};
    QTest::newRow("structured") << structured;
    structured.content.clear();
    QTest::newRow("only structured") << structured;
}

void TestToolMessages::writesTheSameTextAsTheObjectHas()
{
    QFETCH(const ToolResult, result);
    for (const Revision revision :
         {Revision::V20241105, Revision::V20250326, Revision::V20250618, Revision::V20251125}) {
        const QByteArray text = toolResultText(result, revision);
        QCOMPARE(text, compact(toolResultToJson(result, revision)));
        const QJsonObject object = toolResultToJson(result, revision);
        for (const RequestId &id :
             {RequestId(7), RequestId(-9007199254740992), RequestId(u"\"é"_s)})
            QCOMPARE(writtenResultMessage(id, text), resultMessage(id, object));
    }
}

QTEST_APPLESS_MAIN(TestToolMessages)
#include "tst_toolmessages.moc"
