// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/agilestate.h"

#include "tests/sandbox/jira/jiraanswers.h"

#include <algorithm>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int sprintDays = 14;

bool isDone(const Site &site, const JiraIssue &issue)
{
    return site.status(issue.statusId)->categoryKey == "done"_L1;
}

} // namespace

AgileState::AgileState(Site &site)
    : m_site(site)
{
    site.sprintsOf = [this](const QString &issueId) { return fieldOf(issueId); };
    for (const JiraIssue &issue : site.issues)
        m_order.append(issue.id);
    for (const JiraProject &project : site.projects) {
        if (project.typeKey != "software"_L1 || project.key == "OPS"_L1)
            continue;
        const bool isKanban = project.key == "DATA"_L1;
        boards.append({.id = int(boards.size()) + 1,
                       .name = project.name + u" board"_s,
                       .type = isKanban ? u"kanban"_s : u"scrum"_s,
                       .projectId = project.id});
        if (!isKanban)
            seed(boards.last());
    }
}

void AgileState::seed(const JiraBoard &board)
{
    const QString key = m_site.project(board.projectId)->key;
    const QDateTime now = m_site.now();
    const auto sprintCalled = [&](int number, const QString &state) {
        JiraSprint sprint;
        sprint.name = u"%1 Sprint %2"_s.arg(key).arg(number);
        sprint.state = state;
        sprint.boardId = board.id;
        return sprint;
    };
    JiraSprint closed = sprintCalled(1, u"closed"_s);
    closed.start = now.addDays(-4 - sprintDays);
    closed.end = closed.completed = now.addDays(-4);
    JiraSprint active = sprintCalled(2, u"active"_s);
    active.goal = u"A checkout that nobody leaves"_s;
    active.start = closed.end;
    active.end = now.addDays(sprintDays - 4);
    const int closedId = addSprint(closed).id;
    const int activeId = addSprint(active).id;
    const int futureId = addSprint(sprintCalled(3, u"future"_s)).id;
    int planned = 0;
    for (const JiraIssue &issue : m_site.issues) {
        const NamedItem *type = m_site.issueType(issue.typeId);
        if (issue.projectId != board.projectId || type->isSubtask || type->name == "Epic"_L1)
            continue;
        const QString category = m_site.status(issue.statusId)->categoryKey;
        if (category == "done"_L1)
            m_sprintsOf[issue.id].append(closedId);
        else if (category == "indeterminate"_L1)
            m_sprintsOf[issue.id].append(activeId);
        else if (planned++ < 2)
            m_sprintsOf[issue.id].append(futureId);
    }
}

const JiraBoard *AgileState::board(int id) const
{
    const auto found = std::find_if(
        boards.begin(), boards.end(), [id](const JiraBoard &board) { return board.id == id; });
    return found == boards.end() ? nullptr : &*found;
}

JiraSprint *AgileState::sprint(int id)
{
    const auto found = std::find_if(m_sprints.begin(),
                                    m_sprints.end(),
                                    [id](const JiraSprint &sprint) { return sprint.id == id; });
    return found == m_sprints.end() ? nullptr : &*found;
}

const JiraBoard *AgileState::visibleBoard(const JiraCall &call) const
{
    const JiraBoard *found = board(call.path[u"boardId"_s].toInt());
    return found
            && m_site.allows(
                call.caller, *m_site.project(found->projectId), Permission::BrowseProjects)
        ? found
        : nullptr;
}

JiraSprint *AgileState::visibleSprint(const JiraCall &call)
{
    JiraSprint *found = sprint(call.path[u"sprintId"_s].toInt());
    const JiraBoard *owner = found ? board(found->boardId) : nullptr;
    return owner
            && m_site.allows(
                call.caller, *m_site.project(owner->projectId), Permission::BrowseProjects)
        ? found
        : nullptr;
}

QList<JiraSprint> AgileState::sprintsOf(int boardId) const
{
    QList<JiraSprint> result;
    std::copy_if(m_sprints.begin(),
                 m_sprints.end(),
                 std::back_inserter(result),
                 [boardId](const JiraSprint &sprint) { return sprint.boardId == boardId; });
    return result;
}

JiraSprint &AgileState::addSprint(JiraSprint sprint)
{
    sprint.id = int(m_sprints.size()) + 1;
    m_sprints.append(std::move(sprint));
    return m_sprints.last();
}

int AgileState::openSprintOf(const QString &issueId) const
{
    const QList<int> ids = m_sprintsOf.value(issueId);
    for (const JiraSprint &sprint : m_sprints) {
        if (sprint.state != "closed"_L1 && ids.contains(sprint.id))
            return sprint.id;
    }
    return 0;
}

QJsonArray AgileState::fieldOf(const QString &issueId) const
{
    QJsonArray field;
    for (const JiraSprint &sprint : m_sprints) {
        if (isIn(issueId, sprint.id))
            field.append(QJsonObject{{u"id"_s, sprint.id},
                                     {u"name"_s, sprint.name},
                                     {u"state"_s, sprint.state},
                                     {u"boardId"_s, sprint.boardId},
                                     {u"goal"_s, sprint.goal}});
    }
    return field;
}

bool AgileState::isIn(const QString &issueId, int sprintId) const
{
    return m_sprintsOf.value(issueId).contains(sprintId);
}

void AgileState::move(const QString &issueId, int sprintId)
{
    QList<int> &ids = m_sprintsOf[issueId];
    ids.removeAll(openSprintOf(issueId));
    if (sprintId != 0)
        ids.append(sprintId);
}

void AgileState::close(JiraSprint &sprint)
{
    for (const JiraIssue &issue : m_site.issues) {
        if (isIn(issue.id, sprint.id) && !isDone(m_site, issue))
            move(issue.id, 0);
    }
    sprint.state = u"closed"_s;
    sprint.completed = m_site.now();
}

QList<const JiraIssue *> AgileState::ranked() const
{
    QHash<QString, qsizetype> ranks;
    for (qsizetype i = 0; i < m_order.size(); ++i)
        ranks.insert(m_order[i], i);
    QList<const JiraIssue *> issues;
    for (const JiraIssue &issue : m_site.issues)
        issues.append(&issue);
    std::stable_sort(issues.begin(), issues.end(), [&](const auto *left, const auto *right) {
        return ranks.value(left->id, m_order.size()) < ranks.value(right->id, m_order.size());
    });
    return issues;
}

void AgileState::rank(const QStringList &issueIds, const QString &nextTo, bool isBefore)
{
    const QList<const JiraIssue *> issues = ranked();
    m_order.clear();
    for (const JiraIssue *issue : issues) {
        if (!issueIds.contains(issue->id))
            m_order.append(issue->id);
    }
    qsizetype place = qMax(0, m_order.indexOf(nextTo)) + (isBefore ? 0 : 1);
    for (const QString &id : issueIds)
        m_order.insert(place++, id);
}

Response boardNotFound()
{
    return jiraError(404,
                     u"The requested board cannot be viewed because it either does not exist or "
                     "you do not have permission to view it."_s);
}

Response sprintNotFound()
{
    return jiraError(404, u"Sprint does not exist"_s);
}

} // namespace fairlead::sandbox
