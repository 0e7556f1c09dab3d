// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"
#include "tests/server/http/rawclient.h"

#include <QTest>

#include <deque>

using namespace Qt::StringLiterals;
using namespace fairlead;
using http::RawClient;

namespace {

QByteArray bearer(const QByteArray &credential)
{
    return "Authorization: Bearer " + credential + "\r\n";
}

const QByteArray jsonType = "Content-Type: application/json\r\n"_ba;
const QByteArray initialize =
    R"({"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25",)"
    R"("capabilities":{},"clientInfo":{"name":"t","version":"1"}}})"_ba;
const QByteArray listen =
    R"({"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{},)"
    R"("_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28",)"
    R"("io.modelcontextprotocol/clientCapabilities":{}}}})"_ba;
const QByteArray listenHeaders =
    "MCP-Protocol-Version: 2026-07-28\r\nMcp-Method: subscriptions/listen\r\n"_ba;

/** Whatever stays open for a key: one stream of each kind. */
class OpenStreams final
{
public:
    OpenStreams(quint16 port, const QByteArray &key)
        : m_sse(port)
        , m_byUrl(port)
        , m_session(port)
        , m_listener(port)
    {
        m_sse.get("/sse"_ba, bearer(key));
        m_byUrl.get("/sse?api_key=" + key);
        m_session.post("/mcp"_ba, initialize, bearer(key) + jsonType);
        const auto started = m_session.response();
        if (started)
            m_session.get("/mcp"_ba,
                          bearer(key) + "Accept: text/event-stream\r\nMcp-Session-Id: "
                              + started->field("Mcp-Session-Id"_ba) + "\r\n");
        m_listener.post("/mcp"_ba, listen, bearer(key) + jsonType + listenHeaders);
        (void)m_sse.readUntil("event: endpoint"_ba);
        const QByteArray text = m_byUrl.readUntil("\n\n"_ba);
        const qsizetype start = text.indexOf("/messages?");
        m_address = text.sliced(start, text.indexOf('\n', start) - start).trimmed();
        m_allOpen = m_session.readUntil("\r\n\r\n"_ba).contains("event-stream")
            && m_listener.readUntil("acknowledged"_ba).contains("event-stream")
            && m_address.contains("ticket=");
    }

    [[nodiscard]] bool allOpen() const { return m_allOpen; }
    /** Where the client with its key in the URL sends its messages. */
    [[nodiscard]] const QByteArray &address() const { return m_address; }
    /** Whether each stream comes to its end. */
    [[nodiscard]] bool waitForEnd()
    {
        for (RawClient *client : {&m_sse, &m_byUrl, &m_session, &m_listener}) {
            if (!client->readUntil("0\r\n\r\n"_ba).endsWith("0\r\n\r\n"))
                return false;
        }
        return true;
    }
    /** Whether none of them has ended. */
    [[nodiscard]] bool areOpen()
    {
        for (RawClient *client : {&m_sse, &m_byUrl, &m_session, &m_listener}) {
            if (client->socket().state() != QAbstractSocket::ConnectedState
                || client->rest().contains("0\r\n\r\n"))
                return false;
        }
        return true;
    }

private:
    RawClient m_sse;
    RawClient m_byUrl;
    RawClient m_session;
    RawClient m_listener;
    QByteArray m_address;
    bool m_allOpen = false;
};

} // namespace

/** What a key has opened ends with the key, on a whole server, and takes no more than its share. */
class TestEndOfKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void closesWhateverAKeyHadOpened_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("revoked") << "DELETE"_ba << QByteArray();
        QTest::newRow("rotated") << "POST"_ba
                                 << "/rotate"_ba;
    }
    void closesWhateverAKeyHadOpened()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, action);
        tests::TestInstance instance(R"({"failedSignInsPerMinute": 100})");
        const QString user = instance.server().defaultUser().id;
        const auto ending = instance.newKey(user);
        const auto other = instance.newKey(user);
        const QByteArray key = ending.secret.reveal();
        OpenStreams streams(instance.port(), key);
        OpenStreams others(instance.port(), other.secret.reveal());
        QVERIFY(streams.allOpen() && others.allOpen());
        const QByteArray ping = R"({"jsonrpc":"2.0","id":1,"method":"ping"})"_ba;
        QCOMPARE(instance.request("POST"_ba, streams.address(), jsonType, ping).status, 202);

        const QByteArray path = "/api/users/me/mcp-keys/" + ending.key.id.toLatin1() + action;
        const int status = instance.request(method, path, bearer(instance.controlToken())).status;
        QVERIFY(status == 200 || status == 204);
        QVERIFY(streams.waitForEnd());
        for (const http::Route &route : instance.server().router().routes()) {
            if (route.access != http::Access::McpKey && !http::keyRightFor(route.access))
                continue;
            const QByteArray target = QByteArray(route.path).replace("{id}", "x");
            QCOMPARE(instance.request(route.method, target, jsonType + bearer(key)).status, 401);
        }
        QCOMPARE(instance.request("POST"_ba, streams.address(), jsonType, ping).status, 401);
        QVERIFY(others.areOpen());
        QCOMPARE(instance.request("POST"_ba, others.address(), jsonType, ping).status, 202);
    }

    void opensNoMoreStreamsThanAKeyMayHave()
    {
        tests::TestInstance instance;
        const QString user = instance.server().defaultUser().id;
        const QByteArray key = instance.newKey(user).secret.reveal();
        const QByteArray other = instance.newKey(user).secret.reveal();
        std::deque<RawClient> clients;
        for (int i = 0; i < 8; ++i) {
            auto &client = clients.emplace_back(instance.port());
            client.get("/sse"_ba, bearer(key));
            QVERIFY(client.readUntil("endpoint"_ba).contains(" 200 "));
        }
        const auto refused = instance.request("GET"_ba, "/sse"_ba, bearer(key));
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.head.contains("Retry-After: "));
        auto &free = clients.emplace_back(instance.port());
        free.get("/sse"_ba, bearer(other));
        QVERIFY(free.readUntil("endpoint"_ba).contains(" 200 "));
    }
};

QTEST_GUILESS_MAIN(TestEndOfKeys)
#include "tst_endofkeys.moc"
