// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/upstreamsapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"
#include "server/api/upstreamsjson.h"
#include "server/gateway/tooleffect.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr qsizetype nameLimit = 128;
constexpr qsizetype fingerprintLimit = 64;

/** What a tool does, as the person says: "judged" for Fairlead's own word. InvalidInput. */
Result<std::optional<tools::ToolEffect>> effectFrom(const QString &name)
{
    if (name == "judged"_L1)
        return std::optional<tools::ToolEffect>();
    const auto effect = gateway::effectFromName(name);
    if (!effect)
        return failure(ErrorCode::InvalidInput,
                       u"\"effect\" is one of read, write, destructive, judged."_s);
    return effect;
}

} // namespace

UpstreamsApi::UpstreamsApi(gateway::Upstreams &upstreams, gateway::PinnedTools &pins)
    : m_upstreams(upstreams)
    , m_pins(pins)
{}

void UpstreamsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api"_ba);
    routes.add("GET"_ba, "/health/upstreams"_ba, &UpstreamsApi::health);
    routes.add("GET"_ba, "/upstreams/catalogue"_ba, &UpstreamsApi::catalogue);
    routes.add("GET"_ba, "/upstreams/{id}/tools"_ba, &UpstreamsApi::tools);
    routes.add("POST"_ba, "/upstreams/{id}/tools/approve"_ba, &UpstreamsApi::approve);
    routes.add("POST"_ba, "/upstreams/{id}/tools/change"_ba, &UpstreamsApi::change);
}

Result<gateway::UpstreamView> UpstreamsApi::viewFor(const http::Call &call) const
{
    return m_upstreams.view(call.principal.userId,
                            QString::fromUtf8(call.request.pathParameter("id")));
}

QCoro::Task<http::Response> UpstreamsApi::health(http::Call call)
{
    const auto views = m_upstreams.views(call.principal.userId);
    if (!views)
        co_return problemFor(views.error());
    QJsonArray upstreams;
    for (const gateway::UpstreamView &view : *views)
        upstreams.append(toJson(view));
    const QJsonObject answer{{u"upstreams"_s, upstreams}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> UpstreamsApi::catalogue(http::Call)
{
    QJsonArray servers;
    for (const gateway::KnownServer &server : gateway::knownServers())
        servers.append(toJson(server));
    const QJsonObject answer{{u"servers"_s, servers}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> UpstreamsApi::tools(http::Call call)
{
    const auto view = viewFor(call);
    if (!view)
        co_return problemFor(view.error());
    QJsonArray tools;
    for (const gateway::PinnedTool &tool : view->tools)
        tools.append(toJson(*view, tool));
    const QJsonObject answer{
        {u"upstream"_s, toJson(*view)}, {u"tools"_s, tools}, {u"refused"_s, refusedJson(*view)}};
    co_return http::Response::json(answer);
}

http::Response UpstreamsApi::changed(const http::Call &call,
                                     const QString &connectionId,
                                     const QString &name,
                                     const Result<> &outcome)
{
    if (!outcome)
        return problemFor(outcome.error());
    m_upstreams.reload(connectionId);
    const auto view = viewFor(call);
    if (!view)
        return problemFor(view.error());
    const auto tool = std::ranges::find(view->tools, name, &gateway::PinnedTool::name);
    return tool == view->tools.end() ? http::Response::empty(204)
                                     : http::Response::json(toJson(*view, *tool));
}

QCoro::Task<http::Response> UpstreamsApi::approve(http::Call call)
{
    const auto view = viewFor(call);
    if (!view)
        co_return problemFor(view.error());
    const auto body = bodyObject(call.request, {u"name"_s, u"fingerprint"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto name = textMember(*body, u"name"_s, nameLimit);
    if (!name)
        co_return problemFor(name.error());
    const auto fingerprint = textMember(*body, u"fingerprint"_s, fingerprintLimit);
    if (!fingerprint)
        co_return problemFor(fingerprint.error());
    const QString id = view->connection.id;
    co_return changed(call, id, *name, m_pins.approve(id, *name, fingerprint->toLatin1()));
}

QCoro::Task<http::Response> UpstreamsApi::change(http::Call call)
{
    const auto view = viewFor(call);
    if (!view)
        co_return problemFor(view.error());
    const auto body = bodyObject(call.request, {u"name"_s, u"on"_s, u"effect"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto name = textMember(*body, u"name"_s, nameLimit);
    if (!name)
        co_return problemFor(name.error());
    const QJsonValue isOn = body->value(u"on"_s);
    if (!isOn.isUndefined() && !isOn.isBool())
        co_return problemFor(
            {.code = ErrorCode::InvalidInput, .message = u"\"on\" is true or false."_s});
    const QString wanted = body->value(u"effect"_s).toString();
    const auto effect = effectFrom(body->contains(u"effect"_s) ? wanted : u"judged"_s);
    if (!effect)
        co_return problemFor(effect.error());
    const QString id = view->connection.id;
    Result<> outcome;
    if (isOn.isBool())
        outcome = m_pins.setOn(id, *name, isOn.toBool());
    if (outcome && body->contains(u"effect"_s))
        outcome = m_pins.setEffect(id, *name, *effect);
    co_return changed(call, id, *name, outcome);
}

} // namespace fairlead::api
