// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/testserver.h"

using namespace Qt::StringLiterals;

namespace fairlead::http {

Result<Principal> TestAuthenticator::authenticate(const Request &request, Access access)
{
    ++asked;
    if (access == Access::Public)
        return Principal{};
    if (request.header("authorization") != "Bearer good")
        return failure(ErrorCode::Unauthorized, u"The key is missing or wrong."_s);
    if (access == Access::Management)
        return failure(ErrorCode::Forbidden, u"A key may not do that."_s);
    tools::Caller caller;
    caller.keyId = u"good"_s;
    return Principal{.userId = u"usr_1"_s, .caller = caller};
}

TestServer::TestServer(const Limits &limits)
    : router(authenticator)
    , server([this](Exchange *exchange) { router.dispatch(exchange); }, limits)
{
    addRoutes();
    const auto port = server.listen(0);
    if (!port)
        qFatal("%s", qPrintable(port.error().message));
}

void TestServer::addRoutes()
{
    const auto echo = [this](Exchange *exchange, const Principal &) {
        ++handled;
        Response response;
        response.headers.append({"X-Method"_ba, exchange->request().method});
        response.body = exchange->request().body;
        exchange->respond(response);
    };
    router.add(
        {.method = "GET"_ba, .path = "/health"_ba, .access = Access::Public, .handler = echo});
    router.add({.method = "GET"_ba,
                .path = "/callback"_ba,
                .access = Access::Public,
                .handler = echo,
                .fromOtherSites = FromOtherSites::Allowed});
    router.add(
        {.method = "POST"_ba, .path = "/echo"_ba, .access = Access::McpKey, .handler = echo});
    router.add({.method = "DELETE"_ba, .path = "/api/x"_ba, .handler = echo});
    router.add({.method = "POST"_ba,
                .path = "/slow"_ba,
                .access = Access::McpKey,
                .handler = [this](Exchange *exchange, const Principal &) {
                    ++handled;
                    pending = exchange;
                    QObject::connect(exchange, &Exchange::clientLeft, exchange, [this] { ++left; });
                }});
    router.add({.method = "GET"_ba,
                .path = "/inject"_ba,
                .access = Access::Public,
                .handler = [](Exchange *exchange, const Principal &) {
                    Response response;
                    response.headers.append({exchange->request().queryValue("name"),
                                             exchange->request().queryValue("value")});
                    exchange->respond(response);
                }});
    router.add(
        {.method = "GET"_ba,
         .path = "/stream"_ba,
         .access = Access::McpKey,
         .handler = [this](Exchange *exchange, const Principal &) { openStream(exchange); }});
}

void TestServer::openStream(Exchange *exchange)
{
    ++handled;
    const QString owner = QString::fromLatin1(exchange->request().queryValue("owner"));
    stream = exchange->openEventStream(owner, {});
    if (stream)
        QObject::connect(stream, &EventStream::closed, stream, [this] { ++streamsClosed; });
}

} // namespace fairlead::http
