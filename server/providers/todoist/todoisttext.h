// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/todoist/todoisttypes.h"

#include <QHash>

/** How Todoist's tools answer: a line for each thing, and only what it has. */
namespace fairlead::providers::todoist::text {

/** A project's name by its id. */
using ProjectNames = QHash<QString, QString>;

/** "Buy milk  id 6X7r  p1  due 2026-11-21 (every day)  @shop  #Home". */
[[nodiscard]] QString taskLine(const Task &task, const ProjectNames &projects);
/** With the beginning of each description below its task. */
[[nodiscard]] QString taskList(const TaskPage &page, const ProjectNames &projects);
/** One task with all of its description and its address. */
[[nodiscard]] QString wholeTask(const Task &task, const ProjectNames &projects);
[[nodiscard]] QString projectList(const ProjectPage &page);

[[nodiscard]] QString addressOf(const Task &task);

} // namespace fairlead::providers::todoist::text
