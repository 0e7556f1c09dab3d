// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/offeredtool.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::gateway;

namespace {

/** JSON with ' for ", because moc does not read raw strings. */
QJsonObject object(QByteArray json)
{
    return QJsonDocument::fromJson(json.replace('\'', '"')).object();
}

QJsonObject plainTool(const QString &name = u"echo"_s)
{
    const QJsonObject schema{{u"type"_s, u"object"_s}};
    return {{u"name"_s, name}, {u"description"_s, u"Says it."_s}, {u"inputSchema"_s, schema}};
}

QJsonObject withSchema(const QJsonObject &schema)
{
    QJsonObject tool = plainTool();
    tool[u"inputSchema"_s] = schema;
    return tool;
}

/** "type":"object" with an object in itself, so many times. */
QJsonObject nested(int depth)
{
    QJsonObject schema{{u"type"_s, u"object"_s}};
    for (int i = 0; i < depth; ++i) {
        const QJsonObject properties{{u"a"_s, schema}};
        schema = {{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    }
    return schema;
}

} // namespace

class TestOfferedTool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAToolAgainFromItsDefinition()
    {
        QJsonObject json = plainTool();
        json[u"title"_s] = u"Echo"_s;
        json[u"outputSchema"_s] = QJsonObject{{u"type"_s, u"object"_s}};
        json[u"annotations"_s] = QJsonObject{{u"readOnlyHint"_s, true}};
        json[u"icons"_s] = u"left out"_s;
        const auto tool = offeredTool(json);
        QCOMPARE(tool->name, u"echo"_s);
        QCOMPARE(tool->title, u"Echo"_s);
        QVERIFY(!tool->definition.contains("icons"));
        QCOMPARE(offeredToolFrom(tool->definition).value(), *tool);
    }

    void tellsEveryChangeByItsFingerprint_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::newRow("description") << "{'description':'Says it!'}"_ba;
        QTest::newRow("a hidden character") << "{'description':'Says\\u200b it.'}"_ba;
        QTest::newRow("title") << "{'title':'x'}"_ba;
        QTest::newRow("schema") << "{'inputSchema':{'type':'object','required':[]}}"_ba;
        QTest::newRow("output") << "{'outputSchema':{'type':'object'}}"_ba;
        QTest::newRow("hints") << "{'annotations':{'readOnlyHint':true}}"_ba;
    }
    void tellsEveryChangeByItsFingerprint()
    {
        QFETCH(QByteArray, change);
        QJsonObject changed = plainTool();
        const QJsonObject members = object(change);
        for (auto it = members.begin(); it != members.end(); ++it)
            changed[it.key()] = it.value();
        QVERIFY(fingerprint(offeredTool(changed)->definition)
                != fingerprint(offeredTool(plainTool())->definition));
    }

    void takesTheOrderOfKeysForNoChange()
    {
        const auto one = offeredTool(object(
            "{'name':'a','inputSchema':{'type':'object','required':['b']},'description':'c'}"));
        const auto other = offeredTool(object(
            "{'description':'c','inputSchema':{'required':['b'],'type':'object'},'name':'a'}"));
        QCOMPARE(fingerprint(one->definition), fingerprint(other->definition));
    }

    void cleansAndBoundsItsTexts()
    {
        QJsonObject json = withSchema(object(
            "{'type':'object','properties':{'a':{'type':'string','description':'x\\u202ey'}}}"));
        json[u"description"_s] = u"\u200bone\u001b[31m"_s + QString(5000, u'x');
        const auto tool = offeredTool(json);
        QVERIFY(tool->description.startsWith(u"one[31mxxx"));
        QVERIFY(tool->description.size() <= 4 * 1024 + 1);
        QCOMPARE(tool->inputSchema["properties"_L1]["a"_L1]["description"_L1].toString(), u"xy"_s);
    }

    void refusesWhatMustNotBeOffered_data()
    {
        QTest::addColumn<QJsonObject>("json");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no name") << plainTool({}) << u"name"_s;
        QTest::newRow("a long name") << plainTool(QString(129, u'a')) << u"128"_s;
        QTest::newRow("right to left") << plainTool(u"a\u202eb"_s) << u"hidden"_s;
        QTest::newRow("zero width") << plainTool(u"a\u200bb"_s) << u"hidden"_s;
        QTest::newRow("tag") << plainTool(u"a\U000E0041"_s) << u"hidden"_s;
        QTest::newRow("escape") << plainTool(u"a\u001b[1m"_s) << u"hidden"_s;
        QTest::newRow("two lines") << plainTool(u"a\nb"_s) << u"hidden"_s;
        QTest::newRow("no schema") << withSchema({}) << u"input schema"_s;
        QTest::newRow("deep") << withSchema(nested(40)) << u"32 deep"_s;
        QTest::newRow("hidden in a parameter's name")
            << withSchema(object("{'type':'object','properties':{'a\\u200b':{}}}")) << u"hidden"_s;
        QTest::newRow("hidden in a value")
            << withSchema(object("{'type':'object','properties':{'a':{'enum':['x\\u202e']}}}"))
            << u"hidden"_s;
        QTest::newRow("another document") << withSchema(
            object("{'type':'object','properties':{'a':{'$ref':'http://127.0.0.1/x'}}}"))
                                          << u"another document"_s;
        QJsonObject large = plainTool();
        large[u"description"_s] = QString(70'000, u'x');
        QTest::newRow("large") << large << u"64 KiB"_s;
    }
    void refusesWhatMustNotBeOffered()
    {
        QFETCH(QJsonObject, json);
        QFETCH(QString, reason);
        const auto tool = offeredTool(json);
        QVERIFY(!tool);
        QVERIFY2(tool.error().message.contains(reason), qPrintable(tool.error().message));
    }

    void refusesHeadersThatMustNotBe_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::newRow("empty") << "{'a':{'type':'string','x-mcp-header':''}}"_ba;
        QTest::newRow("space") << "{'a':{'type':'string','x-mcp-header':'a b'}}"_ba;
        QTest::newRow("line") << "{'a':{'type':'string','x-mcp-header':'a\\r\\nb'}}"_ba;
        QTest::newRow("number") << "{'a':{'type':'number','x-mcp-header':'A'}}"_ba;
        QTest::newRow("object") << "{'a':{'type':'object','x-mcp-header':'A'}}"_ba;
        QTest::newRow("twice")
            << "{'a':{'type':'string','x-mcp-header':'A'}, 'b':{'type':'string','x-mcp-header':'a'}}"_ba;
        QTest::newRow("in a list")
            << "{'a':{'type':'array','items':{'type':'string','x-mcp-header':'A'}}}"_ba;
        QTest::newRow("in a choice") << "{'a':{'anyOf':[{'type':'string','x-mcp-header':'A'}]}}"_ba;
    }
    void refusesHeadersThatMustNotBe()
    {
        QFETCH(QByteArray, schema);
        const QJsonObject whole = object("{'type':'object','properties':"_ba + schema + '}');
        QVERIFY(!whole.isEmpty());
        const auto tool = offeredTool(withSchema(whole));
        QVERIFY(!tool);
        QVERIFY(tool.error().message.contains("x-mcp-header"_L1));
    }

    void repeatsArgumentsInHeaders()
    {
        const auto tool = offeredTool(withSchema(object(
            "{'type':'object','properties':{ 'region':{'type':'string','x-mcp-header':'Region'}, "
            "'in':{'type':'object','properties':{'count':{'type':'integer','x-mcp-header':'N'}}}, "
            "'dry':{'type':'boolean','x-mcp-header':'Dry'}}}")));
        const auto headers =
            headersOf(tool->headers, object("{'region':'köln','in':{'count':42},'dry':null}"));
        const QList<net::Header> expected{{"Mcp-Param-N"_ba, "42"_ba},
                                          {"Mcp-Param-Region"_ba, "=?base64?a8O2bG4=?="_ba}};
        QCOMPARE(headers, expected);
        // Clients speak to us, and we repeat them.
        QVERIFY(!QJsonDocument(tool->inputSchema).toJson().contains("x-mcp-header"));
    }

    void leavesOutDefinitionsThatNothingRefersTo()
    {
        const auto tool = offeredTool(withSchema(
            object("{'type':'object','$schema':'x', 'properties':{'a':{'$ref':'#/$defs/one'}}, "
                   "'$defs':{'one':{'$ref':'#/$defs/two'},'two':{'type':'string'},'three':{}}}")));
        QCOMPARE(tool->inputSchema["$defs"_L1].toObject().keys(),
                 QStringList({u"one"_s, u"two"_s}));
        QVERIFY(tool->inputSchema.contains("$schema"_L1)); // the dialect that it is written in
        // Only for clients: a person approves all of it.
        QVERIFY(tool->definition.contains("three"));
    }

    void keepsEachNameOnceAndNotTooMany()
    {
        QJsonArray list{plainTool(), plainTool()};
        for (int i = 0; i < 250; ++i)
            list.append(plainTool(u"tool"_s + QString::number(i)));
        const ToolOffer offer = offerFrom(list);
        QCOMPARE(offer.tools.size(), 200);
        QCOMPARE(offer.refused.size(), 52);
        QCOMPARE(offer.refused.first(),
                 (RefusedTool{u"echo"_s, u"there is another one with its name"_s}));
    }

    void namesToolsWithin64Characters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("listed");
        QTest::newRow("short") << u"echo"_s << u"srv_echo"_s;
        QTest::newRow("just fits") << QString(60, u'a') << u"srv_"_s + QString(60, u'a');
        QTest::newRow("too long") << QString(61, u'a') << u"srv_"_s + QString(51, u'a') + u"_"_s;
        QTest::newRow("other characters") << u"a/b"_s << u"srv_a_b_"_s;
    }
    void namesToolsWithin64Characters()
    {
        QFETCH(QString, name);
        QFETCH(QString, listed);
        const QString result = listedName(u"srv"_s, name);
        QVERIFY(result.size() <= 64);
        QVERIFY2(result.startsWith(listed), qPrintable(result));
        QCOMPARE(result, listedName(u"srv"_s, name));
    }

    void keepsDifferentNamesApart()
    {
        QVERIFY(listedName(u"s"_s, u"a/b"_s) != listedName(u"s"_s, u"a:b"_s));
        QVERIFY(listedName(u"s"_s, u"a/b"_s) != listedName(u"s"_s, u"a_b"_s));
        QVERIFY(listedName(u"s"_s, QString(99, u'a')) != listedName(u"s"_s, QString(98, u'a')));
    }

    void makesAPrefixOfAnyName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("prefix");
        QTest::newRow("plain") << u"everything"_s << u"everything"_s;
        QTest::newRow("host") << u"mcp.linear.app"_s << u"mcp_linear_app"_s;
        QTest::newRow("words") << u" My  Server! "_s << u"my_server"_s;
        QTest::newRow("nothing of it") << u"服务器"_s << u"mcp"_s;
        QTest::newRow("long") << QString(40, u'a') << QString(24, u'a');
    }
    void makesAPrefixOfAnyName()
    {
        QFETCH(QString, name);
        QTEST(prefixFrom(name), "prefix");
    }
};

QTEST_GUILESS_MAIN(TestOfferedTool)
#include "tst_offeredtool.moc"
