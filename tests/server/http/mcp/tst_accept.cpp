// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/accept.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead::http;

class TestAccept : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheHeader_data();
    void readsTheHeader();
    void takesEverythingWithoutTheHeader();
    void readsSeveralHeaders();
};

void TestAccept::readsTheHeader_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("json");
    QTest::addColumn<bool>("eventStream");
    QTest::newRow("both") << "application/json, text/event-stream"_ba << true << true;
    QTest::newRow("other case and order")
        << "Text/Event-Stream,APPLICATION/JSON"_ba << true << true;
    QTest::newRow("json") << "application/json"_ba << true << false;
    QTest::newRow("json with a parameter") << "application/json;charset=utf-8"_ba << true << false;
    QTest::newRow("stream") << "text/event-stream"_ba << false << true;
    QTest::newRow("anything") << "*/*"_ba << true << true;
    QTest::newRow("any text") << "text/*;q=0.5"_ba << false << true;
    QTest::newRow("refused by weight")
        << "application/json;q=0, text/event-stream;q=1"_ba << false << true;
    QTest::newRow("html") << "text/html"_ba << false << false;
    QTest::newRow("empty") << ""_ba << false << false;
    QTest::newRow("longer name") << "application/json-seq"_ba << false << false;
}

void TestAccept::readsTheHeader()
{
    QFETCH(QByteArray, value);
    QFETCH(bool, json);
    QFETCH(bool, eventStream);
    Request request;
    request.headers = {{"accept", value}};
    QCOMPARE(acceptOf(request).json, json);
    QCOMPARE(acceptOf(request).eventStream, eventStream);
}

void TestAccept::takesEverythingWithoutTheHeader()
{
    QVERIFY(acceptOf({}) == (Accept{true, true}));
}

void TestAccept::readsSeveralHeaders()
{
    Request request;
    request.headers = {{"accept", "application/json"}, {"accept", "text/event-stream"}};
    QVERIFY(acceptOf(request) == (Accept{true, true}));
}

QTEST_APPLESS_MAIN(TestAccept)
#include "tst_accept.moc"
