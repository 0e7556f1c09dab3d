// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/message.h"
#include "server/mcp/jsonrpc/rawmember.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::mcp;

class TestRawMember : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheBytesOfAValue_data();
    void findsTheBytesOfAValue();
    void endsOnWhatIsNoJson_data();
    void endsOnWhatIsNoJson();
    void putsBytesIntoAMessage();
};

void TestRawMember::findsTheBytesOfAValue_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("number") << R"({"a":{"b":12345678901234567890}})"_ba
                            << "12345678901234567890"_ba;
    QTest::newRow("order") << R"({"a":{"b":{"z":1.0,"a":[1,{"b":2}]}}})"_ba
                           << R"({"z":1.0,"a":[1,{"b":2}]})"_ba;
    QTest::newRow("spaces") << " { \"x\" : 1 ,\n\"a\" : { \"c\":[ ] , \"b\" : [ 1 , 2 ] \n} } "_ba
                            << "[ 1 , 2 ]"_ba;
    QTest::newRow("brackets in texts") << R"({"x":"}\"]{","a":{"c":"\\","b":"a}\",b"}})"_ba
                                       << R"("a}\",b")"_ba;
    QTest::newRow("word") << R"({"a":{"b":null}})"_ba
                          << "null"_ba;
    QTest::newRow("deeper one of that name") << R"({"c":{"a":{"b":1}},"a":{"b":2}})"_ba
                                             << "2"_ba;
    QTest::newRow("missing") << R"({"a":{"c":1}})"_ba
                             << ""_ba;
    QTest::newRow("empty") << "{}"_ba
                           << ""_ba;
    QTest::newRow("no object") << R"({"a":[{"b":1}]})"_ba
                               << ""_ba;
    QTest::newRow("escaped name") << R"({"a":{"\u0062":1}})"_ba
                                  << ""_ba;
    QTest::newRow("nothing") << ""_ba
                             << ""_ba;
}

void TestRawMember::findsTheBytesOfAValue()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, expected);
    QCOMPARE(rawMember(json, {"a"_L1, "b"_L1}), expected);
}

void TestRawMember::endsOnWhatIsNoJson_data()
{
    QTest::addColumn<QByteArray>("json");
    const QByteArray good = R"({"x":"\"}","a":{"c":[1,{"d":"e"}],"b":{"f":[1,2,3]}}})";
    for (qsizetype size = 0; size < good.size(); ++size)
        QTest::addRow("%d bytes", int(size)) << good.first(size);
}

void TestRawMember::endsOnWhatIsNoJson()
{
    QFETCH(QByteArray, json);
    QVERIFY(rawMember(json, {"a"_L1, "b"_L1}).size() <= json.size());
}

void TestRawMember::putsBytesIntoAMessage()
{
    const QByteArray arguments = R"({"z":12345678901234567890,"a":1.0})";
    const QByteArray request = requestMessage(
        RequestId(7), u"tools/call"_s, {{u"name"_s, u"t"_s}, {u"arguments"_s, 1}}, arguments);
    QVERIFY(request.contains("\"arguments\":" + arguments));
    const auto read = QJsonDocument::fromJson(request).object();
    QCOMPARE(read["method"_L1], QJsonValue(u"tools/call"_s));
    QCOMPARE(read["params"_L1]["name"_L1], QJsonValue(u"t"_s));
    QCOMPARE(rawMember(request, {"params"_L1, "arguments"_L1}), arguments);

    const QByteArray result = resultMessage(RequestId(7), {}, arguments);
    QCOMPARE(result,
             R"({"result":{"structuredContent":)" + arguments + R"(},"id":7,"jsonrpc":"2.0"})");
}

QTEST_APPLESS_MAIN(TestRawMember)
#include "tst_rawmember.moc"
