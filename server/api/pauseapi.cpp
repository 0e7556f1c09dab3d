// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/pauseapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {

PauseApi::PauseApi(tools::Pause &pause)
    : m_pause(pause)
{}

void PauseApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/pause"_ba, u"pause Fairlead and resume it"_s);
    routes.add("PUT"_ba, ""_ba, &PauseApi::change);
}

QCoro::Task<http::Response> PauseApi::change(http::Call call)
{
    const auto body = bodyObject(call.request, {u"paused"_s});
    if (!body)
        co_return problemFor(body.error());
    const QJsonValue paused = body->value(u"paused"_s);
    if (!paused.isBool())
        co_return problemFor(
            {.code = ErrorCode::InvalidInput, .message = u"“paused” must be true or false."_s});
    const auto changed = m_pause.setEverywhere(paused.toBool());
    if (!changed)
        co_return problemFor(changed.error());
    const QJsonObject json{{u"paused"_s, m_pause.isOn()}};
    co_return http::Response::json(json);
}

} // namespace fairlead::api
