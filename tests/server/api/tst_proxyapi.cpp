// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/api/restworld.h"

#include <QJsonArray>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace fairlead;
using connections::ConnectionState;
using fakes::LocalHttpServer;
using tests::RestWorld;

namespace {

QJsonObject call(const QString &method, const QString &path)
{
    return {{u"method"_s, method}, {u"path"_s, path}};
}

QJsonObject with(QJsonObject object, const QString &name, const QJsonValue &value)
{
    object.insert(name, value);
    return object;
}

const QString myself = u"/rest/api/3/myself"_s;
const QString issues = u"/rest/api/3/issue"_s;
const QByteArray json = "Content-Type: application/json\r\n"_ba;

} // namespace

/** POST /api/{service}/proxy: what reaches the service, and what its caller gets back. */
class TestProxyApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<RestWorld>();
        m_jira = m_world->connect(m_world->anna, u"jira"_s, u"company.atlassian.net"_s);
    }
    void cleanup() { m_world.reset(); }

    void attachesTheCredentialAndBringsTheAnswer()
    {
        m_world->answerWith("200 OK"_ba,
                            R"({"b":1,"a":12345678901234567890})"_ba,
                            json
                                + "Set-Cookie: a=b\r\nAccess-Control-Allow-Origin: *\r\n"
                                  "X-RateLimit-Remaining: 7\r\n");
        const auto answer =
            m_world->proxy(with(call(u"get"_s, myself),
                                u"query"_s,
                                QJsonObject{{u"expand"_s, QJsonArray{u"groups"_s, 1, true}}}));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("content-type"), "application/json"_ba);
        // As the service wrote it: in its order, and without rounding its numbers.
        QVERIFY2(answer.response.body.endsWith(R"("body":{"b":1,"a":12345678901234567890}})"),
                 answer.response.body.constData());
        QCOMPARE(answer.json[u"status"_s].toInt(), 200);
        QCOMPARE(answer.json[u"body_encoding"_s].toString(), u"json"_s);
        const QJsonObject headers{{u"content-type"_s, u"application/json"_s},
                                  {u"x-ratelimit-remaining"_s, u"7"_s}};
        QCOMPARE(answer.json[u"headers"_s].toObject(), headers);
        QCOMPARE(m_world->received().size(), 1);
        const QByteArray head = m_world->received().first().head;
        QVERIFY(head.startsWith("GET /rest/api/3/myself?expand=groups&expand=1&expand=true HTTP"));
        QVERIFY(head.contains("Authorization: Basic "
                              + "anna@example.com:entered-token"_ba.toBase64()));
        QVERIFY(head.contains("Accept: application/json"));
        QVERIFY(!head.contains("User-Agent: script"));
        QVERIFY(m_world->current(m_jira).lastUsedAt.isValid());
        QCOMPARE(m_world->log.size(), 1);
        QCOMPARE(m_world->log.first().tool, u"proxy jira GET /rest/api/3/myself"_s);
        QCOMPARE(m_world->log.first().outcome, u"ok"_s);
        QCOMPARE(m_world->log.first().clientName, u"script/1.0"_s);
    }

    void sendsABody_data()
    {
        QTest::addColumn<QJsonValue>("body");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("object") << QJsonValue(QJsonObject{{u"a"_s, 1}}) << QString()
                                << R"({"a":1})"_ba;
        QTest::newRow("list") << QJsonValue(QJsonArray{1, u"x"_s}) << QString() << R"([1,"x"])"_ba;
        QTest::newRow("text") << QJsonValue(u"5b10"_s) << QString() << R"("5b10")"_ba;
        QTest::newRow("JSON named")
            << QJsonValue(true) << u"application/merge-patch+json"_s << "true"_ba;
        QTest::newRow("bytes") << QJsonValue(u"AAEC/w=="_s) << u"image/png"_s
                               << QByteArray::fromHex("000102ff");
    }
    void sendsABody()
    {
        QFETCH(QJsonValue, body);
        QFETCH(QString, type);
        QJsonObject asked = with(call(u"POST"_s, issues), u"body"_s, body);
        if (!type.isEmpty())
            asked.insert(u"headers"_s, QJsonObject{{u"content-TYPE"_s, type}});
        QCOMPARE(m_world->proxy(asked).status(), 200);
        QTEST(m_world->received().first().body, "sent");
        const QByteArray head = m_world->received().first().head.toLower();
        const QByteArray expected = type.isEmpty() ? "application/json"_ba : type.toLatin1();
        QVERIFY(head.contains("content-type: " + expected));
        QCOMPARE(head.count("content-type:"), 1);
    }

    void refusesAPathThatLeadsElsewhere_data()
    {
        QTest::addColumn<QString>("path");
        const QStringList paths{u"//evil/x"_s,
                                u"https://evil/x"_s,
                                u"\\\\evil\\x"_s,
                                u"/\\evil"_s,
                                u"@evil/x"_s,
                                u"/../../x"_s,
                                u"/%2e%2e/%2e%2e/x"_s,
                                u"/%252e%252e/x"_s,
                                u"/rest/..%2f..%2fx"_s,
                                u"/rest/api/3/issue/A-1/../../../../x"_s,
                                u"/x\r\nHost: evil"_s,
                                u"/x%0d%0aHost:%20evil"_s,
                                u"/x#f"_s,
                                u"javascript:1"_s,
                                u""_s,
                                u"/"_s + QString(9 * 1024, u'x')};
        for (qsizetype i = 0; i < paths.size(); ++i)
            QTest::addRow("%d", int(i)) << paths[i];
    }
    void refusesAPathThatLeadsElsewhere()
    {
        QFETCH(QString, path);
        const auto answer = m_world->proxy(call(u"GET"_s, path));
        QCOMPARE(answer.status(), 400);
        QCOMPARE(answer.code(), u"invalid_input"_s);
        QCOMPARE(m_world->received().size(), 0);
    }

    void refusesWhatIsMalformed_data()
    {
        QTest::addColumn<QJsonObject>("asked");
        const QJsonObject good = call(u"GET"_s, myself);
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("no path") << QJsonObject{{u"method"_s, u"GET"_s}};
        QTest::newRow("method") << call(u"TRACE"_s, myself);
        QTest::newRow("method split") << call(u"GET /"_s, myself);
        QTest::newRow("unknown member") << with(good, u"url"_s, u"http://evil"_s);
        QTest::newRow("query") << with(good, u"query"_s, u"a=b"_s);
        QTest::newRow("query value")
            << with(good, u"query"_s, QJsonObject{{u"a"_s, QJsonObject()}});
        QTest::newRow("body of a read") << with(good, u"body"_s, QJsonObject());
        QTest::newRow("headers") << with(good, u"headers"_s, QJsonArray());
        const auto header = [&good](const QString &name, const QJsonValue &value) {
            return with(good, u"headers"_s, QJsonObject{{name, value}});
        };
        QTest::newRow("host") << header(u"Host"_s, u"evil"_s);
        QTest::newRow("authorization") << header(u"Authorization"_s, u"x"_s);
        QTest::newRow("cookie") << header(u"Cookie"_s, u"x"_s);
        QTest::newRow("connection") << header(u"Connection"_s, u"close"_s);
        QTest::newRow("transfer") << header(u"Transfer-Encoding"_s, u"chunked"_s);
        QTest::newRow("other") << header(u"X"_s, u"a\r\nB: c"_s);
        QTest::newRow("other service") << header(u"Notion-Version"_s, u"2026-03-11"_s);
        QTest::newRow("line break") << header(u"Accept"_s, u"a\r\nB: c"_s);
        QTest::newRow("not ASCII") << header(u"Accept"_s, u"ä"_s);
        QTest::newRow("too long") << header(u"Accept"_s, QString(4097, u'x'));
        QTest::newRow("no text") << header(u"Accept"_s, 1);
        QTest::newRow("token check") << header(u"X-Atlassian-Token"_s, u"check"_s);
        QTest::newRow("no base64") << with(with(call(u"POST"_s, issues), u"body"_s, u"?"_s),
                                           u"headers"_s,
                                           QJsonObject{{u"Content-Type"_s, u"text/plain"_s}});
        QTest::newRow("twice") << with(
            good, u"headers"_s, QJsonObject{{u"Accept"_s, u"a"_s}, {u"accept"_s, u"b"_s}});
    }
    void refusesWhatIsMalformed()
    {
        QFETCH(QJsonObject, asked);
        const auto answer = m_world->proxy(asked);
        QCOMPARE(answer.status(), 400);
        QCOMPARE(m_world->received().size(), 0);
    }

    void listensToNoHeaderThatNamesAnotherService()
    {
        const LocalHttpServer other([](QTcpSocket &, const auto &) {});
        const QByteArray address = other.url().toEncoded();
        const QList<http::Header> headers{{"x-atlassian-jira-url"_ba, address},
                                          {"x-atlassian-jira-personal-token"_ba, "x"_ba},
                                          {"x-forwarded-host"_ba, "evil.example"_ba}};
        const auto answer =
            m_world->ask("POST"_ba, "/api/jira/proxy"_ba, call(u"GET"_s, myself), {}, headers);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(m_world->received().size(), 1);
        QCOMPARE(other.connectionCount(), 0);
        QVERIFY(!m_world->received().first().head.toLower().contains("x-"));
    }

    void followsNoRedirect_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const auto &line : {"301 Moved"_ba, "302 Found"_ba, "307 Temporary"_ba, "308 Gone"_ba})
            QTest::newRow(line.constData()) << line;
    }
    void followsNoRedirect()
    {
        QFETCH(QByteArray, line);
        const LocalHttpServer other([](QTcpSocket &, const auto &) {});
        m_world->answerWith(line, {}, "Location: " + other.url().toEncoded() + "\r\n");
        const auto answer = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.code(), u"upstream_redirect"_s);
        QCOMPARE(other.connectionCount(), 0);
        QVERIFY(answer.header("location").isEmpty());
    }

    void showsAPageAsBytesOnly()
    {
        const QByteArray page = "<html><script>alert(1)</script></html>"_ba;
        m_world->answerWith("200 OK"_ba, page, "Content-Type: text/html\r\n");
        const auto answer = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.header("content-type"), "application/json"_ba);
        QVERIFY(!answer.response.body.contains("script"));
        QCOMPARE(answer.json[u"body_encoding"_s].toString(), u"base64"_s);
        QCOMPARE(QByteArray::fromBase64(answer.json[u"body"_s].toString().toLatin1()), page);
        QCOMPARE(answer.json[u"headers"_s][u"content-type"_s].toString(), u"text/html"_s);
    }

    void splicesNothingThatIsNotWholeJson_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("members of ours") << R"({}, "status": 500)"_ba << u"base64"_s;
        QTest::newRow("closing") << R"({}},{"x":1)"_ba << u"base64"_s;
        QTest::newRow("cut") << R"({"a":)"_ba << u"base64"_s;
        QTest::newRow("names twice") << R"({"a":1,"a":2})"_ba << u"base64"_s;
        QTest::newRow("nothing") << QByteArray() << u"none"_s;
        QTest::newRow("text") << R"("text")"_ba << u"json"_s;
    }
    void splicesNothingThatIsNotWholeJson()
    {
        QFETCH(QByteArray, body);
        m_world->answerWith("200 OK"_ba, body, json);
        const auto answer = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(answer.status(), 200);
        QVERIFY(!answer.json.isEmpty());
        QCOMPARE(answer.json[u"status"_s].toInt(), 200);
        QTEST(answer.json[u"body_encoding"_s].toString(), "encoding");
    }

    void translatesWhatTheServiceRefuses_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ConnectionState>("state");
        const QByteArray why = R"({"errorMessages":["No\u202e such issue"],"errors":{"a":"b"}})"_ba;
        QTest::newRow("400") << "400 Bad"_ba << why << 400 << u"invalid_input"_s
                             << ConnectionState::Connected;
        QTest::newRow("401") << "401 No"_ba << why << 502 << u"needs_sign_in"_s
                             << ConnectionState::NeedsSignIn;
        QTest::newRow("401, scope")
            << "401 No"_ba
            << R"({"code":401,"message":"Unauthorized; scope does not match"})"_ba << 403
            << u"forbidden"_s << ConnectionState::Connected;
        QTest::newRow("403") << "403 No"_ba << why << 403 << u"forbidden"_s
                             << ConnectionState::Connected;
        QTest::newRow("404") << "404 No"_ba << why << 404 << u"not_found"_s
                             << ConnectionState::Connected;
        QTest::newRow("409") << "409 No"_ba << why << 409 << u"conflict"_s
                             << ConnectionState::Connected;
        QTest::newRow("418") << "418 No"_ba << why << 400 << u"invalid_input"_s
                             << ConnectionState::Connected;
        QTest::newRow("500") << "500 No"_ba << why << 502 << u"upstream_error"_s
                             << ConnectionState::Unreachable;
        QTest::newRow("503") << "503 No"_ba
                             << "<html>"_ba << 503 << u"upstream_unavailable"_s
                             << ConnectionState::Unreachable;
    }
    void translatesWhatTheServiceRefuses()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, body);
        m_world->answerWith(line, body, json);
        const auto answer = m_world->proxy(call(u"POST"_s, issues));
        QTEST(answer.status(), "status");
        QTEST(answer.code(), "code");
        QCOMPARE(answer.header("content-type"), "application/problem+json"_ba);
        QCOMPARE(answer.json[u"upstream_status"_s].toInt(), line.first(3).toInt());
        QVERIFY2(answer.detail().startsWith(u"Jira at company.atlassian.net "_s),
                 qPrintable(answer.detail()));
        QVERIFY(!answer.detail().contains(u'\u202e'));
        QVERIFY(!answer.detail().contains(u'<'));
        if (body.contains("such issue") && !line.startsWith("401"))
            QVERIFY(answer.detail().endsWith(u": No such issue; a: b"_s));
        QTEST(m_world->current(m_jira).state, "state");
        QCOMPARE(m_world->received().size(), 1);
        QVERIFY(m_world->log.first().outcome != "ok"_L1);
    }

    void noticesWhenItIsTakenForAVisitor()
    {
        m_world->answerWith(
            "200 OK"_ba, "[]"_ba, json + "X-Seraph-LoginReason: AUTHENTICATED_FAILED\r\n");
        const auto answer = m_world->proxy(call(u"GET"_s, u"/rest/api/3/project/search"_s));
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.code(), u"needs_sign_in"_s);
        QCOMPARE(m_world->current(m_jira).state, ConnectionState::NeedsSignIn);
    }

    void passesALimitOn()
    {
        m_world->answerWith("429 Slow"_ba, "{}"_ba, "Retry-After: 77\r\n");
        const auto first = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(first.status(), 429);
        QCOMPARE(first.code(), u"rate_limited"_s);
        QCOMPARE(first.header("retry-after"), "77"_ba);
        QCOMPARE(m_world->received().size(), 1);
        const auto second = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(second.status(), 429);
        QVERIFY(second.header("retry-after").toInt() > 70);
        QCOMPARE(m_world->received().size(), 1);
        QCOMPARE(m_world->current(m_jira).state, ConnectionState::Connected);
    }

    void repeatsAWriteOnlyAfterARefusedSignIn()
    {
        const auto signedIn = m_world->signIn(m_world->anna);
        m_world->answerWith([](QTcpSocket &socket, const LocalHttpServer::Received &received) {
            if (received.head.startsWith("POST /oauth/token"))
                socket.write(LocalHttpServer::answer(
                    "200 OK"_ba,
                    R"({"access_token":"access-2","refresh_token":"refresh-2",)"
                    R"("token_type":"Bearer","expires_in":3600})",
                    json));
            else if (received.head.contains("Bearer access-1"))
                socket.write(LocalHttpServer::answer("401 No"_ba, "{}"_ba, json));
            else
                socket.write(LocalHttpServer::answer("201 Created"_ba, R"({"id":"1"})"_ba, json));
        });
        QJsonObject asked = with(call(u"POST"_s, issues), u"body"_s, QJsonObject{{u"a"_s, 1}});
        asked.insert(u"connection"_s, signedIn.id);
        const auto answer = m_world->proxy(asked);
        QCOMPARE(answer.status(), 200);
        QCOMPARE(answer.json[u"status"_s].toInt(), 201);
        QCOMPARE(m_world->received().size(), 3);
        QVERIFY(m_world->received()[2].head.contains("Bearer access-2"));
        QVERIFY(m_world->received()[2].head.startsWith("POST /ex/jira/CID/rest/api/3/issue "));
        QCOMPARE(m_world->received()[2].body, R"({"a":1})"_ba);
        QVERIFY(!answer.response.body.contains("access-"));
    }

    void saysThatTheOutcomeOfAWriteIsUnknown()
    {
        m_world->answerWith([](QTcpSocket &socket, const auto &) { socket.abort(); });
        const auto answer = m_world->proxy(call(u"POST"_s, issues));
        QCOMPARE(answer.status(), 502);
        QVERIFY2(answer.detail().startsWith(
                     u"It is not known whether POST on company.atlassian.net took effect: "_s),
                 qPrintable(answer.detail()));
        QCOMPARE(m_world->received().size(), 1);
    }

    void bringsNoMoreThanItMay()
    {
        m_world->answerWith([](QTcpSocket &socket, const auto &) {
            socket.write(
                LocalHttpServer::answer("200 OK"_ba, QByteArray(16 * 1024 * 1024 + 1, 'x')));
        });
        const auto answer = m_world->proxy(call(u"GET"_s, myself));
        QCOMPARE(answer.status(), 502);
        QCOMPARE(answer.detail(),
                 u"The answer of 127.0.0.1:%1 is larger than 16 MiB and was not "
                 "read."_s.arg(m_jira.apiBase.port()));
    }

    void stopsWhenItsCallerLeaves()
    {
        QPointer<QTcpSocket> peer;
        m_world->answerWith([&peer](QTcpSocket &socket, const auto &) { peer = &socket; });
        const auto exchange = m_world->start("/api/jira/proxy"_ba, call(u"GET"_s, myself));
        QTRY_VERIFY(peer);
        exchange->leave();
        QTRY_VERIFY(!peer);
        QTRY_COMPARE(m_world->log.size(), 1);
        QCOMPARE(m_world->log.first().outcome, u"cancelled"_s);
        QCOMPARE(m_world->current(m_jira).state, ConnectionState::Connected);
    }

    void callsNotion()
    {
        m_world->connect(m_world->anna, u"notion"_s, u"Workspace"_s);
        const auto ask = [this](const QJsonObject &asked) {
            return m_world->ask("POST"_ba, "/api/notion/proxy"_ba, asked);
        };
        const QJsonObject asked = call(u"GET"_s, u"/v1/users/me"_s);
        QCOMPARE(ask(asked).status(), 200);
        QVERIFY(m_world->received().last().head.contains("Notion-Version: 2026-03-11\r\n"));
        QVERIFY(m_world->received().last().head.contains("Authorization: Bearer entered-token"));
        const auto version = [&asked](const QString &value) {
            return with(asked, u"headers"_s, QJsonObject{{u"Notion-Version"_s, value}});
        };
        QCOMPARE(ask(version(u"2025-09-03"_s)).status(), 200);
        QVERIFY(m_world->received().last().head.contains("Notion-Version: 2025-09-03\r\n"));
        QCOMPARE(m_world->received().last().head.count("Notion-Version"), 1);
        for (const QString &wrong : {u"latest"_s, u"2026-02-30"_s, u"2019-01-01"_s, u"2026-3-11"_s})
            QCOMPARE(ask(version(wrong)).status(), 400);
        QCOMPARE(ask(call(u"POST"_s, u"/v1/oauth/token"_s)).status(), 400);
        QCOMPARE(ask(call(u"GET"_s, myself)).status(), 400);
        QCOMPARE(m_world->received().size(), 2);

        m_world->answerWith(
            "404 Not Found"_ba,
            R"({"object":"error","code":"object_not_found","message":"Share it."})");
        const auto answer = ask(call(u"GET"_s, u"/v1/pages/x"_s));
        QCOMPARE(answer.status(), 404);
        QCOMPARE(answer.json[u"upstream_code"_s].toString(), u"object_not_found"_s);
        QCOMPARE(answer.detail(), u"Notion at Workspace refused the call (404): Share it."_s);
    }

    void hasARouteForServicesWithRulesOnly()
    {
        QCOMPARE(m_world->ask("POST"_ba, "/api/todoist/proxy"_ba, call(u"GET"_s, myself)).status(),
                 404);
    }

private:
    std::unique_ptr<RestWorld> m_world;
    connections::Connection m_jira;
};

QTEST_GUILESS_MAIN(TestProxyApi)
#include "tst_proxyapi.moc"
