// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/version.h"
#include "tests/server/mcp/sessiondriver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::mcp;

/** The life of a session and what is answered at once. */
class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnARevision_data();
    void agreesOnARevision();
    void introducesItself();
    void tellsWhoTheClientIs();
    void refusesAnInitializeThatCannotBeUsed_data();
    void refusesAnInitializeThatCannotBeUsed();
    void answersNothingButPingBeforeInitialize_data();
    void answersNothingButPingBeforeInitialize();
    void answers_data();
    void answers();
    void ignoresWhatNeedsNoAnswer_data();
    void ignoresWhatNeedsNoAnswer();
    void takesBatchesInOneRevisionOnly_data();
    void takesBatchesInOneRevisionOnly();
    void answersEachMessageOfABatch();
    void listsToolsPageByPage();
};

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

void TestSession::agreesOnARevision_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QString>("agreed");
    for (const QString &name : sessionRevisionNames())
        QTest::newRow(qPrintable(name)) << name << name;
    QTest::newRow("newer") << u"2026-07-28"_s << u"2025-11-25"_s;
    QTest::newRow("unknown") << u"1.0"_s << u"2025-11-25"_s;
}

void TestSession::agreesOnARevision()
{
    QFETCH(QString, wanted);
    QFETCH(QString, agreed);
    SessionDriver driver;
    const QJsonValue result = parsed(driver.answer(SessionDriver::initialize(wanted)))["result"_L1];
    QCOMPARE(result["protocolVersion"_L1].toString(), agreed);
    QCOMPARE(revisionName(driver.session->revision()), agreed);
    QVERIFY(driver.session->isInitialized());
}

void TestSession::introducesItself()
{
    const auto version = QString::fromLatin1(fairlead::version);
    const QJsonObject info{{u"name"_s, u"fairlead"_s}, {u"version"_s, version}};
    SessionDriver older;
    const QJsonValue old =
        parsed(older.answer(SessionDriver::initialize(u"2025-03-26"_s)))["result"_L1];
    QCOMPARE(old["serverInfo"_L1].toObject(), info);
    QCOMPARE(old["capabilities"_L1].toObject(),
             (QJsonObject{{u"logging"_s, QJsonObject()}, {u"tools"_s, QJsonObject()}}));
    QCOMPARE(old["instructions"_L1].toString(), u"Ask for Jira."_s);

    SessionDriver newer;
    const auto fresh =
        parsed(newer.answer(SessionDriver::initialize(u"2025-06-18"_s)))["result"_L1];
    QCOMPARE(fresh["serverInfo"_L1]["title"_L1].toString(), u"Fairlead"_s);
}

void TestSession::tellsWhoTheClientIs()
{
    SessionDriver driver;
    QSignalSpy spy(driver.session.get(), &Session::initialized);
    driver.send(SessionDriver::request("1",
                                       "initialize",
                                       R"({"protocolVersion":"2025-06-18",
            "clientInfo":{"name":"Cur\nsor\u202e","version":"1.2"}})"));
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toString(), u"Cur sor 1.2"_s);
    driver.send(SessionDriver::callOf("2", "echo"));
    QCOMPARE(driver.tools.lastCaller().clientName, u"Cur sor 1.2"_s);
    QCOMPARE(driver.tools.lastCaller().keyId, u"key_1"_s);
}

void TestSession::refusesAnInitializeThatCannotBeUsed_data()
{
    QTest::addColumn<QByteArray>("params");
    QTest::newRow("no version") << "{}"_ba;
    QTest::newRow("version number") << R"({"protocolVersion":1})"_ba;
    QTest::newRow("client text") << R"({"protocolVersion":"2025-06-18","clientInfo":"x"})"_ba;
    QTest::newRow("capabilities") << R"({"protocolVersion":"2025-06-18","capabilities":[]})"_ba;
}

void TestSession::refusesAnInitializeThatCannotBeUsed()
{
    QFETCH(QByteArray, params);
    SessionDriver driver;
    const auto error = parsed(driver.answer(SessionDriver::request("1", "initialize", params)));
    QCOMPARE(error["error"_L1]["code"_L1].toInt(), -32602);
    QVERIFY(!driver.session->isInitialized());
}

void TestSession::answersNothingButPingBeforeInitialize_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("code");
    QTest::newRow("ping") << "ping"_ba << 0;
    QTest::newRow("tools/list") << "tools/list"_ba << -32600;
    QTest::newRow("tools/call") << "tools/call"_ba << -32600;
    QTest::newRow("unknown") << "server/discover"_ba << -32600;
}

void TestSession::answersNothingButPingBeforeInitialize()
{
    QFETCH(QByteArray, method);
    QFETCH(int, code);
    SessionDriver driver;
    const auto answer = parsed(driver.answer(SessionDriver::request("1", method)));
    QCOMPARE(answer["error"_L1]["code"_L1].toInt(), code);
    QCOMPARE(answer.contains("result"_L1), code == 0);
}

void TestSession::answers_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char *name, const QByteArray &body, const QByteArray &answer) {
        QTest::newRow(name) << body << answer;
    };
    const auto error = [](const QByteArray &id, int code, const QByteArray &message) {
        return R"({"error":{"code":)" + QByteArray::number(code) + R"(,"message":")" + message
            + R"("},"id":)" + id + R"(,"jsonrpc":"2.0"})";
    };
    row("ping", SessionDriver::request("1", "ping"), R"({"id":1,"jsonrpc":"2.0","result":{}})");
    row("call",
        SessionDriver::callOf(R"("a")", "echo", R"(,"arguments":{"text":"hi"})"),
        R"({"id":"a","jsonrpc":"2.0","result":{"content":[{"text":"hi","type":"text"}]}})");
    row("call without arguments",
        SessionDriver::callOf("2", "echo", R"(,"arguments":null)"),
        R"({"id":2,"jsonrpc":"2.0","result":{"content":[{"text":"","type":"text"}]}})");
    row("failing tool",
        SessionDriver::callOf("3", "fail"),
        R"({"id":3,"jsonrpc":"2.0","result":{"content":[{"text":"Jira did not answer.","type":"text"}],"isError":true}})");
    row("throwing tool",
        SessionDriver::callOf("4", "throw"),
        error("4", -32603, "Fairlead made a mistake. Its log says more."));
    row("unknown tool",
        SessionDriver::callOf("5", "nope"),
        error("5", -32602, "Unknown tool: nope"));
    row("no tool name",
        SessionDriver::request("6", "tools/call"),
        error("6", -32602, R"(tools/call needs a \"name\".)"));
    row("arguments as a list",
        SessionDriver::callOf("7", "echo", R"(,"arguments":[])"),
        error("7", -32602, R"(\"arguments\" must be an object.)"));
    row("unknown method",
        SessionDriver::request("8", "tools/forget"),
        error("8", -32601, "Unknown method: tools/forget"));
    row("second initialize",
        SessionDriver::initialize(u"2025-06-18"_s),
        error("0", -32600, "The session is initialized already."));
    row("unknown cursor",
        SessionDriver::request("9", "tools/list", R"({"cursor":"bm8"})"),
        error("9", -32602, "Unknown cursor. Start the list anew."));
    row("cursor of another type",
        SessionDriver::request("9", "tools/list", R"({"cursor":5})"),
        error("9", -32602, "Unknown cursor. Start the list anew."));
}

void TestSession::answers()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, answer);
    SessionDriver driver(u"2025-06-18"_s);
    QCOMPARE(driver.answer(body), answer);
}

void TestSession::ignoresWhatNeedsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("initialized") << R"({"jsonrpc":"2.0","method":"notifications/initialized"})"_ba;
    QTest::newRow("roots") << R"({"jsonrpc":"2.0","method":"notifications/roots/list_changed"})"_ba;
    QTest::newRow("unknown")
        << R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"wait"}})"_ba;
    QTest::newRow("cancel of nothing")
        << R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}})"_ba;
    QTest::newRow("malformed cancel")
        << R"({"jsonrpc":"2.0","method":"notifications/cancelled"})"_ba;
    QTest::newRow("response") << R"({"jsonrpc":"2.0","id":1,"result":{}})"_ba;
}

void TestSession::ignoresWhatNeedsNoAnswer()
{
    QFETCH(QByteArray, body);
    SessionDriver driver(u"2025-06-18"_s);
    driver.send(body);
    QVERIFY(!driver.refusal());
    QVERIFY(driver.takeMessages().isEmpty());
    QVERIFY(driver.session->isInitialized());
    QCOMPARE(driver.tools.waitingCount(), size_t(0));
}

void TestSession::takesBatchesInOneRevisionOnly_data()
{
    QTest::addColumn<QString>("revision");
    QTest::addColumn<bool>("taken");
    QTest::newRow("none yet") << QString() << false;
    for (const QString &name : sessionRevisionNames())
        QTest::newRow(qPrintable(name)) << name << (name == "2025-03-26"_L1);
}

void TestSession::takesBatchesInOneRevisionOnly()
{
    QFETCH(QString, revision);
    QFETCH(bool, taken);
    SessionDriver driver(revision);
    driver.send('[' + SessionDriver::request("1", "ping") + ']');
    QCOMPARE(!driver.refusal(), taken);
    QCOMPARE(driver.takeMessages().size(), taken ? 1 : 0);
    if (!taken)
        QCOMPARE(driver.refusal()->code, RpcCode::InvalidRequest);
}

void TestSession::answersEachMessageOfABatch()
{
    SessionDriver driver(u"2025-03-26"_s);
    const OriginId origin = driver.send('[' + SessionDriver::request("1", "ping") + ','
                                        + SessionDriver::callOf("2", "wait")
                                        + R"(,{"jsonrpc":"2.0","method":"notifications/x"},7])");
    auto messages = driver.takeMessages();
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].json, R"({"id":1,"jsonrpc":"2.0","result":{}})"_ba);
    QCOMPARE(parsed(messages[1].json)["error"_L1]["code"_L1].toInt(), -32600);
    QVERIFY(driver.takeFinished().isEmpty());

    driver.tools.waiting(0).finish(tools::ToolResult::fromText(u"late"_s));
    messages = driver.takeMessages();
    QCOMPARE(messages.size(), 1);
    QCOMPARE(messages[0].origin, origin);
    QCOMPARE(driver.takeFinished(), QList{origin});
}

void TestSession::listsToolsPageByPage()
{
    SessionDriver driver(u"2025-06-18"_s);
    driver.profile.toolsPerPage = 2;
    driver.tools.addNames({u"x.y"_s});
    QStringList names;
    QByteArray params = "{}";
    int pages = 0;
    while (!params.isEmpty()) {
        const auto answer = driver.answer(SessionDriver::request("1", "tools/list", params));
        const QJsonValue result = parsed(answer)["result"_L1];
        const QJsonArray page = result["tools"_L1].toArray();
        QVERIFY(page.size() <= 2);
        for (const QJsonValue tool : page)
            names.append(tool["name"_L1].toString());
        const QString cursor = result["nextCursor"_L1].toString();
        params = cursor.isEmpty() ? QByteArray() : R"({"cursor":")" + cursor.toUtf8() + "\"}";
        QVERIFY(++pages <= 3);
    }
    QCOMPARE(pages, 3);
    QCOMPARE(names, (QStringList{u"echo"_s, u"fail"_s, u"throw"_s, u"wait"_s, u"x.y"_s}));
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
