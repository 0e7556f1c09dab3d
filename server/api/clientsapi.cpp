// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/clientsapi.h"

#include "server/api/apijson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype fingerprintLimit = 64;

http::Response ownerOnly()
{
    return problemFor({.code = ErrorCode::Forbidden,
                       .message = u"Only the control token of this data folder may see and change "
                                  "the programs on this computer."_s});
}

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
    const auto add = [&](const QByteArray &method, const QByteArray &path, auto handler) {
        router.add({.method = method,
                    .path = "/api/clients"_ba + path,
                    .access = http::Access::Management,
                    .handler = http::answering([this, handler](http::Call call) {
                        return (this->*handler)(std::move(call));
                    })});
    };
    add("GET"_ba, ""_ba, &ClientsApi::list);
    add("GET"_ba, "/{id}/preview"_ba, &ClientsApi::preview);
    add("POST"_ba, "/{id}"_ba, &ClientsApi::add);
    add("DELETE"_ba, "/{id}"_ba, &ClientsApi::remove);
    add("POST"_ba, "/{id}/undo"_ba, &ClientsApi::undo);
}

QCoro::Task<http::Response> ClientsApi::list(http::Call call)
{
    if (!call.principal.owner)
        co_return ownerOnly();
    QJsonArray json;
    const auto all = m_connections.list();
    for (const clients::ClientStatus &status : all)
        json.append(statusJson(status));
    const QJsonObject object{{u"clients"_s, json}};
    co_return http::Response::json(object);
}

QCoro::Task<http::Response> ClientsApi::preview(http::Call call)
{
    if (!call.principal.owner)
        co_return ownerOnly();
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
    if (!call.principal.owner)
        co_return ownerOnly();
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
    if (!call.principal.owner)
        co_return ownerOnly();
    const bool keepsKey = call.request.queryValue("keep_key") == "true";
    const auto keyEnd = keepsKey ? clients::KeyEnd::Keep : clients::KeyEnd::Revoke;
    co_return answer(m_connections.remove(clientId(call), keyEnd), 200);
}

QCoro::Task<http::Response> ClientsApi::undo(http::Call call)
{
    if (!call.principal.owner)
        co_return ownerOnly();
    co_return answer(m_connections.undo(clientId(call)), 200);
}

} // namespace fairlead::api
