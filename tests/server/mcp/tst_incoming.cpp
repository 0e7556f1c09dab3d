// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/incoming.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::mcp;

class TestIncoming : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEachKindOfMessage();
    void keepsTheIdInItsType_data();
    void keepsTheIdInItsType();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void readsABatchMessageByMessage();
    void refusesABatchOfAnUnusableLength_data();
    void refusesABatchOfAnUnusableLength();
    void writesAnErrorWithoutIdWhenThereIsNone();

private:
    [[nodiscard]] static Incoming parsed(const QByteArray &body)
    {
        const auto result = parseIncoming(body);
        const auto *incoming = std::get_if<Incoming>(&result);
        return incoming ? *incoming : Incoming();
    }
};

void TestIncoming::readsEachKindOfMessage()
{
    const auto request = parsed(R"({"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}})");
    QCOMPARE(request.messages.size(), 1);
    const auto *asRequest = std::get_if<RequestMessage>(&request.messages.first());
    QVERIFY(asRequest);
    QCOMPARE(asRequest->method, u"m"_s);
    QCOMPARE(asRequest->params["a"_L1], QJsonValue(1));
    QVERIFY(request.expectsAnswer());
    QCOMPARE(request.method(), u"m"_s);

    const auto notification = parsed(R"({"jsonrpc":"2.0","method":"n"})");
    QVERIFY(std::holds_alternative<NotificationMessage>(notification.messages.first()));
    QVERIFY(!notification.expectsAnswer());
    QCOMPARE(notification.method(), QString());

    const auto result = parsed(R"({"jsonrpc":"2.0","id":"x","result":{}})");
    QVERIFY(std::holds_alternative<ResponseMessage>(result.messages.first()));
    QVERIFY(!result.expectsAnswer());

    const auto error = parsed(R"({"jsonrpc":"2.0","id":"x","error":{"code":1,"message":"m"}})");
    const auto *asError = std::get_if<ResponseMessage>(&error.messages.first());
    QVERIFY(asError && asError->error);
}

void TestIncoming::keepsTheIdInItsType_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::newRow("number") << "1"_ba;
    QTest::newRow("text") << R"("1")"_ba;
    QTest::newRow("empty text") << R"("")"_ba;
    QTest::newRow("negative") << "-7"_ba;
    QTest::newRow("largest") << "9007199254740992"_ba;
    QTest::newRow("longest") << '"' + QByteArray(256, 'x') + '"';
}

void TestIncoming::keepsTheIdInItsType()
{
    QFETCH(QByteArray, id);
    const auto incoming = parsed(R"({"jsonrpc":"2.0","method":"m","id":)" + id + '}');
    QCOMPARE(incoming.messages.size(), 1);
    const auto *request = std::get_if<RequestMessage>(&incoming.messages.first());
    QVERIFY(request);
    QCOMPARE(resultMessage(request->id, {}), R"({"id":)" + id + R"(,"jsonrpc":"2.0","result":{}})");
}

void TestIncoming::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("knowsTheId");
    const auto row = [](const char *name, const QByteArray &body, int code, bool knowsTheId) {
        QTest::newRow(name) << body << code << knowsTheId;
    };
    row("not JSON", "{", -32700, false);
    row("number too large for a double", R"({"a":1e400})", -32700, false);
    row("key twice", R"({"jsonrpc":"2.0","id":1,"id":2,"method":"m"})", -32600, false);
    row("scalar", "5", -32600, false);
    row("no version", R"({"id":1,"method":"m"})", -32600, true);
    row("other version", R"({"jsonrpc":"1.0","id":1,"method":"m"})", -32600, true);
    row("id null", R"({"jsonrpc":"2.0","id":null,"method":"m"})", -32600, false);
    row("id fraction", R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", -32600, false);
    row("id beyond 2^53", R"({"jsonrpc":"2.0","id":9007199254740994,"method":"m"})", -32600, false);
    row("id list", R"({"jsonrpc":"2.0","id":[1],"method":"m"})", -32600, false);
    row("id too long",
        R"({"jsonrpc":"2.0","method":"m","id":")" + QByteArray(257, 'x') + "\"}",
        -32600,
        false);
    row("method number", R"({"jsonrpc":"2.0","id":1,"method":5})", -32600, true);
    row("method empty", R"({"jsonrpc":"2.0","id":1,"method":""})", -32600, true);
    row("method too long",
        R"({"jsonrpc":"2.0","id":1,"method":")" + QByteArray(129, 'x') + "\"}",
        -32600,
        true);
    row("params list", R"({"jsonrpc":"2.0","id":1,"method":"m","params":[]})", -32602, true);
    row("nothing", R"({"jsonrpc":"2.0","id":1})", -32600, false);
    row("method and result", R"({"jsonrpc":"2.0","id":1,"method":"m","result":{}})", -32600, true);
    row("result and error", R"({"jsonrpc":"2.0","id":1,"result":{},"error":{}})", -32600, false);
    row("response without id", R"({"jsonrpc":"2.0","result":{}})", -32600, false);
    row("result text", R"({"jsonrpc":"2.0","id":1,"result":"x"})", -32600, false);
}

void TestIncoming::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(bool, knowsTheId);
    const auto result = parseIncoming(body);
    const auto *fault = std::get_if<InvalidMessage>(&result);
    QVERIFY(fault);
    QCOMPARE(static_cast<int>(fault->error.code), code);
    QCOMPARE(fault->id.has_value(), knowsTheId);
    QVERIFY(fault->error.message.endsWith(u'.'));
}

void TestIncoming::readsABatchMessageByMessage()
{
    const auto batch =
        parsed(R"([{"jsonrpc":"2.0","method":"n"},{"jsonrpc":"2.0","id":1,"method":"m"},7])");
    QVERIFY(batch.isBatch);
    QCOMPARE(batch.messages.size(), 3);
    QVERIFY(std::holds_alternative<NotificationMessage>(batch.messages[0]));
    QVERIFY(std::holds_alternative<RequestMessage>(batch.messages[1]));
    QVERIFY(std::holds_alternative<InvalidMessage>(batch.messages[2]));
    QCOMPARE(batch.method(), QString());
}

void TestIncoming::refusesABatchOfAnUnusableLength_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << "[]"_ba;
    QTest::newRow("101") << '[' + QByteArray("1,").repeated(100) + "1]";
}

void TestIncoming::refusesABatchOfAnUnusableLength()
{
    QFETCH(QByteArray, body);
    const auto result = parseIncoming(body);
    const auto *fault = std::get_if<InvalidMessage>(&result);
    QVERIFY(fault);
    QCOMPARE(fault->error.code, RpcCode::InvalidRequest);
}

void TestIncoming::writesAnErrorWithoutIdWhenThereIsNone()
{
    const RpcError error{RpcCode::ParseError, u"Bad."_s};
    QCOMPARE(errorMessage({}, error),
             R"({"error":{"code":-32700,"message":"Bad."},"jsonrpc":"2.0"})"_ba);
    QCOMPARE(errorMessage(RequestId(u"a"_s), error),
             R"({"error":{"code":-32700,"message":"Bad."},"id":"a","jsonrpc":"2.0"})"_ba);
}

QTEST_APPLESS_MAIN(TestIncoming)
#include "tst_incoming.moc"
