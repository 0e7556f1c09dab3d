// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/rpcline.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::ctl;

class TestRpcLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatALineIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<RpcLine::Kind>("kind");
        QTest::addColumn<QByteArrayList>("ids");
        QTest::newRow("request") << R"({"id":1,"method":"ping"})"_ba << RpcLine::Kind::Request
                                 << QByteArrayList{"1"_ba};
        QTest::newRow("notification") << R"({"method":"notifications/x"})"_ba
                                      << RpcLine::Kind::Notification << QByteArrayList();
        QTest::newRow("result") << R"({"id":1,"result":{}})"_ba << RpcLine::Kind::Response
                                << QByteArrayList();
        QTest::newRow("error") << R"({"id":1,"error":{}})"_ba << RpcLine::Kind::Response
                               << QByteArrayList();
        QTest::newRow("batch")
            << R"([{"id":1,"method":"a"},{"method":"b"},{"id":"c","method":"c"},{"id":4,"result":{}}])"_ba
            << RpcLine::Kind::Batch << QByteArrayList{"1"_ba, R"("c")"_ba};
        QTest::newRow("a key with an escape")
            << R"({"\u0069d":"x","method":"ping"})"_ba << RpcLine::Kind::Request
            << QByteArrayList{R"("x")"_ba};
    }

    void tellsWhatALineIs()
    {
        QFETCH(QByteArray, bytes);
        const auto line = RpcLine::parse(bytes);
        QVERIFY(line.has_value());
        QTEST(line->kind, "kind");
        QTEST(line->requestIds, "ids");
        QCOMPARE(line->bytes, bytes);
    }

    void refusesWhatIsNoMessage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("words") << "hello"_ba << ErrorCode::InvalidData;
        QTest::newRow("cut") << "{\"id\":1,\"method\":\"pi"_ba << ErrorCode::InvalidData;
        QTest::newRow("two") << "{}{}"_ba << ErrorCode::InvalidData;
        QTest::newRow("an empty object") << "{}"_ba << ErrorCode::InvalidInput;
        QTest::newRow("a method that is no text")
            << R"({"method":1})"_ba << ErrorCode::InvalidInput;
    }

    void refusesWhatIsNoMessage()
    {
        QFETCH(QByteArray, bytes);
        const auto line = RpcLine::parse(bytes);
        QVERIFY(!line);
        QTEST(line.error().code, "code");
    }

    void knowsRequestsThatStandForThemselves()
    {
        const auto named = RpcLine::parse(
            R"({"id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}})"_ba);
        QVERIFY(named->isStateless());
        QCOMPARE(named->revision, u"2026-07-28"_s);
        QVERIFY(RpcLine::parse(R"({"id":1,"method":"server/discover"})"_ba)->isStateless());
        QVERIFY(!RpcLine::parse(R"({"id":1,"method":"tools/list"})"_ba)->isStateless());
    }

    void repeatsReadsOnly()
    {
        QVERIFY(RpcLine::parse(R"({"id":1,"method":"tools/list"})"_ba)->isRepeatable());
        QVERIFY(!RpcLine::parse(R"({"id":1,"method":"tools/call"})"_ba)->isRepeatable());
        QVERIFY(!RpcLine::parse(R"({"id":1,"method":"something/new"})"_ba)->isRepeatable());
        QVERIFY(!RpcLine::parse(R"([{"id":1,"method":"tools/list"}])"_ba)->isRepeatable());
    }

    void comparesIdsByTypeAndValue()
    {
        QCOMPARE(comparableId(1), comparableId(1.0));
        QVERIFY(comparableId(1) != comparableId(u"1"_s));
    }

    void writesAnErrorForTheIdAsItWasWritten()
    {
        const QByteArray line =
            errorLine("99999999999999999999", BridgeCode::Unavailable, u"“No”\n"_s);
        QVERIFY(line.startsWith(
            R"({"jsonrpc":"2.0","id":99999999999999999999,"error":{"code":-32000,)"));
        QVERIFY(!line.contains('\n'));
        QCOMPARE(QJsonDocument::fromJson(line)["error"_L1]["message"_L1].toString(), u"“No”\n"_s);
        QVERIFY(errorLine({}, BridgeCode::ParseError, {}).contains(R"("id":null)"));
    }

    void putsAMessageOnOneLine()
    {
        QCOMPARE(onOneLine("{\n \"a\": \"x\\n\"\r\n}\n"_ba), "{  \"a\": \"x\\n\"  }"_ba);
    }
};

QTEST_GUILESS_MAIN(TestRpcLine)
#include "tst_rpcline.moc"
