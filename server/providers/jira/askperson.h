// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/newissue.h"
#include "server/tools/personform.h"
#include "server/tools/tool.h"

/**
 * What a write still needs to know and only the person at the client can say. Where the client has
 * no forms, the model reads what is missing instead. Nothing is changed before all is known.
 */
namespace fairlead::providers::jira {

/** As ConnectionChoice::chooseAsking(); `host` is that of an issue's URL. */
[[nodiscard]] QCoro::Task<Result<connections::Connection>> chooseAsking(
    const JiraSessions &sessions, tools::ToolCall call, QString host);

/** The arguments of jira_create_issue with project, summary and type in them. */
[[nodiscard]] QCoro::Task<Result<QJsonObject>> completeNewIssue(JiraSessions::Session session,
                                                                tools::ToolCall call);

/** The issue with the fields that its project requires; unchanged where one of the missing cannot
 * be put into a form. */
[[nodiscard]] QCoro::Task<Result<NewIssue>> completeFields(tools::ClientPortPointer client,
                                                           NewIssue issue,
                                                           IssueType type,
                                                           QList<CreateField> known);

} // namespace fairlead::providers::jira
