// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/agileapi.h"

#include "tests/sandbox/jira/jiraanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostMoved = 50;

QString agileTime(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

/** Sets the sprint's members that the body has; what is wrong with them, by member. */
QMap<QString, QString> setMembers(JiraSprint &sprint, const QJsonObject &body)
{
    QMap<QString, QString> errors;
    if (body.contains("name"_L1)) {
        sprint.name = body["name"_L1].toString().trimmed();
        if (sprint.name.isEmpty())
            errors.insert(u"name"_s, u"The sprint name cannot be empty."_s);
    }
    if (body.contains("goal"_L1))
        sprint.goal = body["goal"_L1].toString();
    for (const auto &[member, time] :
         {std::pair{u"startDate"_s, &sprint.start}, std::pair{u"endDate"_s, &sprint.end}}) {
        if (!body.contains(member))
            continue;
        *time = QDateTime::fromString(body[member].toString(), Qt::ISODateWithMs);
        if (!time->isValid())
            errors.insert(member, u"The date is not in ISO 8601 format."_s);
    }
    if (sprint.start.isValid() && sprint.end.isValid() && sprint.end < sprint.start)
        errors.insert(u"endDate"_s, u"The end date must be after the start date."_s);
    return errors;
}

} // namespace

AgileApi::AgileApi(Site &site, SearchIndex &index, AgileState &state)
    : JiraApi(site, index)
    , m_state(state)
{}

JiraHandlers AgileApi::handlers()
{
    return {{u"getAllBoards"_s, [this](auto &call) { return boards(call); }},
            {u"getBoard"_s, [this](auto &call) { return board(call); }},
            {u"getAllSprints"_s, [this](auto &call) { return sprints(call); }},
            {u"createSprint"_s, [this](auto &call) { return createSprint(call); }},
            {u"getSprint"_s, [this](auto &call) { return getSprint(call); }},
            {u"partiallyUpdateSprint"_s, [this](auto &call) { return updateSprint(call); }},
            {u"moveIssuesToSprintAndRank"_s, [this](auto &call) { return moveToSprint(call); }},
            {u"moveIssuesToBacklog"_s, [this](auto &call) { return moveToBacklog(call); }},
            {u"moveIssuesToBacklogForBoard"_s, [this](auto &call) { return moveToBacklog(call); }},
            {u"rankIssues"_s, [this](auto &call) { return rank(call); }}};
}

bool AgileApi::allows(const JiraCall &call, const JiraBoard &board, Permission permission) const
{
    return m_site.allows(call.caller, *m_site.project(board.projectId), permission);
}

QJsonObject AgileApi::rendered(const JiraCall &call, const JiraBoard &board) const
{
    const JiraProject &project = *m_site.project(board.projectId);
    return {{u"id"_s, board.id},
            {u"self"_s, u"%1/rest/agile/1.0/board/%2"_s.arg(call.base).arg(board.id)},
            {u"name"_s, board.name},
            {u"type"_s, board.type},
            {u"location"_s,
             QJsonObject{{u"projectId"_s, project.id.toInt()},
                         {u"projectKey"_s, project.key},
                         {u"projectName"_s, project.name},
                         {u"projectTypeKey"_s, project.typeKey},
                         {u"displayName"_s, u"%1 (%2)"_s.arg(project.name, project.key)}}}};
}

QJsonObject AgileApi::rendered(const JiraCall &call, const JiraSprint &sprint) const
{
    QJsonObject result{{u"id"_s, sprint.id},
                       {u"self"_s, u"%1/rest/agile/1.0/sprint/%2"_s.arg(call.base).arg(sprint.id)},
                       {u"state"_s, sprint.state},
                       {u"name"_s, sprint.name},
                       {u"originBoardId"_s, sprint.boardId},
                       {u"goal"_s, sprint.goal}};
    for (const auto &[member, time] : {std::pair{u"startDate"_s, sprint.start},
                                       std::pair{u"endDate"_s, sprint.end},
                                       std::pair{u"completeDate"_s, sprint.completed}}) {
        if (time.isValid())
            result.insert(member, agileTime(time));
    }
    return result;
}

Response AgileApi::boards(const JiraCall &call) const
{
    const QString name = call.request.parameter(u"name").value_or(QString());
    const QString type = call.request.parameter(u"type").value_or(QString());
    const QString project = call.request.parameter(u"projectKeyOrId").value_or(QString());
    const JiraProject *wanted = m_site.project(project);
    if (!project.isEmpty()
        && (!wanted || !m_site.allows(call.caller, *wanted, Permission::BrowseProjects)))
        return jiraError(400, u"No project could be found with key or id '%1'"_s.arg(project));
    QList<JiraBoard> found;
    for (const JiraBoard &board : m_state.boards) {
        if (allows(call, board, Permission::BrowseProjects)
            && board.name.contains(name, Qt::CaseInsensitive)
            && (type.isEmpty() || type.split(u',').contains(board.type))
            && (!wanted || board.projectId == wanted->id))
            found.append(board);
    }
    const JiraPage page(call, found.size(), 50, 50);
    QJsonArray values;
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (page.contains(i))
            values.append(rendered(call, found[i]));
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    return Response::json(200, answer);
}

Response AgileApi::board(const JiraCall &call) const
{
    const JiraBoard *board = m_state.visibleBoard(call);
    return board ? Response::json(200, rendered(call, *board)) : boardNotFound();
}

Response AgileApi::sprints(const JiraCall &call) const
{
    const JiraBoard *board = m_state.visibleBoard(call);
    if (!board)
        return boardNotFound();
    if (board->type == "kanban"_L1)
        return jiraError(400, u"The board does not support sprints"_s);
    const QString states = call.request.parameter(u"state").value_or(u"future,active,closed"_s);
    QList<JiraSprint> found = m_state.sprintsOf(board->id);
    found.removeIf(
        [&states](const JiraSprint &sprint) { return !states.split(u',').contains(sprint.state); });
    const JiraPage page(call, found.size(), 50, 50);
    QJsonArray values;
    for (qsizetype i = 0; i < found.size(); ++i) {
        if (page.contains(i))
            values.append(rendered(call, found[i]));
    }
    QJsonObject answer = page.envelope();
    answer.insert(u"isLast"_s, page.isLast());
    answer.insert(u"values"_s, values);
    return Response::json(200, answer);
}

Response AgileApi::createSprint(const JiraCall &call)
{
    const JiraBoard *board = m_state.board(call.body["originBoardId"_L1].toInt());
    if (!board || !allows(call, *board, Permission::BrowseProjects))
        return boardNotFound();
    if (board->type == "kanban"_L1)
        return jiraError(400, u"The board does not support sprints"_s);
    if (!allows(call, *board, Permission::EditIssues))
        return jiraError(403, u"You do not have permission to create sprints on this board."_s);
    JiraSprint sprint;
    sprint.state = u"future"_s;
    sprint.boardId = board->id;
    QMap<QString, QString> errors = setMembers(sprint, call.body);
    if (!call.body.contains("name"_L1))
        errors.insert(u"name"_s, u"The sprint name cannot be empty."_s);
    if (!errors.isEmpty())
        return jiraErrors(400, errors);
    return Response::json(201, rendered(call, m_state.addSprint(sprint)));
}

Response AgileApi::getSprint(const JiraCall &call)
{
    const JiraSprint *sprint = m_state.visibleSprint(call);
    return sprint ? Response::json(200, rendered(call, *sprint)) : sprintNotFound();
}

Response AgileApi::updateSprint(const JiraCall &call)
{
    JiraSprint *sprint = m_state.visibleSprint(call);
    if (!sprint)
        return sprintNotFound();
    if (!allows(call, *m_state.board(sprint->boardId), Permission::EditIssues))
        return jiraError(403, u"You do not have permission to manage this sprint."_s);
    JiraSprint changed = *sprint;
    QMap<QString, QString> errors = setMembers(changed, call.body);
    if (sprint->state == "closed"_L1
        && (call.body.contains("startDate"_L1) || call.body.contains("endDate"_L1)))
        errors.insert(u"state"_s, u"Only the name and goal of a closed sprint can be changed."_s);
    const QString state = call.body["state"_L1].toString(sprint->state);
    const bool isStart = state == "active"_L1 && sprint->state == "future"_L1;
    const bool isEnd = state == "closed"_L1 && sprint->state == "active"_L1;
    if (state != sprint->state && !isStart && !isEnd)
        errors.insert(u"state"_s, u"A sprint cannot go from %1 to %2."_s.arg(sprint->state, state));
    if (isStart && (!changed.start.isValid() || !changed.end.isValid()))
        errors.insert(u"startDate"_s, u"A sprint needs a start date and an end date to start."_s);
    if (!errors.isEmpty())
        return jiraErrors(400, errors);
    *sprint = changed;
    if (isStart)
        sprint->state = state;
    if (isEnd)
        m_state.close(*sprint);
    return Response::json(200, rendered(call, *sprint));
}

Response AgileApi::change(const JiraCall &call,
                          const std::function<void(const QStringList &)> &work,
                          bool hasEntries)
{
    const QJsonArray wanted = call.body["issues"_L1].toArray();
    if (wanted.isEmpty() || wanted.size() > mostMoved)
        return jiraError(400, u"Between 1 and %1 issues can be moved."_s.arg(mostMoved));
    QStringList moved;
    QJsonArray entries;
    for (const auto &name : wanted) {
        const JiraIssue *issue = m_site.issue(name.toString());
        if (!issue || !m_site.allows(call.caller, *issue, Permission::BrowseProjects))
            return jiraError(
                404,
                u"Issue %1 does not exist or you do not have permission to see it."_s.arg(
                    name.toString()));
        const bool isAllowed = m_site.allows(call.caller, *issue, Permission::EditIssues);
        QJsonObject entry{{u"issueId"_s, issue->id.toInt()},
                          {u"issueKey"_s, issue->key},
                          {u"status"_s, isAllowed ? 200 : 403}};
        if (!isAllowed)
            entry.insert(u"errors"_s, QJsonArray{u"You may not schedule this issue."_s});
        entries.append(entry);
        if (isAllowed)
            moved.append(issue->id);
    }
    if (moved.isEmpty() || (!hasEntries && moved.size() < wanted.size()))
        return jiraError(403, u"You do not have permission to schedule these issues."_s);
    for (const QString &id : std::as_const(moved))
        m_index.aboutToChange(*m_site.issue(id));
    work(moved);
    for (const auto &[member, isBefore] :
         {std::pair{u"rankBeforeIssue"_s, true}, std::pair{u"rankAfterIssue"_s, false}}) {
        if (const JiraIssue *next = m_site.issue(call.body[member].toString()))
            m_state.rank(moved, next->id, isBefore);
    }
    return moved.size() == wanted.size()
        ? Response::empty(204)
        : Response::json(207, QJsonObject{{u"entries"_s, entries}});
}

Response AgileApi::moveToSprint(const JiraCall &call)
{
    const JiraSprint *sprint = m_state.visibleSprint(call);
    if (!sprint)
        return sprintNotFound();
    if (sprint->state == "closed"_L1)
        return jiraError(400, u"Issues cannot be moved to a closed sprint."_s);
    const int id = sprint->id;
    return change(
        call,
        [this, id](const QStringList &issues) {
            for (const QString &issue : issues)
                m_state.move(issue, id);
        },
        false);
}

Response AgileApi::moveToBacklog(const JiraCall &call)
{
    if (call.path.contains(u"boardId"_s) && !m_state.visibleBoard(call))
        return boardNotFound();
    return change(
        call,
        [this](const QStringList &issues) {
            for (const QString &issue : issues)
                m_state.move(issue, 0);
        },
        call.path.contains(u"boardId"_s));
}

Response AgileApi::rank(const JiraCall &call)
{
    for (const QString &member : {u"rankBeforeIssue"_s, u"rankAfterIssue"_s}) {
        const QString key = call.body[member].toString();
        if (!key.isEmpty() && !m_site.issue(key))
            return jiraErrors(400, {{member, u"Issue does not exist or you cannot see it."_s}});
    }
    if (call.body.contains("rankBeforeIssue"_L1) == call.body.contains("rankAfterIssue"_L1))
        return jiraError(400, u"Give either rankBeforeIssue or rankAfterIssue."_s);
    return change(
        call, [](const QStringList &) {}, true);
}

} // namespace fairlead::sandbox
