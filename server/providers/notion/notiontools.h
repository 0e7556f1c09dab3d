// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/approvedfolders.h"
#include "server/providers/changewatch.h"
#include "server/providers/notion/notiondirectory.h"
#include "server/tools/tool.h"

namespace fairlead::providers::notion {

/** What the handlers of Notion's tools work with. All of it outlives the event loop. */
struct NotionTools
{
    const NotionSessions &sessions;
    NotionDirectory &directory; ///< schemas, people, and where an id was found
    ChangeWatch &watch; ///< learns of every change that a tool makes to a page
    const ApprovedFolders &files; ///< what may be uploaded
};

/** Something in Notion and the open session to its workspace. */
struct NotionTarget
{
    NotionSessions::Session session;
    QString id; ///< canonical
};

// Which connection a call means: the one its argument "connection" names, else that of the
// resource's address it was given, else the only one, else the one over which the id was found
// before, else the first one that can see it. The errors say what to do.

/** For a tool that works on the page in `argument`: its id, its URL or the address of a resource.
 */
[[nodiscard]] QCoro::Task<Result<NotionTarget>> pageTarget(NotionTools tools,
                                                           tools::ToolCall call,
                                                           QLatin1StringView argument);
/** What a tool with a pageTarget() may ask, beside its own: looking for the workspace. */
[[nodiscard]] QStringList pageEndpoints(QStringList own);
/** For one that works on something else, `id`, which must be canonical; `probes` are the paths by
 * one of which it can be read, "/v1/data_sources/%1". */
[[nodiscard]] QCoro::Task<Result<NotionSessions::Session>> sessionFor(NotionTools tools,
                                                                      tools::ToolCall call,
                                                                      QString id,
                                                                      QStringList probes);
/** For one that has no id; where several workspaces are connected, the person at the client is
 * asked. */
[[nodiscard]] QCoro::Task<Result<NotionSessions::Session>> workspaceTarget(NotionTools tools,
                                                                           tools::ToolCall call);

/** The connections that the call may mean, the likeliest first: where the id was found before. */
[[nodiscard]] Result<QList<connections::Connection>> likelyConnections(const NotionTools &tools,
                                                                       const tools::ToolCall &call,
                                                                       const QString &id);

/** What is in none of these; `what` is "Page". */
[[nodiscard]] Error nowhere(const QString &what,
                            const QString &id,
                            const QList<connections::Connection> &connections);

/** Whether an answer says that the id is of nothing that this connection sees, or of another kind:
 * Notion says either for either. */
[[nodiscard]] bool isElsewhere(const Error &error);

/** An argument as text; empty when it is absent. */
[[nodiscard]] QString textOf(const tools::ToolCall &call, QLatin1StringView name);

} // namespace fairlead::providers::notion
