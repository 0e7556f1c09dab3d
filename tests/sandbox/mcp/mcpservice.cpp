// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/mcp/mcpservice.h"

#include <algorithm>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QStringList revisions{u"2025-03-26"_s, u"2025-06-18"_s, u"2025-11-25"_s};

QJsonObject schemaOf(QString &name)
{
    if (name.endsWith(u'#')) {
        name.chop(1);
        return {{u"type"_s, u"integer"_s}};
    }
    if (name.endsWith("[]"_L1)) {
        name.chop(2);
        return {{u"type"_s, u"array"_s}, {u"items"_s, QJsonObject{{u"type"_s, u"string"_s}}}};
    }
    if (name.endsWith("{}"_L1)) {
        name.chop(2);
        return {{u"type"_s, u"object"_s}};
    }
    return {{u"type"_s, u"string"_s}};
}

Response result(const QJsonValue &id, const QJsonObject &value)
{
    return Response::json(
        200, QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"result"_s, value}});
}

Response fault(int status, const QJsonValue &id, int code, const QString &message)
{
    const QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    return Response::json(
        status, QJsonObject{{u"jsonrpc"_s, u"2.0"_s}, {u"id"_s, id}, {u"error"_s, error}});
}

QJsonObject greeting(const QJsonObject &params, const QString &name)
{
    const QString wanted = params["protocolVersion"_L1].toString();
    return {{u"protocolVersion"_s, revisions.contains(wanted) ? wanted : revisions.last()},
            {u"capabilities"_s, QJsonObject{{u"tools"_s, QJsonObject()}}},
            {u"serverInfo"_s, QJsonObject{{u"name"_s, name}, {u"version"_s, u"1.0.0"_s}}}};
}

QByteArray textOf(const QJsonValue &value)
{
    return value.isArray() ? QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact)
                           : QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

} // namespace

QJsonObject McpTool::toJson() const
{
    QJsonObject properties;
    QJsonArray required;
    for (QString argument : arguments.split(u' ', Qt::SkipEmptyParts)) {
        const bool isRequired = argument.endsWith(u'*');
        if (isRequired)
            argument.chop(1);
        const QJsonObject schema = schemaOf(argument);
        properties[argument] = schema;
        if (isRequired)
            required.append(argument);
    }
    const QJsonObject hints{{u"readOnlyHint"_s, effect == Effect::Read},
                            {u"destructiveHint"_s, effect == Effect::Destructive}};
    return {{u"name"_s, name},
            {u"description"_s, description},
            {u"annotations"_s, hints},
            {u"inputSchema"_s,
             QJsonObject{{u"type"_s, u"object"_s},
                         {u"properties"_s, properties},
                         {u"required"_s, required}}}};
}

McpService::Outcome McpService::Outcome::refusal(const QString &message)
{
    return {.value = QJsonObject{{u"error"_s, true}, {u"message"_s, message}}, .isError = true};
}

std::optional<Response> McpService::answerBeside(const Request &)
{
    return std::nullopt;
}

Response McpService::answer(const Request &request)
{
    if (!paths().contains(request.path))
        return answerBeside(request).value_or(Response::text(404, "text/plain", "Not Found"));
    if (!isSignedIn(request)) {
        return Response::json(401,
                              QJsonObject{{u"error"_s, u"invalid_token"_s},
                                          {u"error_description"_s, u"Missing or invalid token"_s}})
            .with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
    if (request.method != "POST")
        return Response::text(405, "text/plain", "Method Not Allowed").with("Allow", "POST");
    const QJsonDocument document = QJsonDocument::fromJson(request.body);
    if (!document.isObject())
        return fault(400, QJsonValue::Null, -32700, u"Parse error"_s);
    return answerMessage(request, document.object());
}

Response McpService::answerMessage(const Request &request, const QJsonObject &message)
{
    const QJsonValue id = message["id"_L1];
    const QString method = message["method"_L1].toString();
    const QJsonObject params = message["params"_L1].toObject();
    if (id.isUndefined())
        return Response::empty(202);
    if (method == "initialize"_L1)
        return result(id, greeting(params, name()));
    if (method == "ping"_L1)
        return result(id, {});
    if (method == "tools/list"_L1) {
        QJsonArray listed;
        for (const McpTool &tool : tools(request))
            listed.append(tool.toJson());
        return result(id, {{u"tools"_s, listed}});
    }
    if (method == "tools/call"_L1)
        return result(id, called(request, params));
    // Also how a server of these revisions answers to server/discover.
    return fault(400, id, -32601, u"Method not found: %1"_s.arg(method));
}

QJsonObject McpService::called(const Request &request, const QJsonObject &params)
{
    const QString tool = params["name"_L1].toString();
    const QList<McpTool> known = tools(request);
    const bool isKnown = std::any_of(
        known.begin(), known.end(), [&tool](const McpTool &one) { return one.name == tool; });
    const Outcome outcome = isKnown ? call(request, tool, params["arguments"_L1].toObject())
                                    : Outcome::refusal(u"Tool %1 not found"_s.arg(tool));
    const QJsonObject part{{u"type"_s, u"text"_s},
                           {u"text"_s, QString::fromUtf8(textOf(outcome.value))}};
    QJsonObject answer{{u"content"_s, QJsonArray{part}}};
    if (outcome.isError)
        answer["isError"_L1] = true;
    return answer;
}

} // namespace fairlead::sandbox
