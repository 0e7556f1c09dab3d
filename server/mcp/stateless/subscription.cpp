// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/stateless/subscription.h"

#include "server/mcp/jsonrpc/message.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype mostUris = 1000;

bool isListOfTexts(const QJsonValue &value)
{
    if (value.isUndefined())
        return true;
    const QJsonArray array = value.toArray();
    return value.isArray() && array.size() <= mostUris
        && std::ranges::all_of(array, [](const QJsonValue &text) { return text.isString(); });
}

QJsonObject metaOf(const RequestId &id)
{
    return {{u"io.modelcontextprotocol/subscriptionId"_s, id.toJson()}};
}

} // namespace

Subscription::Subscription(const ServerProfile &server,
                           RequestId id,
                           tools::Caller caller,
                           QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_id(std::move(id))
    , m_caller(std::move(caller))
{}

std::optional<RpcError> Subscription::start(const QJsonObject &params)
{
    using tools::ChangeFeed;
    const QJsonValue filter = params["notifications"_L1];
    const QJsonValue uris = filter["resourceSubscriptions"_L1];
    if (!filter.isObject() || !isListOfTexts(uris))
        return RpcError{RpcCode::InvalidParams,
                        u"\"notifications\" must say what to listen for; "
                        "\"resourceSubscriptions\" in it are up to %1 texts."_s.arg(mostUris)};
    const bool tellsChanges = m_server.changes != nullptr;
    const bool hasPrompts = tellsChanges && m_server.prompts != nullptr;
    const bool hasResources = tellsChanges && m_server.resources != nullptr;
    const bool tools = tellsChanges && filter["toolsListChanged"_L1].toBool();
    const bool prompts = hasPrompts && filter["promptsListChanged"_L1].toBool();
    const bool resources = hasResources && filter["resourcesListChanged"_L1].toBool();
    QJsonObject agreed;
    if (tools)
        agreed["toolsListChanged"_L1] = true;
    if (prompts)
        agreed["promptsListChanged"_L1] = true;
    if (resources)
        agreed["resourcesListChanged"_L1] = true;
    if (hasResources && !uris.isUndefined())
        agreed["resourceSubscriptions"_L1] = followResources(uris.toArray());
    notify(u"notifications/subscriptions/acknowledged"_s, {{u"notifications"_s, agreed}});
    follow(tools, &ChangeFeed::toolsChanged, u"notifications/tools/list_changed"_s);
    follow(prompts, &ChangeFeed::promptsChanged, u"notifications/prompts/list_changed"_s);
    follow(resources, &ChangeFeed::resourcesChanged, u"notifications/resources/list_changed"_s);
    return std::nullopt;
}

void Subscription::follow(bool wanted, void (tools::ChangeFeed::*signal)(), const QString &method)
{
    if (wanted)
        connect(m_server.changes, signal, this, [this, method] { notify(method); });
}

QJsonArray Subscription::followResources(const QJsonArray &uris)
{
    QJsonArray followed;
    for (const auto &uri : uris) {
        if (m_followings.follow(*m_server.resources, uri.toString(), m_caller))
            followed.append(uri);
    }
    connect(
        m_server.changes, &tools::ChangeFeed::resourceUpdated, &m_followings, &Followings::tell);
    connect(&m_followings, &Followings::updated, this, [this](const QString &uri) {
        notify(u"notifications/resources/updated"_s, {{u"uri"_s, uri}});
    });
    return followed;
}

void Subscription::end()
{
    Q_EMIT messageReady(
        resultMessage(m_id, {{u"resultType"_s, u"complete"_s}, {u"_meta"_s, metaOf(m_id)}}));
}

void Subscription::notify(const QString &method, QJsonObject params)
{
    params["_meta"_L1] = metaOf(m_id);
    Q_EMIT messageReady(notificationMessage(method, params));
}

} // namespace fairlead::mcp
