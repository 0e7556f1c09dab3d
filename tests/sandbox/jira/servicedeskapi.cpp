// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/servicedeskapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto deskId = "1"_L1;
constexpr auto deskProject = "OPS"_L1;

struct RequestType
{
    QLatin1StringView id;
    QLatin1StringView name;
    QLatin1StringView description;
    QLatin1StringView issueType;
};

constexpr std::array knownTypes{
    RequestType{"11"_L1, "Get IT help"_L1, "For questions and small things"_L1, "Task"_L1},
    RequestType{"12"_L1, "Report an outage"_L1, "Something is down"_L1, "Bug"_L1},
};

struct Queue
{
    QLatin1StringView id;
    QLatin1StringView name;
    QLatin1StringView jql;
};

constexpr std::array knownQueues{
    Queue{"101"_L1, "All open"_L1, "project = OPS AND statusCategory != Done"_L1},
    Queue{"102"_L1,
          "Unassigned issues"_L1,
          "project = OPS AND assignee is EMPTY AND statusCategory != Done"_L1},
};

const RequestType *typeNamed(const QString &id)
{
    const auto found = std::ranges::find(knownTypes, id, &RequestType::id);
    return found == knownTypes.end() ? nullptr : &*found;
}

/** Errors have a shape of their own here. */
Response deskError(int status, const QString &message)
{
    return Response::json(
        status,
        QJsonObject{{u"errorMessage"_s, message},
                    {u"i18nErrorMessage"_s,
                     QJsonObject{{u"i18nKey"_s, u"sd.error"_s}, {u"parameters"_s, QJsonArray()}}}});
}

/** The slice that start and limit ask for. */
Response paged(const JiraCall &call, const QJsonArray &all)
{
    const int start = qMax(0, call.request.integer(u"start", 0));
    const int limit = qBound(1, call.request.integer(u"limit", 50), 100);
    QJsonArray values;
    for (qsizetype i = start; i < all.size() && i < start + limit; ++i)
        values.append(all[i]);
    return Response::json(200,
                          QJsonObject{{u"_expands"_s, QJsonArray()},
                                      {u"size"_s, values.size()},
                                      {u"start"_s, start},
                                      {u"limit"_s, limit},
                                      {u"isLastPage"_s, start + limit >= all.size()},
                                      {u"values"_s, values}});
}

QJsonObject document(const QString &text)
{
    const QJsonObject words{{u"type"_s, u"text"_s}, {u"text"_s, text}};
    const QJsonObject paragraph{{u"type"_s, u"paragraph"_s}, {u"content"_s, QJsonArray{words}}};
    return {{u"type"_s, u"doc"_s}, {u"version"_s, 1}, {u"content"_s, QJsonArray{paragraph}}};
}

QJsonObject fieldOf(const QString &id, const QString &name, bool isRequired, const QString &type)
{
    return {{u"fieldId"_s, id},
            {u"name"_s, name},
            {u"description"_s, QString()},
            {u"required"_s, isRequired},
            {u"defaultValues"_s, QJsonArray()},
            {u"validValues"_s, QJsonArray()},
            {u"jiraSchema"_s, QJsonObject{{u"type"_s, type}}},
            {u"visible"_s, true}};
}

} // namespace

ServiceDeskApi::ServiceDeskApi(Site &site, SearchIndex &index, JiraHandler createIssue)
    : JiraApi(site, index)
    , m_createIssue(std::move(createIssue))
{}

JiraHandlers ServiceDeskApi::handlers()
{
    return {{u"getServiceDesks"_s, [this](auto &call) { return desks(call); }},
            {u"getQueues"_s, [this](auto &call) { return queues(call); }},
            {u"getIssuesInQueue"_s, [this](auto &call) { return queueIssues(call); }},
            {u"getRequestTypes"_s, [this](auto &call) { return requestTypes(call); }},
            {u"getRequestTypeFields"_s, [this](auto &call) { return requestFields(call); }},
            {u"createCustomerRequest"_s, [this](auto &call) { return createRequest(call); }},
            {u"createRequestComment"_s, [this](auto &call) { return comment(call); }}};
}

const JiraProject *ServiceDeskApi::deskNamed(const JiraCall &call, const QString &id) const
{
    const JiraProject *project = m_site.project(deskProject);
    const bool isMeant = project && (id == deskId || id == project->key || id == project->id);
    return isMeant && m_site.allows(call.caller, *project, Permission::BrowseProjects) ? project
                                                                                       : nullptr;
}

const JiraProject *ServiceDeskApi::deskOf(const JiraCall &call) const
{
    return deskNamed(call, call.path[u"serviceDeskId"_s]);
}

Response ServiceDeskApi::desks(const JiraCall &call) const
{
    QJsonArray all;
    if (const JiraProject *project = deskNamed(call, deskId))
        all.append(QJsonObject{{u"id"_s, deskId},
                               {u"projectId"_s, project->id},
                               {u"projectName"_s, project->name},
                               {u"projectKey"_s, project->key}});
    return paged(call, all);
}

QList<const JiraIssue *> ServiceDeskApi::waiting(const JiraCall &call, const QString &queue) const
{
    const JiraProject *project = deskOf(call);
    QList<const JiraIssue *> found;
    for (const JiraIssue &issue : m_site.issues) {
        if (issue.projectId == project->id
            && m_site.status(issue.statusId)->categoryKey != "done"_L1
            && (queue == knownQueues[0].id || issue.assigneeId.isEmpty()))
            found.append(&issue);
    }
    return found;
}

Response ServiceDeskApi::queues(const JiraCall &call) const
{
    if (!deskOf(call))
        return deskError(
            404,
            u"The service desk with ID %1 does not exist."_s.arg(call.path[u"serviceDeskId"_s]));
    QJsonArray all;
    for (const Queue &queue : knownQueues) {
        QJsonObject value{{u"id"_s, queue.id},
                          {u"name"_s, queue.name},
                          {u"jql"_s, queue.jql},
                          {u"fields"_s, QJsonArray{u"summary"_s, u"status"_s}}};
        if (call.request.parameter(u"includeCount") == u"true"_s)
            value.insert(u"issueCount"_s, waiting(call, queue.id).size());
        all.append(value);
    }
    return paged(call, all);
}

Response ServiceDeskApi::queueIssues(const JiraCall &call) const
{
    const QString id = call.path[u"queueId"_s];
    if (!deskOf(call) || std::ranges::find(knownQueues, id, &Queue::id) == knownQueues.end())
        return deskError(404, u"The queue does not exist."_s);
    const FieldSelection fields(
        {u"issuetype"_s, u"summary"_s, u"status"_s, u"assignee"_s, u"reporter"_s, u"created"_s},
        {});
    QJsonArray all;
    for (const JiraIssue *issue : waiting(call, id)) {
        QJsonObject value = rendererFor(call).issue(*issue, fields);
        value.insert(u"key"_s, issue->key);
        all.append(value);
    }
    return paged(call, all);
}

Response ServiceDeskApi::requestTypes(const JiraCall &call) const
{
    if (!deskOf(call))
        return deskError(
            404,
            u"The service desk with ID %1 does not exist."_s.arg(call.path[u"serviceDeskId"_s]));
    const QString query = call.request.parameter(u"searchQuery").value_or(QString());
    QJsonArray all;
    for (const RequestType &type : knownTypes) {
        if (QString(type.name).contains(query, Qt::CaseInsensitive))
            all.append(QJsonObject{{u"id"_s, type.id},
                                   {u"name"_s, type.name},
                                   {u"description"_s, type.description},
                                   {u"serviceDeskId"_s, deskId}});
    }
    return paged(call, all);
}

Response ServiceDeskApi::requestFields(const JiraCall &call) const
{
    const RequestType *type = typeNamed(call.path[u"requestTypeId"_s]);
    if (!deskOf(call) || !type)
        return deskError(404, u"The request type does not exist."_s);
    QJsonArray fields{fieldOf(u"summary"_s, u"What do you need?"_s, true, u"string"_s),
                      fieldOf(u"description"_s, u"Tell us more"_s, false, u"string"_s)};
    if (type->issueType == "Bug"_L1) {
        QJsonObject severity = fieldOf(severityField, u"Severity"_s, true, u"option"_s);
        QJsonArray values;
        for (const NamedItem &item : severities())
            values.append(QJsonObject{
                {u"value"_s, item.id}, {u"label"_s, item.name}, {u"children"_s, QJsonArray()}});
        severity.insert(u"validValues"_s, values);
        fields.append(severity);
    }
    return Response::json(200,
                          QJsonObject{{u"requestTypeFields"_s, fields},
                                      {u"canRaiseOnBehalfOf"_s, true},
                                      {u"canAddRequestParticipants"_s, true}});
}

Response ServiceDeskApi::createRequest(const JiraCall &call) const
{
    const JiraProject *project = deskNamed(call, call.body["serviceDeskId"_L1].toString());
    const RequestType *type = typeNamed(call.body["requestTypeId"_L1].toString());
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    if (!project || !type)
        return deskError(400, u"The service desk or its request type does not exist."_s);
    QJsonObject fields = call.body["requestFieldValues"_L1].toObject();
    if (fields["description"_L1].isString())
        fields.insert(u"description"_s, document(fields["description"_L1].toString()));
    if (call.body.contains("raiseOnBehalfOf"_L1))
        fields.insert(u"reporter"_s,
                      QJsonObject{{u"accountId"_s, call.body["raiseOnBehalfOf"_L1]}});
    fields.insert(u"project"_s, QJsonObject{{u"key"_s, project->key}});
    fields.insert(u"issuetype"_s, QJsonObject{{u"name"_s, type->issueType}});
    JiraCall one = call;
    one.body = {{u"fields"_s, fields}};
    const Response made = m_createIssue(one);
    const QJsonObject answer = QJsonDocument::fromJson(made.body).object();
    if (made.status != 201) {
        const QJsonObject errors = answer["errors"_L1].toObject();
        return deskError(made.status,
                         errors.isEmpty() ? answer["errorMessages"_L1][0].toString()
                                          : u"%1: %2"_s.arg(errors.constBegin().key(),
                                                            errors.constBegin()->toString()));
    }
    const QString key = answer["key"_L1].toString();
    return Response::json(
        201,
        QJsonObject{{u"issueId"_s, answer["id"_L1]},
                    {u"issueKey"_s, key},
                    {u"requestTypeId"_s, type->id},
                    {u"serviceDeskId"_s, deskId},
                    {u"currentStatus"_s, QJsonObject{{u"status"_s, u"To Do"_s}}},
                    {u"_links"_s,
                     QJsonObject{{u"web"_s,
                                  u"%1/servicedesk/customer/portal/1/%2"_s.arg(call.base, key)}}}});
}

Response ServiceDeskApi::comment(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue || m_site.project(issue->projectId)->key != deskProject)
        return deskError(404, u"The customer request does not exist or you may not see it."_s);
    if (!m_site.allows(call.caller, *issue, Permission::AddComments))
        return deskError(403, u"You do not have permission to comment on this request."_s);
    const QString body = call.body["body"_L1].toString();
    if (body.trimmed().isEmpty())
        return deskError(400, u"Comment body can not be empty!"_s);
    const JiraComment comment{.id = m_site.nextId(),
                              .authorId = call.caller->accountId,
                              .updateAuthorId = call.caller->accountId,
                              .body = document(body),
                              .created = m_site.now(),
                              .updated = m_site.now()};
    m_index.aboutToChange(*issue);
    issue->comments.append(comment);
    issue->updated = m_site.now();
    const bool isPublic = call.body["public"_L1].toBool(true);
    if (!isPublic)
        m_internal.insert(comment.id);
    return Response::json(
        201,
        QJsonObject{{u"id"_s, comment.id},
                    {u"body"_s, body},
                    {u"public"_s, isPublic},
                    {u"author"_s, rendererFor(call).user(comment.authorId)},
                    {u"created"_s, QJsonObject{{u"iso8601"_s, jiraTime(comment.created)}}}});
}

} // namespace fairlead::sandbox
