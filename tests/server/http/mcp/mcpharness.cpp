// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/http/mcp/mcpharness.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::http {

Result<Principal> AnyKey::authenticate(const Request &request, Access access)
{
    if (access != Access::McpKey || !request.hasHeader("x-mcp-api-key"))
        return failure(ErrorCode::Unauthorized, u"No key."_s);
    tools::Caller caller;
    caller.keyId = QString::fromLatin1(request.header("x-mcp-api-key"));
    caller.userId = u"usr_of_"_s + caller.keyId;
    return Principal{.userId = caller.userId, .caller = caller};
}

McpHarness::McpHarness(const SessionLimits &limits)
    : streamable(profile, clock, limits)
{
    sse.addRoutes(router);
    streamable.addRoutes(router);
}

fakes::FakeExchange *McpHarness::send(Request request)
{
    auto *exchange = new fakes::FakeExchange(std::move(request), &m_exchanges);
    router.dispatch(exchange);
    return exchange;
}

fakes::FakeExchange *McpHarness::post(const QByteArray &path,
                                      const QByteArray &body,
                                      const QByteArray &key,
                                      const QList<Header> &headers)
{
    Request request;
    request.method = "POST";
    const auto parts = path.split('?');
    request.path = parts.first();
    if (parts.size() > 1)
        request.query.append(Header(parts[1].split('=').first(), parts[1].split('=').last()));
    request.headers = headers;
    request.headers.append(Header("content-type", "application/json"));
    request.headers.append(Header("x-mcp-api-key", key));
    request.body = body;
    return send(request);
}

fakes::FakeExchange *McpHarness::get(const QByteArray &path,
                                     const QByteArray &key,
                                     const QList<Header> &headers)
{
    Request request;
    request.method = "GET";
    request.path = path;
    request.headers = headers;
    request.headers.append(Header("x-mcp-api-key", key));
    return send(request);
}

QByteArray McpHarness::startSession(const QByteArray &key, const QByteArray &revision)
{
    return post("/mcp", initialize(revision), key)->answerHeader("Mcp-Session-Id");
}

fakes::FakeExchange *McpHarness::postTo(const QByteArray &session,
                                        const QByteArray &body,
                                        const QByteArray &key,
                                        const QByteArray &accept)
{
    return post("/mcp", body, key, {{"mcp-session-id", session}, {"accept", accept}});
}

QByteArray McpHarness::request(const QByteArray &id,
                               const QByteArray &method,
                               const QByteArray &params)
{
    return R"({"jsonrpc":"2.0","id":)" + id + R"(,"method":")" + method + R"(","params":)" + params
        + '}';
}

QByteArray McpHarness::callOf(const QByteArray &id, const QByteArray &tool, const QByteArray &more)
{
    return request(id, "tools/call", R"({"name":")" + tool + '"' + more + '}');
}

QByteArray McpHarness::initialize(const QByteArray &revision)
{
    return request("0",
                   "initialize",
                   R"({"protocolVersion":")" + revision
                       + R"(","capabilities":{},"clientInfo":{"name":"Test","version":"1"}})");
}

QByteArray McpHarness::answer(const QByteArray &id, const QByteArray &text)
{
    return R"({"id":)" + id + R"(,"jsonrpc":"2.0","result":{"content":[{"text":")" + text
        + R"(","type":"text"}]}})";
}

QByteArray McpHarness::cancelled(const QByteArray &id)
{
    return R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":)" + id
        + "}}";
}

QByteArray McpHarness::errorCode(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    return QByteArray::number(object["error"_L1]["code"_L1].toInt());
}

} // namespace fairlead::http
