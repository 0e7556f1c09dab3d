// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/openproject/openprojectservice.h"

#include "tests/sandbox/front/faultrule.h"
#include "tests/sandbox/openproject/openprojectquery.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QString errors = u"urn:openproject-org:api:v3:errors:"_s;

Response refusal(int status, const QString &identifier, const QString &message)
{
    return Response::json(status,
                          QJsonObject{{u"_type"_s, u"Error"_s},
                                      {u"errorIdentifier"_s, errors + identifier},
                                      {u"message"_s, message}});
}

Response notFound()
{
    return refusal(404, u"NotFound"_s, u"The requested resource could not be found."_s);
}

Response invalid(const QStringList &complaints)
{
    const QString violation = u"PropertyConstraintViolation"_s;
    if (complaints.size() == 1)
        return refusal(422, violation, complaints.first());
    QJsonArray all;
    for (const QString &complaint : complaints)
        all.append(QJsonObject{{u"_type"_s, u"Error"_s},
                               {u"errorIdentifier"_s, errors + violation},
                               {u"message"_s, complaint}});
    return Response::json(
        422,
        QJsonObject{{u"_type"_s, u"Error"_s},
                    {u"errorIdentifier"_s, errors + u"MultipleErrors"_s},
                    {u"message"_s, u"Multiple field constraints have been violated."_s},
                    {u"_embedded"_s, QJsonObject{{u"errors"_s, all}}}});
}

QJsonObject localFields(const QJsonObject &body)
{
    QJsonObject fields = body;
    fields.remove(u"_links"_s);
    fields.remove(u"lockVersion"_s);
    return fields;
}

} // namespace

OpenProjectService::OpenProjectService(const Clock &clock)
    : m_clock(clock)
    , m_state(std::make_unique<OpenProjectState>(clock))
{
    addLookupRoutes();
    addWorkPackageRoutes();
    addTimeRoutes();
}

QString OpenProjectService::name() const
{
    return u"openproject"_s;
}

void OpenProjectService::reset()
{
    m_state = std::make_unique<OpenProjectState>(m_clock);
}

std::optional<Response> OpenProjectService::failed(const FaultRule &rule) const
{
    Response response =
        refusal(rule.status, u"InternalServerError"_s, u"An internal error has occurred."_s);
    if (rule.retryAfter >= 0)
        response.with("Retry-After", QByteArray::number(rule.retryAfter));
    return response;
}

Response OpenProjectService::answer(const Request &request)
{
    const QByteArray wanted = "Basic " + QByteArray("apikey:" + m_state->token).toBase64();
    if (request.header("authorization") != wanted) {
        return refusal(
            401, u"Unauthenticated"_s, u"You did not provide the correct credentials."_s);
    }
    const bool hasBody = request.method == "POST" || request.method == "PATCH";
    if (hasBody && !QJsonDocument::fromJson(request.body).isObject())
        return refusal(
            400, u"InvalidRequestBody"_s, u"The request body was not a single JSON object."_s);
    const auto answered = m_routes.answer(request);
    return answered ? *answered : notFound();
}

Response OpenProjectService::collection(const Request &request, const QList<QJsonObject> &all) const
{
    const auto found = queried(all,
                               request.parameter(u"filters").value_or(QString()),
                               request.parameter(u"sortBy").value_or(QString()),
                               *m_state);
    if (!found)
        return refusal(400, u"InvalidQuery"_s, u"Filters Invalid filter does not exist."_s);
    const int size = request.integer(u"pageSize", 20);
    const int offset = request.integer(u"offset", 1);
    QJsonArray elements;
    for (const QJsonObject &each : found->mid(qsizetype(offset - 1) * size, size))
        elements.append(each);
    return Response::json(200,
                          QJsonObject{{u"_type"_s, u"Collection"_s},
                                      {u"total"_s, found->size()},
                                      {u"count"_s, elements.size()},
                                      {u"pageSize"_s, size},
                                      {u"offset"_s, offset},
                                      {u"_embedded"_s, QJsonObject{{u"elements"_s, elements}}}});
}

void OpenProjectService::addLookupRoutes()
{
    const QString root = u"/api/v3/"_s;
    m_routes.add("GET", root + u"users/me"_s, [this](const RouteCall &) {
        return Response::json(200, m_state->me);
    });
    const QList<QPair<QString, QList<QJsonObject> OpenProjectState::*>> lists{
        {u"projects"_s, &OpenProjectState::projects},
        {u"statuses"_s, &OpenProjectState::statuses},
        {u"types"_s, &OpenProjectState::types},
        {u"priorities"_s, &OpenProjectState::priorities},
        {u"principals"_s, &OpenProjectState::users},
        {u"projects/{}/types"_s, &OpenProjectState::types}};
    for (const auto &[path, list] : lists) {
        m_routes.add("GET", root + path, [this, list = list](const RouteCall &call) {
            return collection(call.request, (*m_state).*list);
        });
    }
    m_routes.add("GET", root + u"projects/{}"_s, [this](const RouteCall &call) {
        const QJsonObject *project = m_state->project(call.path[0].toInt());
        return project ? Response::json(200, *project) : notFound();
    });
    const auto assignees = [this](const Request &request, int project) {
        QList<QJsonObject> members;
        for (const QJsonObject &user : std::as_const(m_state->users)) {
            if (m_state->isMember(project, user["_links"_L1]["self"_L1]["href"_L1].toString()))
                members.append(user);
        }
        return collection(request, members);
    };
    m_routes.add(
        "GET", root + u"projects/{}/available_assignees"_s, [assignees](const RouteCall &call) {
            return assignees(call.request, call.path[0].toInt());
        });
    m_routes.add("GET",
                 root + u"work_packages/{}/available_assignees"_s,
                 [this, assignees](const RouteCall &call) {
                     const QJsonObject *work = m_state->workPackage(call.path[0].toInt());
                     return work ? assignees(call.request, idOf((*work)["_links"_L1]["project"_L1]))
                                 : notFound();
                 });
}

void OpenProjectService::addWorkPackageRoutes()
{
    const QString root = u"/api/v3/work_packages"_s;
    m_routes.add("GET", root, [this](const RouteCall &call) {
        return collection(call.request, m_state->workPackages);
    });
    m_routes.add("GET", root + u"/{}"_s, [this](const RouteCall &call) {
        const QJsonObject *work = m_state->workPackage(call.path[0].toInt());
        if (!work)
            return notFound();
        const Response response = Response::json(200, *work);
        if (const auto act = std::exchange(m_state->meanwhile, nullptr))
            act(*m_state);
        return response;
    });
    m_routes.add("PATCH", root + u"/{}"_s, [this](const RouteCall &call) { return changed(call); });
    m_routes.add("GET", root + u"/{}/activities"_s, [this](const RouteCall &call) {
        QList<QJsonObject> all;
        for (const QJsonObject &each : std::as_const(m_state->journal)) {
            if (each["work_package"_L1].toInt() == call.path[0].toInt())
                all.append(each);
        }
        return collection(call.request, all);
    });
    m_routes.add("POST", root + u"/{}/activities"_s, [this](const RouteCall &call) {
        const QString text = call.body["comment"_L1]["raw"_L1].toString();
        if (!m_state->workPackage(call.path[0].toInt()))
            return notFound();
        if (text.trimmed().isEmpty())
            return invalid({u"Comment can't be blank."_s});
        m_state->comment(call.path[0].toInt(), text);
        return Response::json(201, m_state->journal.last());
    });
    m_routes.add("POST", u"/api/v3/projects/{}/work_packages"_s, [this](const RouteCall &call) {
        return created(call);
    });
}

QStringList OpenProjectService::complaints(const QJsonObject &body,
                                           int project,
                                           QJsonObject &links) const
{
    QStringList found;
    if (body.contains("subject"_L1) && body["subject"_L1].toString().trimmed().isEmpty())
        found.append(u"Subject can't be blank."_s);
    const QString start = body["startDate"_L1].toString();
    const QString due = body["dueDate"_L1].toString();
    if (!start.isEmpty() && !due.isEmpty() && due < start)
        found.append(u"Finish date must be greater than or equal to start date."_s);
    const QJsonObject given = body["_links"_L1].toObject();
    for (auto it = given.begin(); it != given.end(); ++it) {
        const QString href = it.value()["href"_L1].toString();
        const QJsonObject link = m_state->linkTo(href);
        if (!href.isEmpty() && link.isEmpty())
            found.append(u"%1 does not exist."_s.arg(it.key()));
        if (it.key() == "assignee"_L1 && !href.isEmpty() && !m_state->isMember(project, href))
            found.append(u"Assignee is not a member of the project."_s);
        links.insert(it.key(), href.isEmpty() ? QJsonObject{{u"href"_s, QJsonValue::Null}} : link);
    }
    return found;
}

Response OpenProjectService::created(const RouteCall &call)
{
    const int project = call.path[0].toInt();
    if (!m_state->project(project))
        return notFound();
    QJsonObject links;
    QStringList wrong = complaints(call.body, project, links);
    if (!call.body.contains("subject"_L1))
        wrong.append(u"Subject can't be blank."_s);
    if (!wrong.isEmpty())
        return invalid(wrong);
    QJsonObject &work = m_state->add(project, call.body["subject"_L1].toString());
    m_state->change(work, localFields(call.body), links);
    return Response::json(201, work);
}

Response OpenProjectService::changed(const RouteCall &call)
{
    QJsonObject *work = m_state->workPackage(call.path[0].toInt());
    if (!work)
        return notFound();
    if (call.body["lockVersion"_L1] != (*work)["lockVersion"_L1]) {
        return refusal(
            409,
            u"UpdateConflict"_s,
            u"Information has been updated by at least one other user in the meantime."_s);
    }
    QJsonObject links;
    const QStringList wrong =
        complaints(call.body, idOf((*work)["_links"_L1]["project"_L1]), links);
    if (!wrong.isEmpty())
        return invalid(wrong);
    m_state->change(*work, localFields(call.body), links);
    return Response::json(200, *work);
}

void OpenProjectService::addTimeRoutes()
{
    m_routes.add("POST", u"/api/v3/time_entries/form"_s, [this](const RouteCall &) {
        QJsonArray allowed;
        for (const QJsonObject &activity : std::as_const(m_state->timeActivities))
            allowed.append(activity);
        const QJsonObject activity{{u"_embedded"_s, QJsonObject{{u"allowedValues"_s, allowed}}}};
        const QJsonObject schema{{u"activity"_s, activity}};
        return Response::json(200,
                              QJsonObject{{u"_type"_s, u"Form"_s},
                                          {u"_embedded"_s, QJsonObject{{u"schema"_s, schema}}}});
    });
    m_routes.add(
        "POST", u"/api/v3/time_entries"_s, [this](const RouteCall &call) { return booked(call); });
}

Response OpenProjectService::booked(const RouteCall &call)
{
    const QJsonObject links = call.body["_links"_L1].toObject();
    QStringList wrong;
    if (m_state->linkTo(links["workPackage"_L1]["href"_L1].toString()).isEmpty())
        wrong.append(u"Work package is invalid."_s);
    if (m_state->linkTo(links["activity"_L1]["href"_L1].toString()).isEmpty())
        wrong.append(u"Activity can't be blank."_s);
    if (!call.body["hours"_L1].toString().startsWith("PT"_L1))
        wrong.append(u"Hours is not a number."_s);
    if (!wrong.isEmpty())
        return invalid(wrong);
    QJsonObject entry = call.body;
    entry.insert(u"_type"_s, u"TimeEntry"_s);
    entry.insert(u"id"_s, int(m_state->timeEntries.size()) + 1);
    m_state->timeEntries.append(entry);
    return Response::json(201, entry);
}

} // namespace fairlead::sandbox
