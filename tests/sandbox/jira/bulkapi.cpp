// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/bulkapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMade = 50;
constexpr qsizetype mostMoved = 1000;

Response bulkError(const QString &message)
{
    return Response::json(
        400, QJsonObject{{u"errors"_s, QJsonArray{QJsonObject{{u"message"_s, message}}}}});
}

} // namespace

BulkApi::BulkApi(Site &site, SearchIndex &index, JiraHandler createIssue)
    : JiraApi(site, index)
    , m_createIssue(std::move(createIssue))
{}

JiraHandlers BulkApi::handlers()
{
    return {{u"createIssues"_s, [this](auto &call) { return create(call); }},
            {u"submitBulkMove"_s, [this](auto &call) { return move(call); }},
            {u"getBulkOperationProgress"_s, [this](auto &call) { return progress(call); }}};
}

Response BulkApi::create(const JiraCall &call) const
{
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    const QJsonArray wanted = call.body["issueUpdates"_L1].toArray();
    if (wanted.isEmpty() || wanted.size() > mostMade)
        return jiraError(400, u"Between 1 and %1 issues can be created."_s.arg(mostMade));
    QJsonArray made;
    QJsonArray errors;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        JiraCall one = call;
        one.body = wanted[i].toObject();
        const Response response = m_createIssue(one);
        const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
        if (response.status == 201)
            made.append(answer);
        else
            errors.append(QJsonObject{{u"status"_s, response.status},
                                      {u"elementErrors"_s, answer},
                                      {u"failedElementNumber"_s, i}});
    }
    return Response::json(made.isEmpty() ? 400 : 201,
                          QJsonObject{{u"issues"_s, made}, {u"errors"_s, errors}});
}

Response BulkApi::move(const JiraCall &call)
{
    const QJsonObject mapping = call.body["targetToSourcesMapping"_L1].toObject();
    if (!call.caller)
        return notAuthenticated(call.request.origin);
    if (mapping.size() != 1)
        return bulkError(u"All issues must be moved to one project, issue type and parent"_s);
    const QStringList target = mapping.constBegin().key().split(u',');
    const JiraProject *project = m_site.project(target.value(0));
    const JiraIssue *parent = m_site.issue(target.value(2));
    if (!project || !project->issueTypeIds.contains(target.value(1))
        || !m_site.allows(call.caller, *project, Permission::CreateIssues)
        || (target.size() > 2 && !parent))
        return bulkError(u"The target project, issue type or parent is not valid"_s);
    Task task;
    task.accountId = call.caller->accountId;
    task.projectId = project->id;
    task.typeId = target[1];
    task.parentId = parent ? parent->id : QString();
    const QJsonObject sources = mapping.constBegin().value().toObject();
    for (const auto &name : sources["issueIdsOrKeys"_L1].toArray()) {
        const JiraIssue *issue = m_site.issue(name.toString());
        if (!issue || !m_site.allows(call.caller, *issue, Permission::BrowseProjects))
            return bulkError(u"Some of the issues in the issueIdsOrKeys are not valid"_s);
        task.waiting.append(issue->id);
    }
    if (task.waiting.isEmpty() || task.waiting.size() > mostMoved)
        return bulkError(u"Between 1 and %1 issues can be moved"_s.arg(mostMoved));
    task.total = task.waiting.size();
    const QString id = m_site.nextId();
    m_tasks.insert(id, task);
    return Response::json(201, QJsonObject{{u"taskId"_s, id}});
}

void BulkApi::moveNext(const JiraUser *user, Task &task)
{
    JiraIssue *issue = m_site.issue(task.waiting.takeFirst());
    if (!issue || !m_site.allows(user, *issue, Permission::EditIssues)) {
        if (issue)
            task.failed.insert(issue->id,
                               QJsonArray{u"You do not have permission to move this issue."_s});
        return;
    }
    m_index.aboutToChange(*issue);
    if (issue->projectId != task.projectId) {
        issue->key = m_site.project(task.projectId)->key + u'-'
            + QString::number(++m_site.lastNumbers[task.projectId]);
    }
    issue->projectId = task.projectId;
    issue->typeId = task.typeId;
    issue->parentId = task.parentId;
    issue->updated = m_site.now();
    task.done.append(issue->id.toInt());
}

Response BulkApi::progress(const JiraCall &call)
{
    const auto task = m_tasks.find(call.path[u"taskId"_s]);
    if (task == m_tasks.end() || !call.caller || task->accountId != call.caller->accountId)
        return bulkError(u"The task does not exist or you do not have permission to see it"_s);
    // A third of the issues at each look, so that several are needed.
    if (++task->looks > 1) {
        for (qsizetype i = 0; i < qMax<qsizetype>(1, task->total / 3) && !task->waiting.isEmpty();
             ++i)
            moveNext(call.caller, *task);
    }
    const bool isDone = task->waiting.isEmpty();
    QJsonObject answer{
        {u"taskId"_s, task.key()},
        {u"status"_s,
         isDone                 ? u"COMPLETE"_s
             : task->looks == 1 ? u"ENQUEUED"_s
                                : u"RUNNING"_s},
        {u"progressPercent"_s, 100 * (task->total - task->waiting.size()) / task->total},
        {u"submittedBy"_s, QJsonObject{{u"accountId"_s, task->accountId}}}};
    if (isDone) {
        answer.insert(u"totalIssueCount"_s, task->total);
        answer.insert(u"invalidOrInaccessibleIssueCount"_s, 0);
        answer.insert(u"processedAccessibleIssues"_s, task->done);
        answer.insert(u"failedAccessibleIssues"_s, task->failed);
    }
    return Response::json(200, answer);
}

} // namespace fairlead::sandbox
