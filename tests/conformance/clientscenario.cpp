// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/clientscenario.h"

#include "tests/fakes/fakeclientport.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::conformance {
namespace {

using gateway::OfferedTool;
using gateway::UpstreamRequest;

QJsonValue valueFor(const QString &type)
{
    if (type == "number"_L1 || type == "integer"_L1)
        return 7;
    if (type == "boolean"_L1)
        return true;
    return type == "object"_L1 ? QJsonValue(QJsonObject()) : QJsonValue(u"text"_s);
}

QJsonObject argumentsFor(const OfferedTool &tool)
{
    QJsonObject arguments;
    const QJsonObject properties = tool.inputSchema["properties"_L1].toObject();
    const QJsonArray required = tool.inputSchema["required"_L1].toArray();
    for (const auto &name : required)
        arguments[name.toString()] = valueFor(properties[name.toString()]["type"_L1].toString());
    return arguments;
}

const OfferedTool *toolNamed(const QList<OfferedTool> &tools, const QString &name)
{
    const auto found = std::ranges::find(tools, name, &OfferedTool::name);
    return found == tools.end() ? nullptr : &*found;
}

} // namespace

ClientScenario::ClientScenario(QString name, gateway::UpstreamTarget target, QJsonObject context)
    : m_name(std::move(name))
    , m_context(std::move(context))
    , m_client(m_http, std::move(target), m_clock)
{}

QList<ClientScenario::Call> ClientScenario::callsFor(const QList<OfferedTool> &tools) const
{
    QList<Call> calls;
    const QJsonArray wanted = m_context["toolCalls"_L1].toArray();
    for (const auto &call : wanted) {
        if (const OfferedTool *tool = toolNamed(tools, call[u"name"_s].toString()))
            calls.append({*tool, call[u"arguments"_s].toObject()});
    }
    if (!wanted.isEmpty())
        return calls;
    for (const OfferedTool &tool : tools)
        calls.append({tool, argumentsFor(tool)});
    // The suite compares the schema that a client was given with the one that it sent.
    const OfferedTool *shown = toolNamed(tools, u"json_schema_2020_12_tool"_s);
    const OfferedTool *echo = toolNamed(tools, u"json_schema_echo"_s);
    if (shown != nullptr && echo != nullptr)
        return {{*echo, {{u"schema"_s, shown->inputSchema}}}};
    return calls;
}

QCoro::Task<Result<>> ClientScenario::call(Call call)
{
    UpstreamRequest request{.method = u"tools/call"_s};
    request.params = {{u"name"_s, call.tool.name}, {u"arguments"_s, call.arguments}};
    request.headers = gateway::headersOf(call.tool.headers, call.arguments);
    const auto person = std::make_shared<fakes::FakeClientPort>();
    person->answer(tools::InputAnswer::Action::Accept);
    request.client = person;
    const auto result = co_await m_client.request(std::move(request));
    if (!result)
        co_return failure(result.error());
    co_return Result<>();
}

QCoro::Task<Result<>> ClientScenario::readTheRest()
{
    UpstreamRequest listResources{.method = u"resources/list"_s};
    const auto resources = co_await m_client.request(std::move(listResources));
    UpstreamRequest listPrompts{.method = u"prompts/list"_s};
    const auto prompts = co_await m_client.request(std::move(listPrompts));
    if (!resources || !prompts)
        co_return failure(ErrorCode::InvalidData, u"The server did not list everything."_s);
    const QJsonArray found = resources->value("resources"_L1).toArray();
    for (const auto &resource : found) {
        UpstreamRequest read{.method = u"resources/read"_s};
        read.params = {{u"uri"_s, resource[u"uri"_s]}};
        const auto answer = co_await m_client.request(std::move(read));
        if (!answer)
            co_return failure(answer.error());
    }
    UpstreamRequest get{.method = u"prompts/get"_s};
    get.params = {{u"name"_s, prompts->value("prompts"_L1)[0]["name"_L1]}};
    const auto answer = co_await m_client.request(std::move(get));
    if (!answer)
        co_return failure(answer.error());
    co_return Result<>();
}

QCoro::Task<Result<>> ClientScenario::run()
{
    m_client.keepConnected();
    const auto listed = co_await m_client.listTools({});
    if (!listed)
        co_return failure(listed.error());
    const QList<Call> calls = callsFor(gateway::offerFrom(*listed).tools);
    for (const Call &one : calls) {
        const auto called = co_await call(one);
        if (!called)
            co_return called;
    }
    if (m_name == "http-standard-headers"_L1)
        co_return co_await readTheRest();
    co_return Result<>();
}

} // namespace fairlead::conformance
