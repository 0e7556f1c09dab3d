// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratools.h"
#include "server/providers/jira/jiratypes.h"

#include <QHash>

namespace fairlead::providers::jira {

/**
 * Checks many new issues against what their projects allow, and fetches each project's description
 * once. It lives on the frame of the coroutine that asks it.
 */
class NewIssueCheck final
{
public:
    NewIssueCheck(JiraTools tools, JiraSessions::Session session);

    /** The "fields" to send for the issue that the call's arguments describe, as those of
     * jira_create_issue do; InvalidInput says what is allowed. */
    [[nodiscard]] QCoro::Task<Result<QJsonObject>> fieldsOf(tools::ToolCall call);

private:
    [[nodiscard]] QCoro::Task<Result<IssueType>> typeOf(QString project, QString wanted);
    [[nodiscard]] QCoro::Task<Result<QList<CreateField>>> knownFields(QString project,
                                                                      IssueType type);

    JiraTools m_tools;
    JiraSessions::Session m_session;
    QHash<QString, QList<IssueType>> m_types; ///< by project
    QHash<QString, QList<CreateField>> m_fields; ///< by project and type
};

} // namespace fairlead::providers::jira
