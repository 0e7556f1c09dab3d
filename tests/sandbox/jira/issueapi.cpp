// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/issueapi.h"

#include "tests/sandbox/jira/issuewriter.h"
#include "tests/sandbox/jira/jiraanswers.h"

#include <array>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct Step
{
    QLatin1StringView id;
    QLatin1StringView name;
    QLatin1StringView from;
    QLatin1StringView to;
    bool hasScreen = false; ///< which asks for the resolution and takes a comment
};

/** The workflow of every project. */
constexpr std::array steps{
    Step{"11"_L1, "Start work"_L1, "To Do"_L1, "In Progress"_L1},
    Step{"21"_L1, "Stop work"_L1, "In Progress"_L1, "To Do"_L1},
    Step{"31"_L1, "Send to review"_L1, "In Progress"_L1, "In Review"_L1},
    Step{"41"_L1, "Request changes"_L1, "In Review"_L1, "In Progress"_L1},
    Step{"51"_L1, "Done"_L1, "In Progress"_L1, "Done"_L1},
    Step{"52"_L1, "Approve"_L1, "In Review"_L1, "Done"_L1},
    Step{"61"_L1, "Reopen"_L1, "Done"_L1, "To Do"_L1},
    Step{"71"_L1, "Drop"_L1, "To Do"_L1, "Done"_L1, true},
};

constexpr std::array resolutions{"Done"_L1, "Won't Do"_L1, "Duplicate"_L1};

/** What a step's screen shows, as transitions.fields tells it. */
QJsonObject screenFields()
{
    QJsonArray allowed;
    for (qsizetype i = 0; i < qsizetype(resolutions.size()); ++i)
        allowed.append(QJsonObject{{u"id"_s, QString::number(10000 + i)},
                                   {u"name"_s, QString(resolutions[size_t(i)])}});
    const QJsonObject resolution{
        {u"required"_s, true},
        {u"schema"_s, QJsonObject{{u"type"_s, u"resolution"_s}, {u"system"_s, u"resolution"_s}}},
        {u"name"_s, u"Resolution"_s},
        {u"key"_s, u"resolution"_s},
        {u"operations"_s, QJsonArray{u"set"_s}},
        {u"allowedValues"_s, allowed}};
    const QJsonObject comment{
        {u"required"_s, false},
        {u"schema"_s, QJsonObject{{u"type"_s, u"comments-page"_s}, {u"system"_s, u"comment"_s}}},
        {u"name"_s, u"Comment"_s},
        {u"key"_s, u"comment"_s},
        {u"operations"_s, QJsonArray{u"add"_s}}};
    return {{u"resolution"_s, resolution}, {u"comment"_s, comment}};
}

const NamedItem &statusNamed(const Site &site, QLatin1StringView name)
{
    return *std::find_if(site.statuses.begin(), site.statuses.end(), [name](const NamedItem &item) {
        return item.name == name;
    });
}

/** What Jira says about fields that a step's screen does not show, or that it needs. */
std::optional<Response> refusedScreen(const Step &step, const JiraCall &call)
{
    const QJsonObject fields = call.body["fields"_L1].toObject();
    QStringList names = fields.keys() + call.body["update"_L1].toObject().keys();
    for (const QString &name : std::as_const(names)) {
        const bool isShown = name == "resolution"_L1 || (step.hasScreen && name == "comment"_L1);
        if (!isShown)
            return jiraErrors(400,
                              {{name,
                                u"Field '%1' cannot be set. It is not on the appropriate screen, "
                                "or unknown."_s.arg(name)}});
    }
    const QString resolution = fields["resolution"_L1]["name"_L1].toString();
    if (step.hasScreen && resolution.isEmpty())
        return jiraErrors(400, {{u"resolution"_s, u"Resolution is required."_s}});
    const bool isKnown = std::ranges::find(resolutions, resolution) != resolutions.end();
    if (!resolution.isEmpty() && !isKnown)
        return jiraErrors(400, {{u"resolution"_s, u"The resolution is not valid."_s}});
    return std::nullopt;
}

} // namespace

JiraHandlers IssueApi::handlers()
{
    return {{u"createIssue"_s, [this](auto &call) { return create(call); }},
            {u"getIssue"_s, [this](auto &call) { return get(call); }},
            {u"editIssue"_s, [this](auto &call) { return edit(call); }},
            {u"deleteIssue"_s, [this](auto &call) { return remove(call); }},
            {u"assignIssue"_s, [this](auto &call) { return assign(call); }},
            {u"getTransitions"_s, [this](auto &call) { return transitions(call); }},
            {u"doTransition"_s, [this](auto &call) { return transition(call); }}};
}

Response IssueApi::create(const JiraCall &call)
{
    const QJsonObject fields = call.body["fields"_L1].toObject();
    const QJsonValue wanted = fields["project"_L1];
    const JiraProject *project =
        m_site.project(wanted["key"_L1].toString(wanted["id"_L1].toString()));
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    if (!project || !m_site.allows(call.caller, *project, Permission::BrowseProjects))
        return jiraErrors(400,
                          {{u"project"_s,
                            wanted.isUndefined() ? u"Specify a valid project ID or key"_s
                                                 : u"valid project is required"_s}});
    if (!m_site.allows(call.caller, *project, Permission::CreateIssues))
        return jiraError(403, u"You do not have permission to create issues in this project."_s);
    JiraIssue draft;
    draft.projectId = project->id;
    draft.statusId = statusNamed(m_site, "To Do"_L1).id;
    draft.priorityId = m_site.priorities[2].id;
    draft.creatorId = draft.reporterId = call.caller->accountId;
    draft.created = draft.updated = m_site.now();
    for (const auto &property : call.body["properties"_L1].toArray())
        draft.properties.insert(property["key"_L1].toString(), property["value"_L1]);
    IssueWriter writer(m_site, call.caller, draft);
    writer.setFields(fields);
    writer.update(call.body["update"_L1].toObject());
    writer.requireFields();
    if (!writer.errors().isEmpty())
        return jiraErrors(400, writer.errors());
    const JiraIssue &issue = m_site.addIssue(writer.issue());
    m_index.added(issue);
    return Response::json(201,
                          QJsonObject{{u"id"_s, issue.id},
                                      {u"key"_s, issue.key},
                                      {u"self"_s, rendererFor(call).link(u"issue/"_s + issue.id)}});
}

Response IssueApi::get(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const FieldSelection fields(call.request.parameterList(u"fields"), {u"*all"_s});
    const Renderer renderer = rendererFor(call);
    QJsonObject answer = renderer.issue(*issue, fields);
    answer.insert(u"key"_s, issue->key);
    answer.insert(u"self"_s, renderer.link(u"issue/"_s + issue->id));
    const QStringList expand = call.request.parameterList(u"expand");
    if (expand.contains("transitions"_L1))
        answer.insert(u"transitions"_s, transitionsOf(*issue, renderer));
    if (expand.contains("names"_L1))
        answer.insert(u"names"_s, fieldNames(fields));
    return Response::json(200, answer);
}

Response IssueApi::edit(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::EditIssues))
        return jiraError(403, u"You do not have permission to edit issues in this project."_s);
    const QJsonObject fields = call.body["fields"_L1].toObject();
    const QJsonObject update = call.body["update"_L1].toObject();
    if (fields.isEmpty() && update.isEmpty())
        return jiraError(400, u"One of 'fields' or 'update' required"_s);
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (update.contains(it.key()))
            return jiraErrors(
                400,
                {{it.key(),
                  u"Field '%1' cannot appear in both 'fields' and 'update'"_s.arg(it.key())}});
    }
    if (fields.contains("project"_L1))
        return jiraErrors(400,
                          {{u"project"_s,
                            u"Field 'project' cannot be set. It is not on the appropriate "
                            "screen, or unknown."_s}});
    IssueWriter writer(m_site, call.caller, *issue);
    writer.setFields(fields);
    writer.update(update);
    if (!writer.errors().isEmpty())
        return jiraErrors(400, writer.errors());
    m_index.aboutToChange(*issue);
    *issue = writer.issue();
    issue->updated = m_site.now();
    if (call.request.parameter(u"returnIssue") == u"true"_s)
        return get(call);
    return Response::empty(204);
}

Response IssueApi::remove(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::DeleteIssues))
        return jiraError(403, u"You do not have permission to delete issues in this project."_s);
    QStringList ids;
    for (const JiraIssue *subtask : m_site.subtasksOf(issue->id))
        ids.append(subtask->id);
    if (!ids.isEmpty() && call.request.parameter(u"deleteSubtasks") != u"true"_s)
        return jiraError(400,
                         u"The issue '%1' has subtasks.  You must specify the 'deleteSubtasks' "
                         "parameter to delete this issue and all its subtasks."_s.arg(issue->key));
    ids.append(issue->id);
    for (const QString &id : std::as_const(ids)) {
        m_index.aboutToChange(*m_site.issue(id));
        m_site.removeIssue(id);
    }
    return Response::empty(204);
}

Response IssueApi::assign(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    if (!m_site.allows(call.caller, *issue, Permission::AssignIssues))
        return jiraError(403, u"You do not have permission to assign issues."_s);
    if (!call.body.contains("accountId"_L1))
        return jiraError(400, u"The property 'accountId' is required."_s);
    IssueWriter writer(m_site, call.caller, *issue);
    writer.setFields({{u"assignee"_s, call.body}});
    if (!writer.errors().isEmpty())
        return jiraErrors(400, writer.errors());
    m_index.aboutToChange(*issue);
    *issue = writer.issue();
    issue->updated = m_site.now();
    return Response::empty(204);
}

QJsonArray IssueApi::transitionsOf(const JiraIssue &issue, const Renderer &renderer) const
{
    const QString status = m_site.status(issue.statusId)->name;
    QJsonArray result;
    for (const Step &step : steps) {
        if (status == step.from)
            result.append(QJsonObject{{u"id"_s, step.id},
                                      {u"name"_s, step.name},
                                      {u"to"_s, renderer.status(statusNamed(m_site, step.to))},
                                      {u"hasScreen"_s, step.hasScreen},
                                      {u"isGlobal"_s, false},
                                      {u"isInitial"_s, false},
                                      {u"isAvailable"_s, true},
                                      {u"isConditional"_s, false}});
    }
    return result;
}

Response IssueApi::transitions(const JiraCall &call)
{
    const JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const bool mayMove = m_site.allows(call.caller, *issue, Permission::TransitionIssues);
    const QString only = call.request.parameter(u"transitionId").value_or(QString());
    const bool withFields =
        call.request.parameter(u"expand").value_or(QString()).contains("transitions.fields"_L1);
    QJsonArray shown;
    const QJsonArray all = mayMove ? transitionsOf(*issue, rendererFor(call)) : QJsonArray();
    for (const auto &value : all) {
        QJsonObject entry = value.toObject();
        if (withFields)
            entry.insert(u"fields"_s,
                         entry["hasScreen"_L1].toBool() ? screenFields() : QJsonObject());
        if (only.isEmpty() || entry["id"_L1].toString() == only)
            shown.append(entry);
    }
    return Response::json(200,
                          QJsonObject{{u"expand"_s, u"transitions"_s}, {u"transitions"_s, shown}});
}

Response IssueApi::transition(const JiraCall &call)
{
    JiraIssue *issue = issueOf(call);
    if (!issue)
        return issueNotFound();
    const QString id = call.body["transition"_L1]["id"_L1].toString();
    if (id.isEmpty())
        return jiraError(400, u"Missing 'transition' identifier"_s);
    const QString status = m_site.status(issue->statusId)->name;
    const auto step = std::find_if(steps.begin(), steps.end(), [&](const Step &candidate) {
        return id == candidate.id && status == candidate.from;
    });
    if (step == steps.end() || !m_site.allows(call.caller, *issue, Permission::TransitionIssues))
        return jiraError(400, u"Transition id '%1' is not valid for this issue."_s.arg(id));
    if (const auto refused = refusedScreen(*step, call))
        return *refused;
    const NamedItem &target = statusNamed(m_site, step->to);
    m_index.aboutToChange(*issue);
    issue->statusId = target.id;
    issue->updated = m_site.now();
    issue->resolved = target.categoryKey == "done"_L1 ? m_site.now() : QDateTime();
    issue->resolution = call.body["fields"_L1]["resolution"_L1]["name"_L1].toString();
    const QJsonValue comment = call.body["update"_L1]["comment"_L1][0]["add"_L1]["body"_L1];
    if (comment.isObject())
        issue->comments.append({.id = m_site.nextId(),
                                .authorId = call.caller->accountId,
                                .updateAuthorId = call.caller->accountId,
                                .body = comment.toObject(),
                                .created = m_site.now(),
                                .updated = m_site.now()});
    return Response::empty(204);
}

} // namespace fairlead::sandbox
