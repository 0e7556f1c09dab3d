// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/rawclient.h"
#include "tests/server/http/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOneRequestAfterTheOther()
    {
        TestServer server;
        RawClient client(server.port());
        for (int i = 0; i < 3; ++i) {
            client.post("/echo"_ba, "[" + QByteArray::number(i) + "]", goodJson);
            const auto response = client.response();
            QVERIFY(response);
            QCOMPARE(response->status, 200);
            QCOMPARE(response->body, "[" + QByteArray::number(i) + "]");
            QCOMPARE(response->field("Connection"_ba), "keep-alive"_ba);
        }
        QCOMPARE(server.server.connectionCount(), 1);
    }

    void closesWhenTheClientAsksForIt()
    {
        TestServer server;
        RawClient client(server.port());
        client.get("/health"_ba, "Connection: close\r\n"_ba);
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->field("Connection"_ba), "close"_ba);
        QVERIFY(client.waitForEnd());
        QTRY_COMPARE(server.server.connectionCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_httpserver.moc"
