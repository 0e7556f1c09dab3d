// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/upstreamsjson.h"

#include "server/api/apijson.h"
#include "server/base/text.h"
#include "server/gateway/tooleffect.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using gateway::PinnedTool;
using gateway::UpstreamView;

qint64 countOf(const UpstreamView &view, PinnedTool::State state)
{
    return std::ranges::count_if(view.tools,
                                 [state](const PinnedTool &tool) { return tool.state() == state; });
}

QJsonValue limitJson(const gateway::LimitStanding &standing)
{
    if (standing == gateway::LimitStanding())
        return QJsonValue::Null;
    return QJsonObject{{u"requests"_s, standing.limit.calls},
                       {u"seconds"_s, qint64(standing.limit.time.count())},
                       {u"used"_s, standing.used},
                       {u"low"_s, standing.isLow()},
                       {u"held_back_ms"_s, standing.heldBackMs}};
}

QJsonValue definitionJson(const QByteArray &definition)
{
    if (definition.isEmpty())
        return QJsonValue::Null;
    return QJsonDocument::fromJson(definition).object();
}

} // namespace

QJsonObject toJson(const gateway::KnownServer &server)
{
    return {{u"id"_s, server.id},
            {u"title"_s, server.title},
            {u"url"_s, server.url.toString()},
            {u"sign_in"_s, QString(signInName(server.signIn))},
            {u"note"_s, server.note}};
}

connections::ConnectionState standingState(const connections::Connection &connection,
                                           const gateway::UpstreamStanding &standing)
{
    const bool isAway = connection.state == connections::ConnectionState::Connected
        && !standing.isConnected && !standing.lastError.isEmpty();
    return isAway ? connections::ConnectionState::Unreachable : connection.state;
}

QJsonObject toJson(const UpstreamView &view)
{
    QJsonObject counts{{u"refused"_s, view.refused.size()}};
    for (const auto state : {PinnedTool::State::Approved,
                             PinnedTool::State::New,
                             PinnedTool::State::Changed,
                             PinnedTool::State::Gone})
        counts[gateway::stateName(state)] = countOf(view, state);
    const gateway::UpstreamStanding &standing = view.standing;
    return {
        {u"id"_s, view.connection.id},
        {u"name"_s, view.connection.name},
        {u"url"_s, view.connection.apiBase.toString()},
        {u"prefix"_s, view.prefix},
        {u"connected"_s, standing.isConnected},
        {u"state"_s, QString(stateName(standingState(view.connection, standing)))},
        {u"protocol_revision"_s, standing.revision},
        {u"server"_s, standing.server},
        {u"latency_ms"_s,
         standing.latencyMs < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(standing.latencyMs)},
        {u"last_error"_s, standing.lastError},
        {u"next_try_at"_s, timeJson(standing.nextTry)},
        {u"limit"_s, limitJson(view.limit)},
        {u"tools"_s, counts}};
}

QJsonObject toJson(const UpstreamView &view, const PinnedTool &tool)
{
    const QByteArray &newest = tool.offered.isEmpty() ? tool.approved : tool.offered;
    const auto read = gateway::offeredToolFrom(newest);
    return {{u"name"_s, tool.name},
            {u"listed_name"_s, gateway::listedName(view.prefix, tool.name)},
            {u"title"_s, read ? read->title : QString()},
            {u"state"_s, QString(gateway::stateName(tool.state()))},
            {u"on"_s, tool.isOn},
            {u"effect"_s, QString(gateway::effectName(gateway::effectOf(view.connection, tool)))},
            {u"effect_chosen"_s, tool.effect.has_value()},
            {u"fingerprint"_s, QString::fromLatin1(gateway::fingerprint(tool.offered))},
            {u"approved"_s, definitionJson(tool.approved)},
            {u"offered"_s, definitionJson(tool.offered)}};
}

QJsonArray refusedJson(const UpstreamView &view)
{
    QJsonArray refused;
    for (const gateway::RefusedTool &tool : view.refused)
        refused.append(QJsonObject{{u"name"_s, tool.name}, {u"reason"_s, tool.reason}});
    return refused;
}

} // namespace fairlead::api
