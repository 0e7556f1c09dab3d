// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/requestheaders.h"
#include "server/base/mcpname.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;

namespace {

RpcLine request(const QByteArray &method, const QByteArray &params)
{
    return *RpcLine::parse("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"" + method
                           + "\",\"params\":" + params + '}');
}

QByteArray valueOf(const QList<net::Header> &headers, const QByteArray &name)
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return "absent"_ba;
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestRequestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void encodesWhatAHeaderCannotCarry_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("value");
        // The specification's own examples, and the empty text.
        QTest::newRow("plain") << u"us-west1"_s << "us-west1"_ba;
        QTest::newRow("not ASCII") << u"Hello, 世界"_s << "=?base64?SGVsbG8sIOS4lueVjA==?="_ba;
        QTest::newRow("padded") << u" padded "_s << "=?base64?IHBhZGRlZCA=?="_ba;
        QTest::newRow("line end") << u"line1\nline2"_s << "=?base64?bGluZTEKbGluZTI=?="_ba;
        QTest::newRow("as if encoded")
            << u"=?base64?literal?="_s << "=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?="_ba;
        QTest::newRow("empty") << QString()
                               << "=?base64?"
                                  "?="_ba;
    }

    void encodesWhatAHeaderCannotCarry()
    {
        QFETCH(QString, text);
        QTEST(encodedHeaderValue(text), "value");
    }

    void repeatsRevisionMethodAndName()
    {
        const RequestHeaders headers;
        const auto call = headers.of(request(
            "tools/call",
            R"({"name":"list_projects","_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}})"));
        QCOMPARE(valueOf(call, "MCP-Protocol-Version"), "2026-07-28"_ba);
        QCOMPARE(valueOf(call, "Mcp-Method"), "tools/call"_ba);
        QCOMPARE(valueOf(call, "Mcp-Name"), "list_projects"_ba);
        const auto read = headers.of(request("resources/read", "{\"uri\":\"jira://ä\"}"));
        QCOMPARE(valueOf(read, "Mcp-Name"), "=?base64?amlyYTovL8Ok?="_ba);
        const auto list = headers.of(request("tools/list", R"({"name":"x"})"));
        QCOMPARE(valueOf(list, "Mcp-Name"), "absent"_ba);
    }

    void repeatsTheArgumentsThatASchemaMarks()
    {
        RequestHeaders headers;
        headers.learn(object(R"({"tools":[{"name":"t","inputSchema":{"type":"object","properties":{
            "region":{"type":"string","x-mcp-header":"Region"},
            "deep":{"type":"object","properties":{"n":{"type":"integer","x-mcp-header":"N"}}},
            "flag":{"type":"boolean","x-mcp-header":"Flag"},
            "nothing":{"type":"string","x-mcp-header":"Nothing"},
            "bad":{"type":"string","x-mcp-header":"a b\r\n"},
            "note":{"type":"string"}}}}]})"));
        const auto found = headers.of(request(
            "tools/call",
            R"({"name":"t","arguments":{"region":"eu","deep":{"n":-9007199254740991},"flag":false,
                "nothing":null,"bad":"x","note":"y"}})"));
        QCOMPARE(valueOf(found, "Mcp-Param-Region"), "eu"_ba);
        QCOMPARE(valueOf(found, "Mcp-Param-N"), "-9007199254740991"_ba);
        QCOMPARE(valueOf(found, "Mcp-Param-Flag"), "false"_ba);
        QCOMPARE(valueOf(found, "Mcp-Param-Nothing"), "absent"_ba);
        QCOMPARE(found.size(), 5); // method, name and three arguments
        const auto other =
            headers.of(request("tools/call", R"({"name":"u","arguments":{"region":"eu"}})"));
        QCOMPARE(other.size(), 2);
    }

    void forgetsWhatASchemaMarksNoLonger()
    {
        RequestHeaders headers;
        const RpcLine call = request("tools/call", R"({"name":"t","arguments":{"a":"b"}})");
        headers.learn(object(
            R"({"tools":[{"name":"t","inputSchema":{"properties":{"a":{"x-mcp-header":"A"}}}}]})"));
        QCOMPARE(headers.of(call).size(), 3);
        headers.learn(object(R"({"tools":[{"name":"t","inputSchema":{"properties":{"a":{}}}}]})"));
        QCOMPARE(headers.of(call).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestRequestHeaders)
#include "tst_requestheaders.moc"
