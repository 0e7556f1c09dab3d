// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/rawclient.h"
#include "tests/server/http/testserver.h"

#include <QLoggingCategory>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;

namespace {

QByteArray requestWith(const QByteArray &path, const QByteArray &lines)
{
    return "GET " + path + " HTTP/1.1\r\n" + lines + "\r\n\r\n";
}

QByteArrayList &logged()
{
    static QByteArrayList lines;
    return lines;
}

void keepLog(QtMsgType, const QMessageLogContext &, const QString &message)
{
    logged().append(message.toUtf8());
}

} // namespace

/** What keeps web pages, rebinding names and crafted requests out, on a real connection. */
class TestHttpDefence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOnlyToItsOwnHosts_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<int>("status");
        QTest::newRow("IPv4") << "Host: 127.0.0.1:PORT"_ba << 0;
        QTest::newRow("name") << "Host: localhost:PORT"_ba << 0;
        QTest::newRow("name in capitals") << "Host: LOCALHOST:PORT"_ba << 0;
        QTest::newRow("IPv6") << "Host: [::1]:PORT"_ba << 0;
        QTest::newRow("rebound name") << "Host: evil.example:PORT"_ba << 421;
        QTest::newRow("trailing dot") << "Host: localhost.:PORT"_ba << 421;
        QTest::newRow("no port") << "Host: 127.0.0.1"_ba << 421;
        QTest::newRow("other port") << "Host: 127.0.0.1:1"_ba << 421;
        QTest::newRow("zero before the port") << "Host: 127.0.0.1:0PORT"_ba << 421;
        QTest::newRow("user") << "Host: a@127.0.0.1:PORT"_ba << 421;
        QTest::newRow("any address") << "Host: 0.0.0.0:PORT"_ba << 421;
        QTest::newRow("short address") << "Host: 127.1:PORT"_ba << 421;
        QTest::newRow("mapped address") << "Host: [::ffff:127.0.0.1]:PORT"_ba << 421;
        QTest::newRow("long form") << "Host: [0:0:0:0:0:0:0:1]:PORT"_ba << 421;
        QTest::newRow("words") << "Host: a b"_ba << 421;
        QTest::newRow("a proxy's name") << "Host: fairlead.example"_ba << 0;
        QTest::newRow("a proxy's name with a port") << "Host: fairlead.example:PORT"_ba << 421;
        QTest::newRow("a proxy's name within another") << "Host: x.fairlead.example"_ba << 421;
        QTest::newRow("a page of the proxy")
            << "Host: fairlead.example\r\nOrigin: https://fairlead.example"_ba << 403;
        QTest::newRow("empty") << "Host:"_ba << 400;
        QTest::newRow("two hosts") << "Host: 127.0.0.1:PORT\r\nHost: 127.0.0.1:PORT"_ba << 400;
        QTest::newRow("none") << "X: y"_ba << 400;
        QTest::newRow("foreign origin")
            << "Host: 127.0.0.1:PORT\r\nOrigin: http://evil.example"_ba << 403;
        QTest::newRow("null") << "Host: 127.0.0.1:PORT\r\nOrigin: null"_ba << 403;
        QTest::newRow("empty origin") << "Host: 127.0.0.1:PORT\r\nOrigin:"_ba << 403;
        QTest::newRow("other port of ours")
            << "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:1"_ba << 403;
        QTest::newRow("https") << "Host: 127.0.0.1:PORT\r\nOrigin: https://127.0.0.1:PORT"_ba
                               << 403;
        QTest::newRow("two origins")
            << "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT\r\nOrigin: null"_ba << 400;
        QTest::newRow("own origin")
            << "Host: 127.0.0.1:PORT\r\nOrigin: http://127.0.0.1:PORT"_ba << 0;
        QTest::newRow("own origin by name")
            << "Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:PORT"_ba << 0;
        QTest::newRow("added origin")
            << "Host: 127.0.0.1:PORT\r\nOrigin: http://localhost:6274"_ba << 0;
    }
    void answersOnlyToItsOwnHosts()
    {
        QFETCH(QByteArray, lines);
        QFETCH(int, status);
        TestServer server;
        server.server.setAllowedOrigins({"http://localhost:6274"_ba});
        server.server.setAllowedHosts({"fairlead.example"_ba});
        lines.replace("PORT", QByteArray::number(server.port()));
        const QList<QPair<QByteArray, int>> routes{{"/health"_ba, 200},
                                                   {"/callback"_ba, 200},
                                                   {"/stream"_ba, 401},
                                                   {"/echo"_ba, 405},
                                                   {"/api/x"_ba, 405},
                                                   {"/nothing"_ba, 404}};
        for (const auto &[path, otherwise] : routes) {
            RawClient client(server.port());
            client.send(requestWith(path, lines));
            const auto response = client.response();
            QVERIFY(response);
            QCOMPARE(response->status, status == 0 ? otherwise : status);
            checkFields(*response);
        }
        if (status != 0)
            QCOMPARE(server.handled, 0);
    }

    void refusesPreflights()
    {
        TestServer server;
        for (const QByteArray &path : {"/health"_ba, "/echo"_ba, "/nothing"_ba}) {
            for (const QByteArray &origin :
                 {QByteArray("http://evil.example"),
                  "http://127.0.0.1:" + QByteArray::number(server.port())}) {
                RawClient client(server.port());
                client.send("OPTIONS " + path + " HTTP/1.1\r\nHost: " + client.host()
                            + "\r\nOrigin: " + origin
                            + "\r\nAccess-Control-Request-Method: POST\r\n\r\n");
                const auto response = client.response();
                QVERIFY(response);
                QCOMPARE(response->status, origin.contains("evil") ? 403 : 405);
                checkFields(*response);
            }
        }
    }

    void refusesCraftedRequests_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::newRow("fields that hide the others") << "GET /health HTTP/1.1\r\nHost: HOST\r\n"
                + QByteArray("Xn: 1\r\n").repeated(100)
                + "Origin: http://evil\r\n\r\n" << 431;
        QTest::newRow("bad name") << "GET /health HTTP/1.1\r\nHost: HOST\r\nBad Name: 1\r\n\r\n"_ba
                                  << 400;
        QTest::newRow("bare line feeds") << "GET /health HTTP/1.1\nHost: HOST\n\n"_ba << 400;
        QTest::newRow("web socket")
            << "GET /health HTTP/1.1\r\nHost: HOST\r\nUpgrade: websocket\r\n"
               "Connection: Upgrade\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAA"
               "AA==\r\nSec-WebSocket-Version: 13\r\n\r\n"_ba
            << 400;
        QTest::newRow("smuggling by length")
            << "POST /echo HTTP/1.1\r\nHost: HOST\r\nContent-Length: -1\r\n\r\nGET /health "
               "HTTP/1.1\r\nHost: HOST\r\n\r\n"_ba
            << 400;
        QTest::newRow("smuggling by trailer")
            << "POST /echo HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nXXGET "
               "/health HTTP/1.1\r\nHost: HOST\r\n\r\n"_ba
            << 400;
        QTest::newRow("two requests in one piece")
            << "GET /health HTTP/1.1\r\nHost: HOST\r\n\r\nGET /health HTTP/1.1\r\nHost: "
               "HOST\r\n\r\n"_ba
            << 400;
        QTest::newRow("another host as the path")
            << "GET //evil/api HTTP/1.1\r\nHost: HOST\r\n\r\n"_ba << 400;
        QTest::newRow("absolute form")
            << "GET http://HOST/health HTTP/1.1\r\nHost: HOST\r\n\r\n"_ba << 400;
        QTest::newRow("unknown method") << "BREW /health HTTP/1.1\r\nHost: HOST\r\n\r\n"_ba << 501;
        QTest::newRow("TLS") << "\x16\x03\x01\x02\x00"_ba << 400;
    }
    void refusesCraftedRequests()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        TestServer server;
        RawClient client(server.port());
        client.send(request.replace("HOST", client.host()));
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, status);
        checkFields(*response);
        QVERIFY(client.waitForEnd());
        QCOMPARE(client.rest(), QByteArray());
        QCOMPARE(server.handled, 0);
    }

    void readsTheOfferOfHttp2AsHttp1()
    {
        TestServer server;
        RawClient client(server.port());
        client.get(
            "/health"_ba,
            "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: A\r\n"_ba);
        QCOMPARE(client.response()->status, 200);
        QCOMPARE(server.handled, 1);
    }

    void sendsNoInjectedField_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("line break in a value") << "name=X-A&value=b%0d%0aX-Injected:%201"_ba;
        QTest::newRow("line feed in a value") << "name=X-A&value=b%0aX-Injected:%201"_ba;
        QTest::newRow("NUL in a value") << "name=X-A&value=b%00X-Injected:%201"_ba;
        QTest::newRow("line break in a name") << "name=X-Injected:%201%0d%0aX-A&value=b"_ba;
        QTest::newRow("empty name") << "name=&value=X-Injected"_ba;
        QTest::newRow("other origins") << "name=Access-Control-Allow-Origin&value=X-Injected"_ba;
        QTest::newRow("other origins, in capitals")
            << "name=ACCESS-CONTROL-ALLOW-ORIGIN&value=X-Injected"_ba;
        QTest::newRow("length") << "name=content-length&value=1"_ba;
        QTest::newRow("framing") << "name=Transfer-Encoding&value=X-Injected"_ba;
    }
    void sendsNoInjectedField()
    {
        QFETCH(QByteArray, query);
        TestServer server;
        RawClient client(server.port());
        client.get("/inject?" + query);
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, 500);
        QVERIFY(!response->head.contains("X-Injected"));
        checkFields(*response);
        client.get("/inject?name=X-A&value=b"_ba);
        QCOMPARE(client.response()->field("X-A"_ba), "b"_ba);
    }

    void keepsSecretsOutOfEveryLog()
    {
        QLoggingCategory::setFilterRules(u"*=true"_s);
        logged().clear();
        const auto before = qInstallMessageHandler(&keepLog);
        {
            TestServer server;
            RawClient client(server.port());
            client.post("/echo?api_key=CANARY"_ba,
                        "{\"token\":\"CANARY\"}"_ba,
                        "Authorization: Bearer CANARY\r\nX-MCP-API-Key: CANARY\r\n"_ba);
            [[maybe_unused]] const auto refused = client.response();
            RawClient second(server.port());
            second.send("GET /CANARY HTTP/1.1\r\nX: CANARY\r\n\r\n"_ba);
            [[maybe_unused]] const auto malformed = second.response();
        }
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(logged().join('\n').contains("Request:"));
        QVERIFY(!logged().join('\n').contains("CANARY"));
    }

private:
    /** What every answer has, and what none may have. */
    static void checkFields(const RawResponse &response)
    {
        QCOMPARE(response.field("X-Content-Type-Options"_ba), "nosniff"_ba);
        QCOMPARE(response.field("Cache-Control"_ba), "no-store"_ba);
        QCOMPARE(response.field("Referrer-Policy"_ba), "no-referrer"_ba);
        QVERIFY(!response.field("Date"_ba).isEmpty());
        QVERIFY(!response.head.toLower().contains("access-control"));
    }
};

QTEST_GUILESS_MAIN(TestHttpDefence)
#include "tst_httpdefence.moc"
