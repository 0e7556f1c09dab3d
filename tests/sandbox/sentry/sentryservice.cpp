// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/sentry/sentryservice.h"

#include "tests/sandbox/front/faultrule.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Response refusal(int status, const QString &detail)
{
    return Response::json(status, QJsonObject{{u"detail"_s, detail}});
}

Response notFound()
{
    return refusal(404, u"The requested resource does not exist"_s);
}

/** A page of a list with the Link header by which Sentry names the next one. */
Response page(const Request &request, const QList<QJsonObject> &all, QStringView sizeName)
{
    const int size = request.integer(sizeName, 25);
    const QString cursor = request.parameter(u"cursor").value_or(u"0:0:0"_s);
    bool isNumber = false;
    const qsizetype start = cursor.section(u':', 1, 1).toInt(&isNumber);
    if (!isNumber || size < 1 || size > 100)
        return refusal(400, u"Invalid cursor parameter."_s);
    QJsonArray items;
    for (const QJsonObject &each : all.mid(start, size))
        items.append(each);
    const qsizetype end = start + items.size();
    const QByteArray link = "<" + request.origin.toLatin1() + ">; rel=\"previous\"; results=\""
        + (start > 0 ? "true" : "false") + "\"; cursor=\"0:0:1\", <" + request.origin.toLatin1()
        + ">; rel=\"next\"; results=\"" + (end < all.size() ? "true" : "false")
        + "\"; cursor=\"0:" + QByteArray::number(end) + ":0\"";
    return Response::json(200, items).with("Link", link);
}

} // namespace

SentryService::SentryService()
    : m_state(std::make_shared<SentryState>())
    , m_regions(std::make_shared<QMap<QString, QString>>())
{
    addCenterRoutes();
    addRoutes();
    addIssueRoutes();
}

SentryService::SentryService(SentryService &center, const QString &region)
    : m_region(region)
    , m_state(center.m_state)
    , m_regions(center.m_regions)
{
    addRoutes();
    addIssueRoutes();
}

QString SentryService::name() const
{
    return m_region.isEmpty() ? u"sentry"_s : u"sentry:"_s + m_region;
}

void SentryService::reset()
{
    *m_state = SentryState();
}

std::optional<Response> SentryService::failed(const FaultRule &rule) const
{
    if (rule.status != 429)
        return refusal(rule.status, u"Internal Error"_s);
    Response response = refusal(
        429,
        u"You are attempting to use this endpoint too frequently. Limit is 40 requests in 1 "
        "seconds"_s);
    if (rule.retryAfter >= 0)
        response.with("Retry-After", QByteArray::number(rule.retryAfter));
    return response;
}

Response SentryService::answer(const Request &request)
{
    const QByteArray sent = request.header("authorization");
    if (sent.isEmpty())
        return refusal(401, u"Authentication credentials were not provided."_s);
    const bool isReadonly = sent == "Bearer " + m_state->readonlyToken;
    if (sent != "Bearer " + m_state->token && !isReadonly)
        return refusal(401, u"Invalid token"_s);
    if (isReadonly && request.method != "GET")
        return refusal(403, u"You do not have permission to perform this action."_s);
    const auto answered = m_routes.answer(request);
    return answered ? *answered : notFound();
}

void SentryService::addCenterRoutes()
{
    m_routes.add("GET", u"/api/0/auth/"_s, [this](const RouteCall &) {
        return Response::json(200, m_state->user);
    });
    m_routes.add("GET", u"/api/0/users/me/regions/"_s, [this](const RouteCall &) {
        QJsonArray regions;
        for (auto it = m_regions->begin(); it != m_regions->end(); ++it)
            regions.append(QJsonObject{{u"name"_s, it.key()}, {u"url"_s, it.value()}});
        return regions.isEmpty() ? notFound()
                                 : Response::json(200, QJsonObject{{u"regions"_s, regions}});
    });
}

// sentry.io knows of every organization, but has the issues of none that is in a region.
bool SentryService::serves(const QJsonObject &organization) const
{
    return m_regions->isEmpty() || organization["region"_L1].toString() == m_region;
}

QJsonObject SentryService::shown(const QJsonObject &organization) const
{
    QJsonObject result = organization;
    result.remove(u"region"_s);
    result.insert(
        u"links"_s,
        QJsonObject{{u"regionUrl"_s, m_regions->value(organization["region"_L1].toString())}});
    return result;
}

void SentryService::addRoutes()
{
    m_routes.add("GET", u"/api/0/organizations/"_s, [this](const RouteCall &call) {
        QList<QJsonObject> all;
        for (const QJsonObject &organization : std::as_const(m_state->organizations)) {
            if (serves(organization))
                all.append(shown(organization));
        }
        return page(call.request, all, u"per_page");
    });
    m_routes.add("GET", u"/api/0/organizations/{}/"_s, [this](const RouteCall &call) {
        const QJsonObject *organization = m_state->organization(call.path[0]);
        const bool isKnown = organization && (m_region.isEmpty() || serves(*organization));
        return isKnown ? Response::json(200, shown(*organization)) : notFound();
    });
    m_routes.add("GET", u"/api/0/organizations/{}/projects/"_s, [this](const RouteCall &call) {
        const QJsonObject *organization = m_state->organization(call.path[0]);
        if (!organization || !serves(*organization))
            return notFound();
        const QString query = call.request.parameter(u"query").value_or(QString());
        QList<QJsonObject> all;
        for (const QJsonObject &project : std::as_const(m_state->projects)) {
            if (project["organization"_L1].toString() == call.path[0]
                && project["slug"_L1].toString().contains(query))
                all.append(project);
        }
        return page(call.request, all, u"per_page");
    });
}

void SentryService::addIssueRoutes()
{
    const QString list = u"/api/0/organizations/{}/issues/"_s;
    m_routes.add("GET", list, [this](const RouteCall &call) { return issues(call); });
    const auto add = [&](const QByteArray &method, const QString &rest, auto handler) {
        m_routes.add(method, list + u"{}/"_s + rest, [this, handler](const RouteCall &call) {
            const QJsonObject *organization = m_state->organization(call.path[0]);
            QJsonObject *issue = organization && serves(*organization)
                ? m_state->issue(call.path[0], call.path[1])
                : nullptr;
            return issue ? handler(call, *issue) : notFound();
        });
    };
    add("GET", QString(), [](const RouteCall &, const QJsonObject &issue) {
        return Response::json(200, issue);
    });
    add("GET", u"events/{}/"_s, [this](const RouteCall &, const QJsonObject &issue) {
        const QJsonObject event = m_state->events[issue["shortId"_L1].toString()].toObject();
        return event.isEmpty() ? notFound() : Response::json(200, event);
    });
    add("PUT", QString(), [this](const RouteCall &call, QJsonObject &issue) {
        return changed(call, issue);
    });
    add("POST", u"notes/"_s, [this](const RouteCall &call, const QJsonObject &issue) {
        return noted(call, issue);
    });
}

Response SentryService::issues(const RouteCall &call) const
{
    const QJsonObject *organization = m_state->organization(call.path[0]);
    if (!organization || !serves(*organization))
        return notFound();
    const QString query = call.request.parameter(u"query").value_or(u"is:unresolved"_s);
    if (query.contains(u'('))
        return refusal(400, u"Error parsing search query: Boolean statements containing \"(\""_s);
    return page(call.request, m_state->found(call.path[0], query), u"limit");
}

Response SentryService::changed(const RouteCall &call, QJsonObject &issue)
{
    const QStringList known{
        u"unresolved"_s, u"resolved"_s, u"resolvedInNextRelease"_s, u"ignored"_s};
    const QJsonValue status = call.body["status"_L1];
    if (!status.isUndefined() && !known.contains(status.toString())) {
        return Response::json(
            400,
            QJsonObject{{u"status"_s,
                         QJsonArray{u"\"%1\" is not a valid choice."_s.arg(status.toString())}}});
    }
    if (const QJsonValue actor = call.body["assignedTo"_L1]; !actor.isUndefined()) {
        const QJsonObject member = m_state->member(actor.toString());
        if (member.isEmpty() && !actor.toString().isEmpty()) {
            return Response::json(
                400,
                QJsonObject{
                    {u"assignedTo"_s,
                     QJsonArray{u"Could not parse actor. Format should be `type:id` where type is "
                                "`team` or `user`."_s}}});
        }
        issue.insert(u"assignedTo"_s,
                     member.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(member));
    }
    if (!status.isUndefined()) {
        const bool isNext = status.toString() == "resolvedInNextRelease"_L1;
        issue.insert(u"status"_s, isNext ? QJsonValue(u"resolved"_s) : status);
        issue.remove(u"substatus"_s);
    }
    return Response::json(200, issue);
}

Response SentryService::noted(const RouteCall &call, const QJsonObject &issue)
{
    const QString text = call.body["text"_L1].toString();
    if (text.trimmed().isEmpty()) {
        return Response::json(
            400, QJsonObject{{u"text"_s, QJsonArray{u"This field may not be blank."_s}}});
    }
    m_state->notes.append({{u"issue"_s, issue["shortId"_L1]}, {u"text"_s, text}});
    return Response::json(201,
                          QJsonObject{{u"id"_s, QString::number(m_state->notes.size())},
                                      {u"type"_s, u"note"_s},
                                      {u"data"_s, QJsonObject{{u"text"_s, text}}}});
}

} // namespace fairlead::sandbox
