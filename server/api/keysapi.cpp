// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/keysapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"
#include "server/base/text.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype nameLimit = 100;
constexpr qsizetype mostToolsets = 100;
constexpr qint64 longestLifeSeconds = 10LL * 365 * 24 * 3600;

QString keyId(const http::Call &call)
{
    return QString::fromUtf8(call.request.pathParameter("id"));
}

http::Response created(const accounts::CreatedMcpKey &key, int status)
{
    QJsonObject json = toJson(key.key);
    json.insert(u"key"_s, QString::fromLatin1(key.secret.reveal()));
    return http::Response::json(json, status);
}

/** The names in the member "toolsets", whose meaning McpKeys checks. */
Result<QStringList> toolsetsFrom(const QJsonValue &names)
{
    const QString advice = u"“toolsets” must be a list of names: [\"jira_agile\"]."_s;
    if (!names.isUndefined() && !names.isArray())
        return failure(ErrorCode::InvalidInput, advice);
    QStringList toolsets;
    const QJsonArray list = names.toArray();
    for (const auto &name : list) {
        if (!name.isString() || toolsets.size() >= mostToolsets)
            return failure(ErrorCode::InvalidInput, advice);
        toolsets.append(name.toString());
    }
    return toolsets;
}

Result<tools::KeyRights> rightsFrom(const QJsonValue &names)
{
    tools::KeyRights rights;
    if (!names.isUndefined() && !names.isArray())
        return failure(ErrorCode::InvalidInput, u"“rights” must be a list, such as [\"proxy\"]."_s);
    const QJsonArray list = names.toArray();
    for (const auto &name : list) {
        const auto right = tools::rightFromName(name.toString());
        if (!right)
            return failure(ErrorCode::InvalidInput,
                           u"“%1” is no right of a key; there are: proxy, lease."_s.arg(
                               cleanedLine(name.toString(), nameLimit)));
        rights.setFlag(*right);
    }
    return rights;
}

Result<tools::KeyAsking> askingFrom(const QJsonValue &name)
{
    if (name.isUndefined())
        return tools::KeyAsking::Destructive;
    const auto asking = tools::askingFromName(name.toString());
    if (!asking)
        return failure(ErrorCode::InvalidInput,
                       u"“asks” is “%1”; it must be never, destructive or writes."_s.arg(
                           cleanedLine(name.toString(), nameLimit)));
    return *asking;
}

/** null: nothing of its own holds for the tool. */
Result<std::optional<tools::ToolDecision>> decisionFrom(const QJsonValue &name)
{
    if (name.isNull())
        return std::nullopt;
    const auto decision = tools::decisionFromName(name.toString());
    if (!decision)
        return failure(ErrorCode::InvalidInput,
                       u"“%1” must be allow, ask, deny or null."_s.arg(
                           cleanedLine(name.toString(), nameLimit)));
    return decision;
}

} // namespace

KeysApi::KeysApi(accounts::McpKeys &keys,
                 const connections::Connections &connections,
                 const Clock &clock)
    : m_keys(keys)
    , m_connections(connections)
    , m_clock(clock)
{}

void KeysApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/users/me/mcp-keys"_ba);
    routes.add("GET"_ba, ""_ba, &KeysApi::list);
    routes.add("POST"_ba, ""_ba, &KeysApi::create);
    routes.add("PATCH"_ba, "/{id}"_ba, &KeysApi::change);
    routes.add("PUT"_ba, "/{id}/approval"_ba, &KeysApi::setApproval);
    routes.add("POST"_ba, "/{id}/rotate"_ba, &KeysApi::rotate);
    routes.add("DELETE"_ba, "/{id}"_ba, &KeysApi::revoke);
}

QCoro::Task<http::Response> KeysApi::list(http::Call call)
{
    const auto keys = m_keys.list(call.principal.userId);
    if (!keys)
        co_return problemFor(keys.error());
    QJsonArray json;
    for (const accounts::McpKey &key : *keys)
        json.append(toJson(key));
    const QJsonObject answer{{u"keys"_s, json}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> KeysApi::create(http::Call call)
{
    const auto request = newKey(call);
    if (!request)
        co_return problemFor(request.error());
    const auto key = m_keys.create(*request);
    co_return key ? created(*key, 201) : problemFor(key.error());
}

Result<accounts::NewMcpKey> KeysApi::newKey(const http::Call &call) const
{
    const auto body = bodyObject(call.request,
                                 {u"name"_s,
                                  u"access"_s,
                                  u"expires_in"_s,
                                  u"connections"_s,
                                  u"rights"_s,
                                  u"toolsets"_s,
                                  u"asks"_s});
    if (!body)
        return failure(body.error());
    const auto name = textMember(*body, u"name"_s, nameLimit);
    if (!name)
        return failure(name.error());
    const auto accessText = textMember(*body, u"access"_s, nameLimit, u"write"_s);
    if (!accessText)
        return failure(accessText.error());
    const auto access = tools::accessFromName(*accessText);
    if (!access)
        return failure(ErrorCode::InvalidInput,
                       u"“access” is “%1”; it must be read, write or full."_s.arg(*accessText));

    const auto rights = rightsFrom(body->value(u"rights"_s));
    if (!rights)
        return failure(rights.error());
    const auto toolsets = toolsetsFrom(body->value(u"toolsets"_s));
    if (!toolsets)
        return failure(toolsets.error());

    const auto asks = askingFrom(body->value(u"asks"_s));
    if (!asks)
        return failure(asks.error());

    accounts::NewMcpKey request{.userId = call.principal.userId,
                                .name = *name,
                                .access = *access,
                                .connectionIds = {},
                                .expiresAt = {},
                                .rights = *rights,
                                .toolsets = *toolsets,
                                .asks = *asks};
    if (body->contains(u"expires_in"_s)) {
        const qint64 seconds = body->value(u"expires_in"_s).toInteger(-1);
        if (seconds <= 0 || seconds > longestLifeSeconds)
            return failure(ErrorCode::InvalidInput,
                           u"“expires_in” must be a number of seconds from 1 to %1."_s.arg(
                               longestLifeSeconds));
        request.expiresAt = m_clock.now().addSecs(seconds);
    }
    const auto connectionIds =
        connectionsFrom(body->value(u"connections"_s), call.principal.userId);
    if (!connectionIds)
        return failure(connectionIds.error());
    request.connectionIds = *connectionIds;
    return request;
}

/** The ids of those that the key is limited to; empty: none was named. */
Result<QStringList> KeysApi::connectionsFrom(const QJsonValue &ids, const QString &userId) const
{
    if (ids.isUndefined())
        return QStringList();
    if (!ids.isArray())
        return failure(ErrorCode::InvalidInput,
                       u"“connections” must be a list of connection ids."_s);
    const QJsonArray idList = ids.toArray();
    if (idList.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       u"“connections” is empty. Name the connections that the key may use, or "
                       "leave it out for all of them."_s);
    QStringList found;
    for (const auto &id : idList) {
        const auto connection = m_connections.findUsable(userId, id.toString());
        if (!connection)
            return failure(connection.error());
        found.append(connection->id);
    }
    return found;
}

QCoro::Task<http::Response> KeysApi::change(http::Call call)
{
    const auto body = bodyObject(call.request, {u"name"_s, u"toolsets"_s, u"rights"_s});
    if (!body)
        co_return problemFor(body.error());
    const QString userId = call.principal.userId;
    const bool hasToolsets = body->contains(u"toolsets"_s);
    const bool hasRights = body->contains(u"rights"_s);
    // All of it is looked at before any of it is done.
    const auto toolsets = toolsetsFrom(body->value(u"toolsets"_s));
    if (!toolsets)
        co_return problemFor(toolsets.error());
    const auto rights = rightsFrom(body->value(u"rights"_s));
    if (!rights)
        co_return problemFor(rights.error());
    Result<accounts::McpKey> key = m_keys.find(userId, keyId(call));
    if (key && (body->contains(u"name"_s) || !(hasToolsets || hasRights))) {
        const auto name = textMember(*body, u"name"_s, nameLimit);
        if (!name)
            co_return problemFor(name.error());
        key = m_keys.rename(userId, keyId(call), *name);
    }
    if (key && hasToolsets)
        key = m_keys.setToolsets(userId, keyId(call), *toolsets);
    if (key && hasRights)
        key = m_keys.setRights(userId, keyId(call), *rights);
    co_return key ? http::Response::json(toJson(*key)) : problemFor(key.error());
}

QCoro::Task<http::Response> KeysApi::setApproval(http::Call call)
{
    const auto body = bodyObject(call.request, {u"asks"_s, u"tools"_s});
    if (!body)
        co_return problemFor(body.error());
    const QString userId = call.principal.userId;
    // All of it is looked at before any of it is done.
    const auto asks = askingFrom(body->value(u"asks"_s));
    if (!asks)
        co_return problemFor(asks.error());
    const QJsonObject tools = body->value(u"tools"_s).toObject();
    for (const auto &name : tools) {
        if (const auto decision = decisionFrom(name); !decision)
            co_return problemFor(decision.error());
    }
    Result<accounts::McpKey> key = m_keys.find(userId, keyId(call));
    if (key && body->contains(u"asks"_s))
        key = m_keys.setAsking(userId, keyId(call), *asks);
    for (auto each = tools.begin(); key && each != tools.end(); ++each)
        key = m_keys.decide(userId, keyId(call), each.key(), *decisionFrom(each.value()));
    co_return key ? http::Response::json(toJson(*key)) : problemFor(key.error());
}

QCoro::Task<http::Response> KeysApi::rotate(http::Call call)
{
    const auto key = m_keys.rotate(call.principal.userId, keyId(call));
    co_return key ? created(*key, 200) : problemFor(key.error());
}

QCoro::Task<http::Response> KeysApi::revoke(http::Call call)
{
    const bool forget = call.request.queryValue("forget") == "true";
    const auto revoked = forget ? m_keys.forget(call.principal.userId, keyId(call))
                                : m_keys.revoke(call.principal.userId, keyId(call));
    co_return revoked ? http::Response::empty(204) : problemFor(revoked.error());
}

} // namespace fairlead::api
