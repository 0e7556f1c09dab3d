// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/clientsapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype fingerprintLimit = 64;

QString clientId(const http::Call &call)
{
    return QString::fromUtf8(call.request.pathParameter("id"));
}

QJsonObject statusJson(const clients::ClientStatus &status)
{
    const auto textOrNull = [](const QString &text) {
        return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
    };
    return {{u"id"_s, status.id},
            {u"name"_s, status.name},
            {u"state"_s, clients::stateName(status.state)},
            {u"message"_s, status.sentence},
            {u"file"_s, textOrNull(status.file)},
            {u"has_entry"_s, status.hasEntry},
            {u"can_undo"_s, status.canUndo},
            {u"key_id"_s, textOrNull(status.keyId)},
            {u"last_used_at"_s, timeJson(status.lastUsedAt)}};
}

http::Response answer(const Result<clients::ClientChange> &change, int status)
{
    if (!change)
        return problemFor(change.error());
    QJsonObject json = statusJson(change->status);
    json.insert(u"backup"_s,
                change->backup.isEmpty() ? QJsonValue(QJsonValue::Null)
                                         : QJsonValue(change->backup));
    return http::Response::json(json, status);
}

} // namespace

ClientsApi::ClientsApi(clients::ClientConnections &connections)
    : m_connections(connections)
{}

void ClientsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(
        router, *this, "/api/clients"_ba, u"see and change the programs on this computer"_s);
    routes.add("GET"_ba, ""_ba, &ClientsApi::list);
    routes.add("GET"_ba, "/{id}/preview"_ba, &ClientsApi::preview);
    routes.add("POST"_ba, "/{id}"_ba, &ClientsApi::add);
    routes.add("DELETE"_ba, "/{id}"_ba, &ClientsApi::remove);
    routes.add("POST"_ba, "/{id}/undo"_ba, &ClientsApi::undo);
    routes.add("POST"_ba, "/{id}/link"_ba, &ClientsApi::link);
}

QCoro::Task<http::Response> ClientsApi::list(http::Call)
{
    QJsonArray json;
    const auto all = m_connections.list();
    for (const clients::ClientStatus &status : all)
        json.append(statusJson(status));
    const QJsonObject object{{u"clients"_s, json}};
    co_return http::Response::json(object);
}

QCoro::Task<http::Response> ClientsApi::preview(http::Call call)
{
    const auto preview = m_connections.preview(clientId(call));
    if (!preview)
        co_return problemFor(preview.error());
    const QJsonObject json{{u"file"_s, preview->file},
                           {u"entry"_s, preview->entry},
                           {u"diff"_s, preview->diff},
                           {u"fingerprint"_s, preview->fingerprint},
                           {u"notes"_s, QJsonArray::fromStringList(preview->notes)}};
    co_return http::Response::json(json);
}

QCoro::Task<http::Response> ClientsApi::add(http::Call call)
{
    const auto body = bodyObject(call.request, {u"fingerprint"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto fingerprint = textMember(*body, u"fingerprint"_s, fingerprintLimit, QString());
    if (!fingerprint)
        co_return problemFor(fingerprint.error());
    co_return answer(m_connections.add(clientId(call), *fingerprint), 201);
}

QCoro::Task<http::Response> ClientsApi::remove(http::Call call)
{
    const bool keepsKey = call.request.queryValue("keep_key") == "true";
    const auto keyEnd = keepsKey ? clients::KeyEnd::Keep : clients::KeyEnd::Revoke;
    co_return answer(m_connections.remove(clientId(call), keyEnd), 200);
}

QCoro::Task<http::Response> ClientsApi::undo(http::Call call)
{
    co_return answer(m_connections.undo(clientId(call)), 200);
}

QCoro::Task<http::Response> ClientsApi::link(http::Call call)
{
    const auto made = m_connections.makeLink(clientId(call));
    if (!made)
        co_return problemFor(made.error());
    const QJsonObject json{{u"id"_s, clientId(call)}, {u"link"_s, QString::fromLatin1(*made)}};
    co_return http::Response::json(json, 201);
}

} // namespace fairlead::api
