// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/front/faults.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** A 429 with the headers of Jira's three limits; `reason` tells which one it was. */
Response rateLimited(const FaultRule &rule)
{
    Response response =
        Response::json(429,
                       QJsonObject{{u"errorMessages"_s, QJsonArray{u"Rate limit exceeded."_s}},
                                   {u"errors"_s, QJsonObject{}}});
    const int seconds = rule.retryAfter >= 0 ? rule.retryAfter : 60;
    const QByteArray reason =
        rule.reason.isEmpty() ? "jira-burst-based"_ba : rule.reason.toLatin1();
    const bool isQuota = reason.contains("quota");
    const QByteArray limit = isQuota ? "65000"_ba : "100"_ba;
    if (rule.retryAfter >= 0)
        response.with("Retry-After", QByteArray::number(rule.retryAfter));
    response.with("RateLimit-Reason", reason)
        .with("X-RateLimit-Limit", limit)
        .with("X-RateLimit-Remaining", "0")
        .with("X-RateLimit-Reset",
              QDateTime::currentDateTimeUtc().addSecs(seconds).toString(Qt::ISODate).toLatin1())
        .with("X-RateLimit-NearLimit", "true")
        .with("RateLimit-Policy",
              isQuota ? "\"global-app-quota\";q=65000;w=3600"_ba : "\"burst\";q=100;w=1"_ba)
        .with("RateLimit",
              (isQuota ? "\"global-app-quota\""_ba : "\"burst\""_ba)
                  + ";r=0;t=" + QByteArray::number(seconds));
    return response;
}

Response failed(const FaultRule &rule)
{
    if (rule.status == 429)
        return rateLimited(rule);
    if (rule.status == 401) {
        return Response::text(401,
                              "text/html;charset=UTF-8",
                              "Client must be authenticated to access this resource.")
            .with("WWW-Authenticate", "OAuth realm=\"sandbox\"")
            .with("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
    }
    const QString message = rule.status == 403 ? u"You do not have permission to do this."_s
        : rule.status == 404 ? u"Issue does not exist or you do not have permission to see it."_s
        : rule.status == 503 ? u"The service is temporarily unavailable."_s
                             : u"Internal server error"_s;
    Response response = Response::json(
        rule.status,
        QJsonObject{{u"errorMessages"_s, QJsonArray{message}}, {u"errors"_s, QJsonObject{}}});
    if (rule.retryAfter >= 0)
        response.with("Retry-After", QByteArray::number(rule.retryAfter));
    return response;
}

Response huge(const FaultRule &rule)
{
    const QByteArray head = "{\"values\":[\""_ba;
    const QByteArray tail = "\"]}"_ba;
    return Response::text(
        200,
        "application/json;charset=UTF-8",
        head + QByteArray(qMax(qsizetype(0), rule.bytes - head.size() - tail.size()), 'x') + tail);
}

constexpr auto proxyPage = "<!DOCTYPE html><html><head><title>Sign in to the network</title></head>"
                           "<body><h1>Please sign in</h1></body></html>";

} // namespace

Faults::Faults(quint32 seed)
    : m_seed(seed)
    , m_random(seed)
{}

void Faults::add(const FaultRule &rule)
{
    m_rules.append(rule);
}

void Faults::clear()
{
    m_rules.clear();
    m_random.seed(m_seed);
}

FaultPlan Faults::planFor(const Request &request)
{
    FaultPlan plan;
    for (FaultRule &rule : m_rules) {
        if (strikes(rule, request))
            apply(rule, plan);
    }
    m_rules.removeIf([](const FaultRule &rule) { return rule.count == 0; });
    return plan;
}

bool Faults::strikes(FaultRule &rule, const Request &request)
{
    if (!rule.matches(request))
        return false;
    // Drawn even for certain rules, so that one more rule does not shift the others' dice.
    const double drawn = double(m_random()) / double(std::mt19937::max());
    if (drawn > rule.probability)
        return false;
    if (rule.count > 0)
        --rule.count;
    return true;
}

void Faults::apply(const FaultRule &rule, FaultPlan &plan)
{
    const auto answerInstead = [&plan](const Response &response) {
        if (!plan.instead)
            plan.instead = response;
    };
    switch (rule.kind) {
    case FaultRule::Kind::Latency:
        plan.delayMs += rule.latencyMs;
        if (rule.jitterMs > 0)
            plan.delayMs += int(m_random() % quint32(rule.jitterMs + 1));
        break;
    case FaultRule::Kind::Status:
        if (!plan.instead)
            plan.failure = rule;
        answerInstead(failed(rule));
        break;
    case FaultRule::Kind::Html:
        answerInstead(Response::text(200, "text/html;charset=UTF-8", proxyPage));
        break;
    case FaultRule::Kind::Garbage:
        answerInstead(Response::text(
            200, "application/json;charset=UTF-8", "{\"values\":[{\"id\":\"100\xff\",,]"));
        break;
    case FaultRule::Kind::Huge:
        answerInstead(huge(rule));
        break;
    case FaultRule::Kind::Redirect:
        answerInstead(Response::empty(302).with("Location", rule.location.toUtf8()));
        break;
    case FaultRule::Kind::Hang:
        plan.delivery = FaultPlan::Delivery::Hang;
        break;
    case FaultRule::Kind::Drip:
        plan.delivery = FaultPlan::Delivery::Drip;
        plan.dripMs = rule.dripMs;
        break;
    case FaultRule::Kind::Cut:
        plan.delivery = FaultPlan::Delivery::Cut;
        break;
    case FaultRule::Kind::WrongLength:
        plan.delivery = FaultPlan::Delivery::WrongLength;
        break;
    }
}

} // namespace fairlead::sandbox
