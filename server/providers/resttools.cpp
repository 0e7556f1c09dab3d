// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/resttools.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

bool isRefusal(const net::Response &response)
{
    return response.status == 401;
}

QJsonObject withConnection(QJsonObject schema)
{
    QJsonObject properties = schema["properties"_L1].toObject();
    properties.insert(u"connection"_s, QJsonObject{{u"type"_s, u"string"_s}});
    schema.insert(u"properties"_s, properties);
    return schema;
}

} // namespace

using connections::Connection;
using tools::ToolCall;
using tools::ToolResult;

RestTools::RestTools(net::HttpClient &http,
                     connections::Connections &connections,
                     connections::Credentials &credentials,
                     RestService service)
    : m_http(http)
    , m_credentials(credentials)
    , m_service(std::move(service))
    , m_choice(connections, {m_service.type, m_service.name, m_service.place})
{}

void RestTools::add(tools::ToolRegistry &registry,
                    tools::ToolDefinition definition,
                    RestHandler handler)
{
    definition.service = m_service.type;
    definition.toolset = m_service.type;
    definition.inputSchema = withConnection(definition.inputSchema);
    const bool mayAsk = definition.effect != tools::ToolEffect::Read;
    registry.add(std::move(definition), [this, mayAsk, handler](ToolCall call) {
        return run(std::move(call), mayAsk, handler);
    });
}

RestSession RestTools::open(const Connection &connection,
                            const tools::Caller &caller,
                            const CancellationToken &cancellation) const
{
    RestClient::Target target{.service = m_service,
                              .apiBase = connection.apiBase,
                              .connection = connection.name,
                              .cancellation = cancellation,
                              .owner = caller.keyId.isEmpty() ? caller.userId : caller.keyId};
    target.note = [this, connection](const Result<> &outcome) {
        static_cast<void>(m_choice.noted(connection, outcome));
    };
    AuthorizedHttp http(m_http, m_credentials, connection, isRefusal, m_service.rate);
    return {connection, std::make_shared<RestClient>(std::move(http), std::move(target))};
}

RestSession RestTools::tryOut(const Connection &connection,
                              Secret authorization,
                              const CancellationToken &cancellation) const
{
    RestClient::Target target{.service = m_service,
                              .apiBase = connection.apiBase,
                              .connection = {},
                              .cancellation = cancellation};
    AuthorizedHttp http(m_http, std::move(authorization));
    return {connection, std::make_shared<RestClient>(std::move(http), std::move(target))};
}

QCoro::Task<Result<ToolResult>> RestTools::run(ToolCall call,
                                               bool mayAsk,
                                               RestHandler handler) const
{
    Result<Connection> connection;
    if (mayAsk)
        connection = co_await m_choice.chooseAsking(call);
    else
        connection = m_choice.choose(call.caller, call.arguments["connection"_L1].toString());
    if (!connection)
        co_return failure(connection.error());
    RestSession session = open(*connection, call.caller, call.cancellation);
    co_return co_await handler(std::move(session), std::move(call));
}

} // namespace fairlead::providers
