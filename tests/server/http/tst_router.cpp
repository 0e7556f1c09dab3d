// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/testserver.h"

#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using namespace fairlead;
using namespace fairlead::http;

namespace {

/** An exchange without a network that keeps its answer. */
class FakeExchange final : public Exchange
{
    Q_OBJECT

public:
    explicit FakeExchange(Request request)
        : m_request(std::move(request))
    {}

    [[nodiscard]] const Request &request() const override { return m_request; }
    void setPathParameters(const QList<Header> &parameters) override
    {
        m_request.pathParameters = parameters;
    }
    void respond(Response response) override { answers.append(std::move(response)); }
    [[nodiscard]] bool hasRoomForStream(const QString &) const override { return false; }
    [[nodiscard]] EventStream *openEventStream(const QString &, QList<Header>) override
    {
        return nullptr;
    }

    [[nodiscard]] int status() const { return answers.size() == 1 ? answers.front().status : 0; }
    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const Header &entry : answers.front().headers) {
            if (entry.first == name)
                return entry.second;
        }
        return {};
    }

    QList<Response> answers;

private:
    Request m_request;
};

Request requestFor(const QByteArray &method, const QByteArray &path, QList<Header> headers = {})
{
    Request request;
    request.method = method;
    request.path = path;
    request.headers = std::move(headers);
    return request;
}

const Header goodKeyHeader{"authorization"_ba, "Bearer good"_ba};

QCoro::Task<Response> echoParameter(Call call)
{
    Response response;
    response.body = call.request.pathParameter("id");
    co_return response;
}

QCoro::Task<Response> throwing(Call)
{
    throw std::runtime_error("canary");
    co_return Response();
}

class UnknowingAuthenticator final : public Authenticator
{
public:
    [[nodiscard]] Result<Principal> authenticate(const Request &, Access) override
    {
        return failure(ErrorCode::Storage, u"The database does not answer."_s);
    }
};

} // namespace

class TestRouter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_authenticator.asked = 0;
        m_router = std::make_unique<Router>(m_authenticator);
        add("GET"_ba, "/open"_ba, Access::Public);
        add("GET"_ba, "/mcp"_ba, Access::McpKey);
        add("POST"_ba, "/mcp"_ba, Access::McpKey);
        add("DELETE"_ba, "/api/things/{id}"_ba, Access::Management);
        add("PUT"_ba, "/open"_ba, Access::Public);
        m_router->add({.method = "GET"_ba,
                       .path = "/callback"_ba,
                       .access = Access::Public,
                       .handler = answering(&echoParameter),
                       .fromOtherSites = FromOtherSites::Allowed});
        m_router->add({.method = "GET"_ba,
                       .path = "/throws"_ba,
                       .access = Access::Public,
                       .handler = answering(&throwing)});
        m_router->add({.method = "GET"_ba,
                       .path = "/throwsAtOnce"_ba,
                       .access = Access::Public,
                       .handler = [](Exchange *, const Principal &) { throw 1; }});
    }

    void checksInOrder_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("hasKey");
        QTest::addColumn<int>("status");
        QTest::newRow("open") << "GET"_ba
                              << "/open"_ba << false << 200;
        QTest::newRow("HEAD of a GET route") << "HEAD"_ba
                                             << "/open"_ba << false << 200;
        QTest::newRow("unknown path") << "GET"_ba
                                      << "/nothing"_ba << true << 404;
        QTest::newRow("longer path") << "GET"_ba
                                     << "/open/x"_ba << true << 404;
        QTest::newRow("trailing slash") << "GET"_ba
                                        << "/open/"_ba << true << 404;
        QTest::newRow("other case") << "GET"_ba
                                    << "/Open"_ba << true << 404;
        QTest::newRow("OAuth discovery")
            << "GET"_ba
            << "/.well-known/oauth-protected-resource/mcp"_ba << true << 404;
        QTest::newRow("wrong method") << "DELETE"_ba
                                      << "/mcp"_ba << true << 405;
        QTest::newRow("OPTIONS") << "OPTIONS"_ba
                                 << "/mcp"_ba << true << 405;
        QTest::newRow("OPTIONS on an unknown path") << "OPTIONS"_ba
                                                    << "/nothing"_ba << true << 405;
        QTest::newRow("no key") << "GET"_ba
                                << "/mcp"_ba << false << 401;
        QTest::newRow("key") << "GET"_ba
                             << "/mcp"_ba << true << 200;
        QTest::newRow("key for management") << "DELETE"_ba
                                            << "/api/things/7"_ba << true << 403;
        QTest::newRow("empty parameter") << "DELETE"_ba
                                         << "/api/things/"_ba << true << 404;
        QTest::newRow("escaping coroutine") << "GET"_ba
                                            << "/throws"_ba << false << 500;
        QTest::newRow("escaping handler") << "GET"_ba
                                          << "/throwsAtOnce"_ba << false << 500;
    }
    void checksInOrder()
    {
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, path);
        QFETCH(bool, hasKey);
        FakeExchange exchange(
            requestFor(method, path, hasKey ? QList<Header>{goodKeyHeader} : QList<Header>()));
        m_router->dispatch(&exchange);
        QTRY_COMPARE(exchange.answers.size(), 1);
        QTEST(exchange.status(), "status");
    }

    void asksForJson_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("json") << "application/json"_ba
                              << "{}"_ba << 200;
        QTest::newRow("parameter") << "application/json; charset=utf-8"_ba
                                   << "{}"_ba << 200;
        QTest::newRow("case") << "Application/JSON"_ba
                              << "{}"_ba << 200;
        QTest::newRow("text") << "text/plain"_ba
                              << "{}"_ba << 415;
        QTest::newRow("form") << "application/x-www-form-urlencoded"_ba
                              << "a=b"_ba << 415;
        QTest::newRow("multipart") << "multipart/form-data; boundary=x"_ba
                                   << "{}"_ba << 415;
        QTest::newRow("none") << QByteArray() << "{}"_ba << 415;
        QTest::newRow("something like it") << "application/jsonx"_ba
                                           << "{}"_ba << 415;
        QTest::newRow("as a parameter") << "text/plain; application/json"_ba
                                        << "{}"_ba << 415;
        QTest::newRow("no body") << QByteArray() << QByteArray() << 200;
    }
    void asksForJson()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        Request request = requestFor("POST"_ba, "/mcp"_ba, {goodKeyHeader});
        if (!type.isEmpty())
            request.headers.append({"content-type"_ba, type});
        request.body = body;
        FakeExchange exchange(request);
        m_router->dispatch(&exchange);
        QTEST(exchange.status(), "status");
    }

    void refusesPagesOfOtherSites_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("site");
        QTest::addColumn<int>("status");
        for (const QByteArray &path : {"/open"_ba, "/mcp"_ba, "/nothing"_ba}) {
            const int otherwise = path == "/nothing" ? 404 : 200;
            QTest::addRow("cross-site to %s", path.constData()) << path << "cross-site"_ba << 403;
            QTest::addRow("same-site to %s", path.constData()) << path << "same-site"_ba << 403;
            QTest::addRow("CROSS-SITE to %s", path.constData()) << path << "CROSS-SITE"_ba << 403;
            QTest::addRow("unknown to %s", path.constData()) << path << "x"_ba << 403;
            QTest::addRow("same-origin to %s", path.constData())
                << path << "same-origin"_ba << otherwise;
            QTest::addRow("none to %s", path.constData()) << path << "none"_ba << otherwise;
        }
        QTest::addRow("callback") << "/callback"_ba
                                  << "cross-site"_ba << 200;
    }
    void refusesPagesOfOtherSites()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, site);
        FakeExchange exchange(
            requestFor("GET"_ba, path, {goodKeyHeader, {"sec-fetch-site", site}}));
        m_router->dispatch(&exchange);
        QTRY_COMPARE(exchange.answers.size(), 1);
        QTEST(exchange.status(), "status");
    }

    void namesTheAllowedMethods()
    {
        FakeExchange exchange(requestFor("DELETE"_ba, "/open"_ba));
        m_router->dispatch(&exchange);
        QCOMPARE(exchange.header("Allow"_ba), "GET, HEAD, PUT"_ba);
        QCOMPARE(m_authenticator.asked, 0);
    }

    void namesNoResourceMetadataWithoutKey()
    {
        FakeExchange exchange(requestFor("GET"_ba, "/mcp"_ba));
        m_router->dispatch(&exchange);
        QCOMPARE(exchange.header("WWW-Authenticate"_ba), "Bearer"_ba);
        QCOMPARE(exchange.header("Content-Type"_ba), "application/problem+json"_ba);
        QVERIFY(exchange.answers.front().body.contains(R"("code":"unauthorized")"));
    }

    void callsNoKeyWrongThatItCannotLookUp()
    {
        UnknowingAuthenticator unknowing;
        Router router(unknowing);
        router.add({.method = "GET"_ba,
                    .path = "/mcp"_ba,
                    .access = Access::McpKey,
                    .handler = answering(&echoParameter)});
        FakeExchange exchange(requestFor("GET"_ba, "/mcp"_ba, {goodKeyHeader}));
        router.dispatch(&exchange);
        QCOMPARE(exchange.status(), 503);
        QCOMPARE(exchange.header("Retry-After"_ba), "1"_ba);
        QVERIFY(exchange.header("WWW-Authenticate"_ba).isNull());
    }

    void handsOverWhatStandsInTheBraces()
    {
        m_router->add({.method = "GET"_ba,
                       .path = "/things/{id}/part"_ba,
                       .access = Access::Public,
                       .handler = answering(&echoParameter)});
        FakeExchange exchange(requestFor("GET"_ba, "/things/7/part"_ba));
        m_router->dispatch(&exchange);
        QTRY_COMPARE(exchange.answers.size(), 1);
        QCOMPARE(exchange.answers.front().body, "7"_ba);
    }

    void prefersThePathWithoutBraces()
    {
        add("GET"_ba, "/a/{name}"_ba, Access::Management);
        add("GET"_ba, "/a/b"_ba, Access::Public);
        FakeExchange exchange(requestFor("GET"_ba, "/a/b"_ba));
        m_router->dispatch(&exchange);
        QCOMPARE(exchange.status(), 200);
    }

    void saysNothingOfAnException()
    {
        FakeExchange exchange(requestFor("GET"_ba, "/throws"_ba));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"^(?!.*canary).*threw.*$"_s));
        m_router->dispatch(&exchange);
        QTRY_COMPARE(exchange.answers.size(), 1);
        QVERIFY(!exchange.answers.front().body.contains("canary"));
    }

private:
    void add(const QByteArray &method, const QByteArray &path, Access access)
    {
        m_router->add({.method = method,
                       .path = path,
                       .access = access,
                       .handler = [](Exchange *exchange, const Principal &) {
                           exchange->respond(Response::empty(200));
                       }});
    }

    TestAuthenticator m_authenticator;
    std::unique_ptr<Router> m_router;
};

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
