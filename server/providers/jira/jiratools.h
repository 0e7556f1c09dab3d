// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/approvedfolders.h"
#include "server/providers/jira/jirasessions.h"
#include "server/tools/tool.h"

namespace fairlead::providers::jira {

class JiraDirectory;
class JiraWatch;

/** What the handlers of Jira's tools work with. All of it outlives the event loop. */
struct JiraTools
{
    const JiraSessions &sessions;
    JiraDirectory &directory; ///< people, fields and other things by their names
    JiraWatch &watch; ///< learns of every change that a tool makes
    const ApprovedFolders &files; ///< for uploads and downloads
};

/** An issue and the open session to its site. */
struct IssueTarget
{
    JiraSessions::Session session;
    QString key;
};

// Which connection a call means: that of the URL it was given, else the one its argument
// "connection" names, else the only one, else the site that has the project; a write asks the
// person at the client where it is still not clear. The errors say what to do.

/** For a tool that works on the issue in `argument`. */
[[nodiscard]] QCoro::Task<Result<IssueTarget>> issueTarget(JiraTools tools,
                                                           tools::ToolCall call,
                                                           QLatin1StringView argument);
/** For one that works on the project in `argument`, whose key must have passed projectKey(). */
[[nodiscard]] QCoro::Task<Result<JiraSessions::Session>> projectTarget(JiraTools tools,
                                                                       tools::ToolCall call,
                                                                       QString key);
/** For a search: also by the project that the JQL names. Where it stays unclear the error lists the
 * sites; nobody is asked. */
[[nodiscard]] QCoro::Task<Result<JiraSessions::Session>> searchTarget(JiraTools tools,
                                                                      tools::ToolCall call,
                                                                      QString jql);
/** The key of the first project that the JQL names, also by an issue of it; empty: none. */
[[nodiscard]] QString projectIn(const QString &jql);
/** For one that has neither. */
[[nodiscard]] QCoro::Task<Result<JiraSessions::Session>> siteTarget(JiraTools tools,
                                                                    tools::ToolCall call);
/** What a tool with one of these may ask, beside its own: where several sites are connected, each
 * is asked for the project. */
[[nodiscard]] QStringList siteEndpoints(QStringList own);

} // namespace fairlead::providers::jira
