// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/jsoncheck.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::mcp;

Q_DECLARE_METATYPE(fairlead::mcp::RpcCode)

class TestJsonCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsJson_data();
    void acceptsJson();
    void refusesWhatIsNotJson_data();
    void refusesWhatIsNotJson();
    void refusesKeysGivenTwice_data();
    void refusesKeysGivenTwice();
    void keepsToItsLimits_data();
    void keepsToItsLimits();
    void saysWhereTheFaultIs();
};

void TestJsonCheck::acceptsJson_data()
{
    QTest::addColumn<QByteArray>("json");
    const QList<QByteArray> texts{
        "{}",
        "[]",
        " \t\r\n{ \"a\" : [ 1 , 2 ] } \n",
        R"({"a":{"a":1},"b":[{"a":1},{"a":2}]})",
        R"(["\"\\\/\b\f\n\r\t\u0041"])",
        R"(["\ud83d\ude00"])",
        "[\"\xF0\x9F\x98\x80 \xC3\xA4 \xED\x9F\xBF \xEE\x80\x80 \x7F\"]",
        "[0,-0,1,-1,10,0.5,-0.25e10,1E+2,1e-2,123456789012345678901234567890]",
        "[true,false,null]",
        "5",
        "\"text\"",
        R"({"":1})",
    };
    for (qsizetype i = 0; i < texts.size(); ++i)
        QTest::addRow("%d", static_cast<int>(i)) << texts[i];
}

void TestJsonCheck::acceptsJson()
{
    QFETCH(QByteArray, json);
    const auto error = checkJson(json);
    QVERIFY2(!error, qPrintable(error ? error->message : QString()));
}

void TestJsonCheck::refusesWhatIsNotJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << ""_ba;
    QTest::newRow("spaces") << "  "_ba;
    QTest::newRow("word") << "hello"_ba;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBF{}"_ba;
    QTest::newRow("not closed") << R"({"a":1)"_ba;
    QTest::newRow("only open") << "["_ba;
    QTest::newRow("closed wrongly") << "[1}"_ba;
    QTest::newRow("closed too often") << "[]]"_ba;
    QTest::newRow("text not closed") << R"(["a)"_ba;
    QTest::newRow("two values") << "{} {}"_ba;
    QTest::newRow("comma at the end of a list") << "[1,]"_ba;
    QTest::newRow("comma at the end of an object") << R"({"a":1,})"_ba;
    QTest::newRow("comma at the start") << "[,1]"_ba;
    QTest::newRow("no comma") << "[1 2]"_ba;
    QTest::newRow("no colon") << R"({"a" 1})"_ba;
    QTest::newRow("no key") << R"({1:1})"_ba;
    QTest::newRow("no value") << R"({"a":})"_ba;
    QTest::newRow("single quotes") << "{'a':1}"_ba;
    QTest::newRow("comment") << "[1]//x"_ba;
    QTest::newRow("1.") << "[1.]"_ba;
    QTest::newRow(".5") << "[.5]"_ba;
    QTest::newRow("+1") << "[+1]"_ba;
    QTest::newRow("01") << "[01]"_ba;
    QTest::newRow("-") << "[-]"_ba;
    QTest::newRow("1e") << "[1e]"_ba;
    QTest::newRow("0x1") << "[0x1]"_ba;
    QTest::newRow("NaN") << "[NaN]"_ba;
    QTest::newRow("Infinity") << "[-Infinity]"_ba;
    QTest::newRow("True") << "[True]"_ba;
    QTest::newRow("nul") << "[nul]"_ba;
    QTest::newRow("unknown escape") << R"(["\x41"])"_ba;
    QTest::newRow("short escape") << R"(["\u41"])"_ba;
    QTest::newRow("escape at the end") << R"(["\)"_ba;
    QTest::newRow("high surrogate alone") << R"(["\ud83d"])"_ba;
    QTest::newRow("high surrogate and letter") << R"(["\ud83dA"])"_ba;
    QTest::newRow("two high surrogates") << R"(["\ud83d\ud83d"])"_ba;
    QTest::newRow("low surrogate alone") << R"(["\ude00"])"_ba;
    QTest::newRow("raw newline") << "[\"a\nb\"]"_ba;
    QTest::newRow("raw NUL") << QByteArray("[\"a\0b\"]", 7);
    QTest::newRow("NUL outside") << QByteArray("[\0]", 3);
    QTest::newRow("lone continuation byte") << "[\"\x80\"]"_ba;
    QTest::newRow("overlong") << "[\"\xC0\xAF\"]"_ba;
    QTest::newRow("surrogate in UTF-8") << "[\"\xED\xA0\x80\"]"_ba;
    QTest::newRow("beyond Unicode") << "[\"\xF4\x90\x80\x80\"]"_ba;
    QTest::newRow("cut UTF-8") << "[\"\xE2\x82"_ba;
    QTest::newRow("broken UTF-8") << "[\"\xE2\x82x\"]"_ba;
    QTest::newRow("fault in a key") << R"({"\x":1})"_ba;
}

void TestJsonCheck::refusesWhatIsNotJson()
{
    QFETCH(QByteArray, json);
    const auto error = checkJson(json);
    QVERIFY(error);
    QCOMPARE(error->code, RpcCode::ParseError);
}

void TestJsonCheck::refusesKeysGivenTwice_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("plain") << R"({"a":1,"a":1})"_ba;
    QTest::newRow("apart") << R"({"a":1,"b":{},"a":2})"_ba;
    QTest::newRow("deep") << R"({"x":[{"y":{"a":1,"a":2}}]})"_ba;
    QTest::newRow("escaped") << R"({"a":1,"\u0061":2})"_ba;
    QTest::newRow("escaped pair") << "{\"\xF0\x9F\x98\x80\":1,\"\\uD83D\\uDE00\":2}"_ba;
    QTest::newRow("empty") << R"({"":1,"":2})"_ba;
}

void TestJsonCheck::refusesKeysGivenTwice()
{
    QFETCH(QByteArray, json);
    const auto error = checkJson(json);
    QVERIFY(error);
    QCOMPARE(error->code, RpcCode::InvalidRequest);
}

void TestJsonCheck::keepsToItsLimits_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("accepted");
    QTest::addColumn<RpcCode>("code");
    QTest::newRow("64 deep") << QByteArray(64, '[') + QByteArray(64, ']') << true
                             << RpcCode::ParseError;
    QTest::newRow("65 deep") << QByteArray(65, '[') + QByteArray(65, ']') << false
                             << RpcCode::ParseError;
    QTest::newRow("100,000 values")
        << '[' + QByteArray("1,").repeated(99'998) + "1]" << true << RpcCode::InvalidRequest;
    QTest::newRow("100,001 values")
        << '[' + QByteArray("1,").repeated(99'999) + "1]" << false << RpcCode::InvalidRequest;
    constexpr qsizetype limit = qsizetype(4) * 1024 * 1024;
    QTest::newRow("4 MiB") << '"' + QByteArray(limit - 2, 'x') + '"' << true << RpcCode::ParseError;
    QTest::newRow("4 MiB and a byte")
        << '"' + QByteArray(limit - 1, 'x') + '"' << false << RpcCode::ParseError;
}

void TestJsonCheck::keepsToItsLimits()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, accepted);
    QFETCH(RpcCode, code);
    const auto error = checkJson(json);
    QCOMPARE(!error, accepted);
    if (error)
        QCOMPARE(error->code, code);
}

void TestJsonCheck::saysWhereTheFaultIs()
{
    const auto error = checkJson(R"({"a":tru})");
    QVERIFY(error);
    QCOMPARE(error->message, u"A value is missing (at byte 5)."_s);
}

QTEST_APPLESS_MAIN(TestJsonCheck)
#include "tst_jsoncheck.moc"
