// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/jiraapi.h"

namespace fairlead::sandbox {

struct JiraBoard
{
    int id = 0;
    QString name;
    QString type; ///< "scrum" or "kanban"
    QString projectId;
};

struct JiraSprint
{
    int id = 0;
    QString name;
    QString state; ///< "future", "active" or "closed"
    QString goal;
    int boardId = 0;
    QDateTime start;
    QDateTime end;
    QDateTime completed;
};

/**
 * What Jira Software keeps about a site's issues: a board for each software project but Operations,
 * sprints on the scrum boards, and the order of the issues.
 */
class AgileState
{
public:
    explicit AgileState(Site &site);

    [[nodiscard]] const JiraBoard *board(int id) const;
    [[nodiscard]] JiraSprint *sprint(int id);
    /** The board of the path, or nullptr where the caller may not see it. */
    [[nodiscard]] const JiraBoard *visibleBoard(const JiraCall &call) const;
    /** The same for the sprint. */
    [[nodiscard]] JiraSprint *visibleSprint(const JiraCall &call);
    [[nodiscard]] QList<JiraSprint> sprintsOf(int boardId) const;
    JiraSprint &addSprint(JiraSprint sprint);

    /** The active or future sprint of an issue; 0: none. */
    [[nodiscard]] int openSprintOf(const QString &issueId) const;
    [[nodiscard]] bool isIn(const QString &issueId, int sprintId) const;
    /** Out of the open sprint; into `sprintId` unless that is 0. */
    void move(const QString &issueId, int sprintId);
    /** Completes an active sprint; what is not done in it goes back to the backlog. */
    void close(JiraSprint &sprint);

    /** All issues of the site by rank; those made since the start come last. */
    [[nodiscard]] QList<const JiraIssue *> ranked() const;
    /** Puts the issues before or after another one, in the order given. */
    void rank(const QStringList &issueIds, const QString &nextTo, bool isBefore);

    QList<JiraBoard> boards;

private:
    void seed(const JiraBoard &board);
    /** As the field "Sprint" of an issue has them, the closed ones too. */
    [[nodiscard]] QJsonArray fieldOf(const QString &issueId) const;

    const Site &m_site;
    QList<JiraSprint> m_sprints;
    QHash<QString, QList<int>> m_sprintsOf; ///< by issue id
    QStringList m_order; ///< issue ids
};

[[nodiscard]] Response boardNotFound();
[[nodiscard]] Response sprintNotFound();

} // namespace fairlead::sandbox
