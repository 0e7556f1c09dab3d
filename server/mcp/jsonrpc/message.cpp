// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/message.h"

#include "server/mcp/jsonrpc/rawmember.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestMethod = 128;

InvalidMessage invalid(const std::optional<RequestId> &id, const QString &message)
{
    return {id, {RpcCode::InvalidRequest, message}};
}

Message callFromJson(const QJsonObject &object, const std::optional<RequestId> &id)
{
    // Looked up once each: a look goes through the object's keys.
    const QJsonValue name = object["method"_L1];
    const QString method = name.toString();
    if (!name.isString() || method.isEmpty() || method.size() > longestMethod)
        return invalid(id, u"\"method\" must be a text of 1 to 128 characters."_s);
    const QJsonValue params = object["params"_L1];
    if (!params.isUndefined() && !params.isObject())
        return InvalidMessage{id, {RpcCode::InvalidParams, u"\"params\" must be an object."_s}};
    if (object.contains("result"_L1) || object.contains("error"_L1))
        return invalid(id, u"A message with \"method\" has no \"result\" and no \"error\"."_s);
    if (!id)
        return NotificationMessage{method, params.toObject()};
    return RequestMessage{.id = *id, .method = method, .params = params.toObject()};
}

Message responseFromJson(const QJsonObject &object, const std::optional<RequestId> &id)
{
    const bool hasResult = object.contains("result"_L1);
    if (hasResult == object.contains("error"_L1))
        return invalid({}, u"A message has a \"method\", a \"result\" or an \"error\"."_s);
    if (!id)
        return invalid({}, u"A response needs the \"id\" of its request."_s);
    if (!object[hasResult ? "result"_L1 : "error"_L1].isObject())
        return invalid({}, u"\"result\" and \"error\" must be objects."_s);
    if (hasResult)
        return ResponseMessage{*id, object["result"_L1].toObject(), {}};
    return ResponseMessage{*id, {}, object["error"_L1].toObject()};
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray line(QJsonObject object)
{
    object["jsonrpc"_L1] = u"2.0"_s;
    return compact(object);
}

/** `outer` in one line, with `inner` as its member of this name, in which one member is bytes. */
QByteArray lineWith(QJsonObject outer,
                    QLatin1StringView name,
                    QJsonObject inner,
                    QLatin1StringView member,
                    const QByteArray &bytes)
{
    inner.remove(member);
    return withRawMember(
        line(std::move(outer)), name, withRawMember(compact(inner), member, bytes));
}

} // namespace

Message messageFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return invalid({}, u"A message must be a JSON object."_s);
    const QJsonObject object = value.toObject();
    const QJsonValue idValue = object["id"_L1];
    const auto id = RequestId::fromJson(idValue);
    if (object["jsonrpc"_L1] != "2.0"_L1)
        return invalid(id, u"\"jsonrpc\" must be \"2.0\"."_s);
    if (!idValue.isUndefined() && !id)
        return invalid({},
                       u"\"id\" must be a text of up to 256 characters or a whole number within "
                       "2^53."_s);
    if (object.contains("method"_L1))
        return callFromJson(object, id);
    return responseFromJson(object, id);
}

QByteArray resultMessage(const RequestId &id, const QJsonObject &result)
{
    return line({{u"id"_s, id.toJson()}, {u"result"_s, result}});
}

QByteArray writtenResultMessage(const RequestId &id, QByteArrayView resultJson)
{
    constexpr qsizetype roomForTheRest = 64;
    QByteArray line;
    line.reserve(resultJson.size() + roomForTheRest);
    line.append("{\"id\":");
    id.appendTo(line);
    line.append(R"(,"jsonrpc":"2.0","result":)").append(resultJson).append('}');
    return line;
}

QByteArray resultMessage(const RequestId &id,
                         const QJsonObject &result,
                         const QByteArray &structuredContent)
{
    if (structuredContent.isEmpty())
        return resultMessage(id, result);
    const QJsonObject outer{{u"id"_s, id.toJson()}};
    return lineWith(outer, "result"_L1, result, "structuredContent"_L1, structuredContent);
}

QByteArray errorMessage(const std::optional<RequestId> &id, const RpcError &error)
{
    QJsonObject object{{u"error"_s, error.toJson()}};
    if (id)
        object["id"_L1] = id->toJson();
    return line(object);
}

QByteArray requestMessage(const RequestId &id, const QString &method, const QJsonObject &params)
{
    QJsonObject object{{u"id"_s, id.toJson()}, {u"method"_s, method}};
    if (!params.isEmpty())
        object["params"_L1] = params;
    return line(object);
}

QByteArray requestMessage(const RequestId &id,
                          const QString &method,
                          const QJsonObject &params,
                          const QByteArray &arguments)
{
    if (arguments.isEmpty())
        return requestMessage(id, method, params);
    const QJsonObject outer{{u"id"_s, id.toJson()}, {u"method"_s, method}};
    return lineWith(outer, "params"_L1, params, "arguments"_L1, arguments);
}

QByteArray notificationMessage(const QString &method, const QJsonObject &params)
{
    QJsonObject object{{u"method"_s, method}};
    if (!params.isEmpty())
        object["params"_L1] = params;
    return line(object);
}

} // namespace fairlead::mcp
