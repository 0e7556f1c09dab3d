// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

QByteArray bearer(const QByteArray &credential)
{
    return "Authorization: Bearer " + credential + "\r\n";
}

const QByteArray jsonType = "Content-Type: application/json\r\n"_ba;

} // namespace

/**
 * Every route refuses what it must. The rows come from the route table itself, so that a new route
 * is tested the moment it exists.
 */
class TestRoutes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_instance = std::make_unique<tests::TestInstance>(
            R"({"failedSignInsPerMinute": 100000, "metrics": true})");
        const QString owner = m_instance->server().defaultUser().id;
        m_key = m_instance->newKey(owner).secret.reveal();
        const auto revoked = m_instance->newKey(owner);
        m_revokedKey = revoked.secret.reveal();
        QVERIFY(m_instance->server().keys().revoke(owner, revoked.key.id));
    }

    void cleanup()
    {
        QCOMPARE(m_faults, QByteArrayList());
        m_faults.clear();
    }

    void knowsItsRoutes() { QVERIFY(m_instance->server().router().routes().size() >= 15); }

    void refusesAForeignHost_data() { addRoutes(); }
    void refusesAForeignHost()
    {
        const QByteArray port = QByteArray::number(m_instance->port());
        for (const QByteArray &host : {"evil.example:80"_ba,
                                       "evil.example:" + port,
                                       "localhost.:" + port,
                                       "a@127.0.0.1:" + port,
                                       "0.0.0.0:" + port,
                                       "127.0.0.1"_ba,
                                       "127.0.0.1:1"_ba})
            QCOMPARE(ask(rightCredential() + "Host: " + host + "\r\n").status, 421);
        const QByteArray own = "Host: 127.0.0.1:" + port + "\r\n";
        QCOMPARE(ask(rightCredential() + own + own).status, 400);
    }

    void refusesAForeignOrigin_data() { addRoutes(); }
    void refusesAForeignOrigin()
    {
        QCOMPARE(ask(rightCredential() + "Origin: http://evil.example\r\n").status, 403);
        QCOMPARE(ask(rightCredential() + "Origin: null\r\n").status, 403);
        QCOMPARE(ask(rightCredential() + "Origin: http://127.0.0.1:1\r\n").status, 403);
    }

    void answersAPageOfItsOwn_data() { addRoutes(); }
    void answersAPageOfItsOwn()
    {
        const int expected = statusWithoutACredential();
        const QByteArray port = QByteArray::number(m_instance->port());
        for (const char *host : {"127.0.0.1", "localhost", "[::1]"})
            QCOMPARE(ask("Origin: http://" + QByteArray(host) + ':' + port + "\r\n").status,
                     expected);
        QCOMPARE(ask("Sec-Fetch-Mode: cors\r\nSec-Fetch-Site: same-origin\r\n").status, expected);
        QCOMPARE(ask("Sec-Fetch-Mode: cors\r\n").status, expected);
    }

    void refusesAPageOfAnotherSite_data() { addRoutes(); }
    void refusesAPageOfAnotherSite()
    {
        // Only what a service sends the browser back to may be opened from its page.
        const int expected = isCallback() ? 400 : 403;
        for (const QByteArray &site : {"cross-site"_ba, "same-site"_ba, "Cross-Site"_ba, ""_ba})
            QCOMPARE(ask(rightCredential() + "Sec-Fetch-Site: " + site + "\r\n").status, expected);
    }

    void refusesWithoutACredential_data() { addRoutes(); }
    void refusesWithoutACredential()
    {
        QFETCH(http::Access, access);
        const auto answer = ask({});
        if (access == http::Access::Public) {
            QCOMPARE(answer.status, statusWithoutACredential());
            return;
        }
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.head.contains("WWW-Authenticate: Bearer"));
        QVERIFY(!answer.head.contains("resource_metadata"));
        QVERIFY(answer.head.contains("application/problem+json"));
    }

    void refusesAWrongCredential_data() { addRoutes(); }
    void refusesAWrongCredential()
    {
        QFETCH(http::Access, access);
        if (access == http::Access::Public)
            return;
        const bool management = access != http::Access::McpKey;
        for (const QByteArray &wrong : {"x"_ba,
                                        "mcp_" + QByteArray(64, '0'),
                                        m_key + "0",
                                        m_key.chopped(1),
                                        m_revokedKey,
                                        "ctl_" + QByteArray(64, '0'),
                                        "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0."_ba}) {
            const int status = ask(bearer(wrong)).status;
            // A credential of the other kind is told so, whether it is right or wrong.
            const bool otherKind =
                management ? wrong.startsWith("mcp_") : !wrong.startsWith("mcp_") && wrong != "x";
            const bool takesBoth = http::keyRightFor(access).has_value();
            QCOMPARE(status, otherKind && !takesBoth ? 403 : 401);
        }
        QCOMPARE(ask("Authorization: Basic eDp5\r\n").status, 401);
        QCOMPARE(ask("Authorization: Bearer \r\n").status, 401);
        QCOMPARE(ask(rightCredential() + rightCredential()).status, 400);
    }

    void refusesACredentialInAnAddress_data() { addRoutes(); }
    void refusesACredentialInAnAddress()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(http::Access, access);
        if (access == http::Access::Public)
            return;
        const bool management = access != http::Access::McpKey;
        const QByteArray right = management ? m_instance->controlToken() : m_key;
        for (const QByteArray &name : {"key"_ba,
                                       "token"_ba,
                                       "access_token"_ba,
                                       "authorization"_ba,
                                       "x-mcp-api-key"_ba,
                                       "ticket"_ba,
                                       management ? "api_key"_ba : "API_KEY"_ba}) {
            const QByteArray target = concrete(path) + '?' + name + '=' + right;
            QCOMPARE(request(method, target, {}).status, 401);
        }
    }

    void refusesACredentialOfTheOtherKind_data() { addRoutes(); }
    void refusesACredentialOfTheOtherKind()
    {
        QFETCH(http::Access, access);
        if (access == http::Access::Public)
            return;
        const bool management = access != http::Access::McpKey;
        QCOMPARE(ask(bearer(management ? m_key : m_instance->controlToken())).status, 403);
        if (management)
            QCOMPARE(ask("X-MCP-API-Key: " + m_key + "\r\n").status, 403);
    }

    void refusesAUserIdInPlaceOfACredential_data() { addRoutes(); }
    void refusesAUserIdInPlaceOfACredential()
    {
        QFETCH(http::Access, access);
        if (access == http::Access::Public)
            return;
        const QByteArray user = m_instance->server().defaultUser().id.toLatin1();
        QCOMPARE(ask("X-User-ID: " + user + "\r\n").status, 403);
        QCOMPARE(ask(rightCredential() + "X-User-ID: " + user + "\r\n").status, 403);
    }

    void refusesABodyThatIsNoJson_data() { addRoutes(); }
    void refusesABodyThatIsNoJson()
    {
        QFETCH(QByteArray, method);
        if (method != "POST" && method != "PATCH" && method != "PUT")
            return;
        for (const QByteArray &type : {"text/plain"_ba,
                                       "application/x-www-form-urlencoded"_ba,
                                       "multipart/form-data; boundary=x"_ba,
                                       "application/jsonp"_ba})
            QCOMPARE(ask(rightCredential() + "Content-Type: " + type + "\r\n", "{}"_ba).status,
                     415);
        QCOMPARE(ask(rightCredential(), "{}"_ba).status, 415);
    }

    void knowsJsonHoweverItIsWritten_data() { addRoutes(); }
    void knowsJsonHoweverItIsWritten()
    {
        QFETCH(QByteArray, method);
        QFETCH(http::Access, access);
        if ((method != "POST" && method != "PATCH" && method != "PUT")
            || access == http::Access::Public)
            return;
        // 401: the media type is judged before the credentials.
        for (const QByteArray &type : {"application/json; charset=utf-8"_ba, "Application/JSON"_ba})
            QCOMPARE(ask("Content-Type: " + type + "\r\n", "{}"_ba).status, 401);
    }

    void takesNoCommandFromAnybody_data() { addRoutes(); }
    void takesNoCommandFromAnybody()
    {
        QFETCH(QByteArray, method);
        if (method != "POST" && method != "PATCH" && method != "PUT")
            return;
        const auto answer =
            ask(rightCredential() + jsonType, R"({"name":"x","command":"touch /tmp/x"})"_ba);
        QVERIFY2(answer.status == 400 || answer.status == 404, answer.body.constData());
    }

    void changesToNoOtherProtocol_data() { addRoutes(); }
    void changesToNoOtherProtocol()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const auto answer = m_instance->send(
            method + ' ' + concrete(path) + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + QByteArray::number(m_instance->port()) + "\r\n" + rightCredential()
            + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
              "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");
        QCOMPARE(answer.status, 400);
        QVERIFY(!answer.body.contains("HTTP/1.1"));
    }

    void sendsNoPageAndEchoesNothing_data() { addRoutes(); }
    void sendsNoPageAndEchoesNothing()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        const QByteArray script = "%3Cscript%3Ealert(1)%3C/script%3E";
        const QByteArray target = concrete(path) + "?state=" + script + "&error=" + script
            + "&error_description=" + script;
        const auto answer = request(method, target, "User-Agent: <script>\r\n"_ba);
        QVERIFY(answer.status != 0);
        QVERIFY(!answer.body.contains("script"));
        const QByteArray head = answer.head.toLower();
        QCOMPARE(head.contains("text/html"), isCallback());
        if (isCallback()) {
            QVERIFY(head.contains("content-security-policy: default-src 'none';"));
            QVERIFY(head.contains("frame-ancestors 'none'; base-uri 'none'; form-action 'self'"));
            QVERIFY(head.contains("x-frame-options: deny"));
        }
        QVERIFY(head.contains("x-content-type-options: nosniff"));
        QVERIFY(head.contains("cache-control: no-store"));
        QVERIFY(head.contains("referrer-policy: no-referrer"));
    }

    void refusesABodyThatIsTooLarge_data() { addRoutes(); }
    void refusesABodyThatIsTooLarge()
    {
        QFETCH(QByteArray, method);
        if (method != "POST" && method != "PATCH" && method != "PUT")
            return;
        QCOMPARE(ask(rightCredential() + jsonType + "Content-Length: 4194305\r\n").status, 413);
    }

    void sendsNoCorsHeaders_data() { addRoutes(); }
    void sendsNoCorsHeaders()
    {
        QFETCH(QByteArray, path);
        const auto answer = m_instance->request(
            "OPTIONS"_ba, concrete(path), "Access-Control-Request-Method: POST\r\n"_ba);
        QVERIFY(answer.status == 403 || answer.status == 405);
        QVERIFY(!answer.head.toLower().contains("access-control"));
    }

    void tellsClientsOfNoOAuthServer()
    {
        for (const char *path : {"/.well-known/oauth-protected-resource",
                                 "/.well-known/oauth-protected-resource/mcp",
                                 "/.well-known/oauth-authorization-server"})
            QCOMPARE(m_instance->request("GET"_ba, QByteArray(path), {}).status, 404);
    }

    void takesAKeyFromEachOfItsPlaces()
    {
        const QByteArray body =
            R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}})"_ba;
        const QByteArray common = jsonType + "Accept: application/json, text/event-stream\r\n";
        const auto status = [&](const QByteArray &target, const QByteArray &headers) {
            return m_instance->request("POST"_ba, target, common + headers, body).status;
        };
        QCOMPARE(status("/mcp"_ba, "X-MCP-API-Key: " + m_key + "\r\n"), 200);
        QCOMPARE(status("/mcp"_ba, bearer(m_key)), 200);
        QCOMPARE(status("/mcp?api_key=" + m_key, {}), 200);
        // The first place with something in it decides.
        QCOMPARE(status("/mcp"_ba, "X-MCP-API-Key: " + m_revokedKey + "\r\n" + bearer(m_key)), 401);
        QCOMPARE(status("/mcp?api_key=" + m_key, bearer(m_revokedKey)), 401);
    }

private:
    void addRoutes() const
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<http::Access>("access");
        for (const http::Route &route : m_instance->server().router().routes()) {
            QTest::newRow((route.method + ' ' + route.path).constData())
                << route.method << route.path << route.access;
        }
    }

    [[nodiscard]] static QByteArray concrete(const QByteArray &path)
    {
        static const QRegularExpression name(u"\\{[a-z]+\\}"_s);
        return QString::fromLatin1(path).replace(name, u"x"_s).toLatin1();
    }

    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &headers,
                                                  const QByteArray &body = {}) const
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        return request(method, concrete(path), headers, body);
    }

    /** Asks, and looks for what no answer may have. */
    [[nodiscard]] tests::TestInstance::Answer request(const QByteArray &method,
                                                      const QByteArray &target,
                                                      const QByteArray &headers,
                                                      const QByteArray &body = {}) const
    {
        const auto answer = m_instance->request(method, target, headers, body);
        if (answer.head.toLower().contains("access-control"))
            m_faults.append(answer.head);
        if (answer.body.contains(m_key) || answer.body.contains(m_instance->controlToken()))
            m_faults.append(answer.body);
        return answer;
    }

    /** The one page: it proves itself by the state, and without one it refuses. */
    [[nodiscard]] static bool isCallback()
    {
        QFETCH(QByteArray, path);
        return path == "/api/auth/{service}/callback";
    }

    [[nodiscard]] static int statusWithoutACredential()
    {
        QFETCH(http::Access, access);
        if (access != http::Access::Public)
            return 401;
        return isCallback() ? 400 : 200;
    }

    [[nodiscard]] QByteArray rightCredential() const
    {
        QFETCH(http::Access, access);
        if (access == http::Access::Public)
            return {};
        return bearer(access == http::Access::McpKey ? m_key : m_instance->controlToken());
    }

    std::unique_ptr<tests::TestInstance> m_instance;
    QByteArray m_key;
    QByteArray m_revokedKey;
    mutable QByteArrayList m_faults;
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
