// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/approvalsapi.h"

#include "server/accounts/settledapproval.h"
#include "server/api/apijson.h"
#include "server/api/managementroutes.h"
#include "server/base/text.h"

#include <QCoroTimer>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using tools::ApprovalRequest;

constexpr int longestWait = 30;
constexpr std::chrono::milliseconds comesBackWithin{1000};
constexpr qsizetype longestAnswer = 20;

QLatin1StringView effectName(tools::ToolEffect effect)
{
    switch (effect) {
    case tools::ToolEffect::Read:
        return "read"_L1;
    case tools::ToolEffect::Write:
        return "write"_L1;
    case tools::ToolEffect::Destructive:
        break;
    }
    return "destructive"_L1;
}

QJsonValue textJson(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

/** Every argument and what goes away, beside what there is now: null where that is not known, and
 * where nothing comes in its place. */
QJsonArray changesOf(const ApprovalRequest &request)
{
    QJsonArray changes;
    for (const tools::ApprovalLine &line : approvalLines(request.arguments, request.change)) {
        changes.append(QJsonObject{{u"field"_s, line.field},
                                   {u"before"_s, textJson(line.before)},
                                   {u"after"_s, textJson(line.after)}});
    }
    return changes;
}

QJsonObject toJson(const ApprovalRequest &request)
{
    return {{u"id"_s, request.id},
            {u"key_id"_s, request.caller.keyId},
            {u"key_prefix"_s, request.caller.keyPrefix},
            {u"key_name"_s, request.caller.keyName},
            {u"client"_s, request.caller.clientName},
            {u"tool"_s, request.tool.name},
            {u"title"_s, request.tool.title},
            {u"service"_s, request.tool.service},
            {u"effect"_s, QString(effectName(request.tool.effect))},
            {u"arguments"_s, request.arguments},
            {u"changes"_s, changesOf(request)},
            {u"changes_problem"_s, request.change.problem},
            {u"asked_at"_s, timeJson(request.askedAt)},
            {u"ends_at"_s, timeJson(request.endsAt)}};
}

} // namespace

ApprovalsApi::ApprovalsApi(tools::Approvals &approvals, accounts::McpKeys &keys)
    : m_approvals(approvals)
    , m_keys(keys)
{}

void ApprovalsApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/approvals"_ba);
    routes.add("GET"_ba, ""_ba, &ApprovalsApi::list);
    routes.add("POST"_ba, "/{id}"_ba, &ApprovalsApi::answer);
}

QCoro::Task<http::Response> ApprovalsApi::list(http::Call call)
{
    const QString userId = call.principal.userId;
    const int wait = std::clamp(call.request.queryValue("wait").toInt(), 0, longestWait);
    // Whoever waits for questions can be asked, and until they ask for the next ones, too.
    std::shared_ptr<tools::Approvals::Presence> presence;
    if (!call.request.queryValue("wait").isEmpty())
        presence = std::make_shared<tools::Approvals::Presence>(m_approvals, userId);
    const QByteArrayList known = call.request.queryValue("known").split(',');
    m_approvals.refresh();
    if (wait > 0 && !hasNews(userId, known))
        co_await waitForNews(userId, known, std::chrono::seconds(wait), call.cancellation);
    if (presence && !call.cancellation.isCancelled())
        QTimer::singleShot(comesBackWithin, &m_approvals, [presence] {});
    QJsonArray requests;
    const QList<ApprovalRequest> pending = m_approvals.pending(userId);
    for (const ApprovalRequest &request : pending)
        requests.append(toJson(request));
    const QJsonObject json{{u"approvals"_s, requests}};
    co_return http::Response::json(json);
}

bool ApprovalsApi::hasNews(const QString &userId, const QByteArrayList &known) const
{
    const QList<ApprovalRequest> pending = m_approvals.pending(userId);
    return std::ranges::any_of(pending, [&known](const ApprovalRequest &request) {
        return !known.contains(request.id.toLatin1());
    });
}

QCoro::Task<> ApprovalsApi::waitForNews(QString userId,
                                        QByteArrayList known,
                                        std::chrono::milliseconds time,
                                        CancellationToken cancellation)
{
    QTimer timer;
    timer.setSingleShot(true);
    timer.start(time);
    const auto wake = [&timer] { timer.start(0); };
    QObject::connect(&m_approvals, &tools::Approvals::changed, &timer, [&] {
        if (hasNews(userId, known))
            wake();
    });
    cancellation.onCancelled(&timer, wake);
    co_await timer;
}

QCoro::Task<http::Response> ApprovalsApi::answer(http::Call call)
{
    const auto body = bodyObject(call.request, {u"answer"_s});
    if (!body)
        co_return problemFor(body.error());
    const auto name = textMember(*body, u"answer"_s, longestAnswer);
    if (!name)
        co_return problemFor(name.error());
    const auto answer = tools::answerFromName(*name);
    if (!answer)
        co_return problemFor({.code = ErrorCode::InvalidInput,
                              .message = u"“answer” is “%1”; it must be once, session, always or "
                                         "deny."_s.arg(cleanedLine(*name, longestAnswer))});
    const QString id = QString::fromLatin1(call.request.pathParameter("id"));
    const auto settled =
        accounts::settleApproval(m_approvals, m_keys, call.principal.userId, id, *answer);
    co_return settled ? http::Response::empty(204) : problemFor(settled.error());
}

} // namespace fairlead::api
