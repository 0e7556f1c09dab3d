// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/resttools.h"
#include "server/providers/todoist/todoisttext.h"

namespace fairlead::providers::todoist {

/** The id in a task's id or URL, "https://app.todoist.com/app/task/buy-milk-6X7r". InvalidInput
 * naming the argument. */
[[nodiscard]] Result<QString> taskId(const QString &given);

[[nodiscard]] QCoro::Task<Result<ProjectPage>> projectPage(RestSession session,
                                                           int limit,
                                                           QString cursor);
/** Every project, up to a thousand. */
[[nodiscard]] QCoro::Task<Result<QList<Project>>> allProjects(RestSession session);
/** The id of the project with that name, in any case, or id. InvalidInput lists what there is. */
[[nodiscard]] QCoro::Task<Result<QString>> projectId(RestSession session, QString wanted);
/** Empty where they cannot be had: names only make an answer nicer. */
[[nodiscard]] QCoro::Task<text::ProjectNames> projectNames(RestSession session);

[[nodiscard]] QCoro::Task<Result<Task>> readTask(RestSession session, QString id);

} // namespace fairlead::providers::todoist
