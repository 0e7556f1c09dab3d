// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/wiring/testinstance.h"

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
        m_instance = std::make_unique<tests::TestInstance>(R"({"failedSignInsPerMinute": 100000})");
        const QString owner = m_instance->server().defaultUser().id;
        m_key = m_instance->newKey(owner).secret.reveal();
        const auto revoked = m_instance->newKey(owner);
        m_revokedKey = revoked.secret.reveal();
        QVERIFY(m_instance->server().keys().revoke(owner, revoked.key.id));
    }

    void knowsItsRoutes() { QVERIFY(m_instance->server().router().routes().size() >= 15); }

    void refusesAForeignHost_data() { addRoutes(); }
    void refusesAForeignHost()
    {
        QCOMPARE(ask(rightCredential() + "Host: evil.example:80\r\n").status, 421);
    }

    void refusesAForeignOrigin_data() { addRoutes(); }
    void refusesAForeignOrigin()
    {
        QCOMPARE(ask(rightCredential() + "Origin: http://evil.example\r\n").status, 403);
        QCOMPARE(ask(rightCredential() + "Origin: null\r\n").status, 403);
    }

    void refusesAPageOfAnotherSite_data() { addRoutes(); }
    void refusesAPageOfAnotherSite()
    {
        QCOMPARE(ask(rightCredential() + "Sec-Fetch-Site: cross-site\r\n").status, 403);
    }

    void refusesWithoutACredential_data() { addRoutes(); }
    void refusesWithoutACredential()
    {
        QFETCH(http::Access, access);
        const auto answer = ask({});
        if (access == http::Access::Public) {
            QCOMPARE(answer.status, 200);
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
        const bool management = access == http::Access::Management;
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
            QCOMPARE(status, otherKind ? 403 : 401);
        }
        QCOMPARE(ask("Authorization: Basic eDp5\r\n").status, 401);
    }

    void refusesACredentialOfTheOtherKind_data() { addRoutes(); }
    void refusesACredentialOfTheOtherKind()
    {
        QFETCH(http::Access, access);
        if (access == http::Access::Public)
            return;
        const bool management = access == http::Access::Management;
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
        if (method != "POST" && method != "PATCH")
            return;
        for (const QByteArray &type : {"text/plain"_ba,
                                       "application/x-www-form-urlencoded"_ba,
                                       "multipart/form-data; boundary=x"_ba})
            QCOMPARE(ask(rightCredential() + "Content-Type: " + type + "\r\n", "{}"_ba).status,
                     415);
    }

    void refusesABodyThatIsTooLarge_data() { addRoutes(); }
    void refusesABodyThatIsTooLarge()
    {
        QFETCH(QByteArray, method);
        if (method != "POST" && method != "PATCH")
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

    [[nodiscard]] static QByteArray concrete(QByteArray path) { return path.replace("{id}", "x"); }

    [[nodiscard]] tests::TestInstance::Answer ask(const QByteArray &headers,
                                                  const QByteArray &body = {}) const
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        return m_instance->request(method, concrete(path), headers, body);
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
};

QTEST_GUILESS_MAIN(TestRoutes)
#include "tst_routes.moc"
