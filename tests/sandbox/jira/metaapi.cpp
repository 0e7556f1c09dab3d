// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/metaapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

template<typename Items, typename Render>
QJsonArray rendered(const Items &items, Render render)
{
    QJsonArray result;
    for (const auto &item : items)
        result.append(render(item));
    return result;
}

template<typename Items, typename Render>
QJsonArray ofProject(Items items, const JiraProject &project, Render render)
{
    items.removeIf([&project](const auto &item) { return item.projectId != project.id; });
    return rendered(items, render);
}

} // namespace

JiraHandlers MetaApi::handlers()
{
    return {{u"getServerInfo"_s, [this](auto &call) { return serverInfo(call); }},
            {u"getFields"_s, &MetaApi::fields},
            {u"getPriorities"_s, [this](auto &call) { return priorities(call); }},
            {u"getStatuses"_s, [this](auto &call) { return statuses(call); }},
            {u"getIssueAllTypes"_s, [this](auto &call) { return issueTypes(call); }},
            {u"getIssueLinkTypes"_s, [this](auto &call) { return linkTypes(call); }},
            {u"getCreateIssueMetaIssueTypes"_s, [this](auto &call) { return createTypes(call); }},
            {u"getCreateIssueMetaIssueTypeId"_s, [this](auto &call) { return createFields(call); }},
            {u"getEditIssueMeta"_s, [this](auto &call) { return editFields(call); }}};
}

Response MetaApi::serverInfo(const JiraCall &call) const
{
    return Response::json(
        200,
        QJsonObject{{u"baseUrl"_s, call.request.origin},
                    {u"displayUrl"_s, call.request.origin},
                    {u"version"_s, u"1001.0.0-SNAPSHOT"_s},
                    {u"versionNumbers"_s, QJsonArray{1001, 0, 0}},
                    {u"deploymentType"_s, u"Cloud"_s},
                    {u"buildNumber"_s, 100300},
                    {u"serverTime"_s, jiraTime(m_site.now())},
                    {u"serverTitle"_s, m_site.title()},
                    {u"defaultLocale"_s, QJsonObject{{u"locale"_s, u"en_GB"_s}}}});
}

Response MetaApi::fields(const JiraCall &call)
{
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    return Response::json(200, rendered(allFields(), [](const FieldInfo &info) {
                              return QJsonObject{
                                  {u"id"_s, info.id},
                                  {u"key"_s, info.id},
                                  {u"name"_s, info.name},
                                  {u"custom"_s, info.id.startsWith("customfield_"_L1)},
                                  {u"orderable"_s, info.isOnScreen},
                                  {u"navigable"_s, info.isNavigable},
                                  {u"searchable"_s, true},
                                  {u"clauseNames"_s, QJsonArray{info.id, info.name}},
                                  {u"schema"_s, info.schema}};
                          }));
}

Response MetaApi::priorities(const JiraCall &call) const
{
    const Renderer renderer = rendererFor(call);
    return Response::json(200, rendered(m_site.priorities, [&](const NamedItem &item) {
                              return renderer.priority(item);
                          }));
}

Response MetaApi::statuses(const JiraCall &call) const
{
    const Renderer renderer = rendererFor(call);
    return Response::json(200, rendered(m_site.statuses, [&](const NamedItem &item) {
                              return renderer.status(item);
                          }));
}

Response MetaApi::issueTypes(const JiraCall &call) const
{
    const Renderer renderer = rendererFor(call);
    return Response::json(200, rendered(m_site.issueTypes, [&](const NamedItem &item) {
                              return renderer.issueType(item);
                          }));
}

Response MetaApi::linkTypes(const JiraCall &call) const
{
    const Renderer renderer = rendererFor(call);
    const QJsonArray types =
        rendered(m_site.linkTypes, [&](const NamedItem &item) { return renderer.linkType(item); });
    return Response::json(200, QJsonObject{{u"issueLinkTypes"_s, types}});
}

Response MetaApi::createTypes(const JiraCall &call) const
{
    const JiraProject *project = projectOf(call);
    if (!project)
        return projectNotFound(call.path[u"projectIdOrKey"_s]);
    const QStringList ids = m_site.allows(call.caller, *project, Permission::CreateIssues)
        ? project->issueTypeIds
        : QStringList();
    const JiraPage page(call, ids.size(), 50, 200);
    QJsonArray types;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        if (page.contains(i))
            types.append(rendererFor(call).issueType(*m_site.issueType(ids[i])));
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"issueTypes"_s, types);
    return Response::json(200, answer);
}

Response MetaApi::createFields(const JiraCall &call) const
{
    const JiraProject *project = projectOf(call);
    if (!project)
        return projectNotFound(call.path[u"projectIdOrKey"_s]);
    const QString typeId = call.path[u"issueTypeId"_s];
    const NamedItem *type = m_site.issueType(typeId);
    if (!type || !project->issueTypeIds.contains(typeId)
        || !m_site.allows(call.caller, *project, Permission::CreateIssues))
        return jiraError(
            400,
            u"Issue type with id '%1' does not exist in project '%2'."_s.arg(typeId, project->key));
    QJsonArray fields;
    for (const FieldInfo &info : allFields()) {
        if (isFieldOnScreen(info, *project, *type))
            fields.append(fieldMeta(call, info, *project, *type));
    }
    const JiraPage page(call, fields.size(), 50, 200);
    QJsonArray shown;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (page.contains(i))
            shown.append(fields[i]);
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"fields"_s, shown);
    return Response::json(200, answer);
}

Response MetaApi::editFields(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    QJsonObject fields;
    const JiraProject *project = m_site.project(issue->projectId);
    const NamedItem *type = m_site.issueType(issue->typeId);
    const bool mayEdit = m_site.allows(call.caller, *project, Permission::EditIssues);
    for (const FieldInfo &info : allFields()) {
        if (mayEdit && info.id != "project"_L1 && isFieldOnScreen(info, *project, *type))
            fields.insert(info.id, fieldMeta(call, info, *project, *type));
    }
    return Response::json(200, QJsonObject{{u"fields"_s, fields}});
}

QJsonObject MetaApi::fieldMeta(const JiraCall &call,
                               const FieldInfo &field,
                               const JiraProject &project,
                               const NamedItem &type) const
{
    const Renderer renderer = rendererFor(call);
    const bool isList = field.schema["type"_L1].toString() == "array"_L1;
    QJsonObject meta{{u"fieldId"_s, field.id},
                     {u"key"_s, field.id},
                     {u"name"_s, field.name},
                     {u"required"_s, isFieldRequired(field, project, type)},
                     {u"schema"_s, field.schema},
                     {u"hasDefaultValue"_s, field.id == "priority"_L1},
                     {u"operations"_s,
                      isList ? QJsonArray{u"add"_s, u"set"_s, u"remove"_s} : QJsonArray{u"set"_s}}};
    if (field.id == "priority"_L1)
        meta.insert(u"allowedValues"_s, rendered(m_site.priorities, [&](const NamedItem &item) {
                        return renderer.priority(item);
                    }));
    if (field.id == "issuetype"_L1)
        meta.insert(u"allowedValues"_s, QJsonArray{renderer.issueType(type)});
    if (field.id == "project"_L1)
        meta.insert(u"allowedValues"_s, QJsonArray{renderer.project(project)});
    if (field.id == "components"_L1)
        meta.insert(u"allowedValues"_s,
                    ofProject(m_site.components, project, [&](const auto &item) {
                        return renderer.component(item);
                    }));
    if (field.id == "fixVersions"_L1)
        meta.insert(u"allowedValues"_s, ofProject(m_site.versions, project, [&](const auto &item) {
                        return renderer.version(item);
                    }));
    if (field.id == severityField)
        meta.insert(u"allowedValues"_s, rendered(severities(), [](const NamedItem &item) {
                        return QJsonObject{{u"id"_s, item.id}, {u"value"_s, item.name}};
                    }));
    return meta;
}

} // namespace fairlead::sandbox
