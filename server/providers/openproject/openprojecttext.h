// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/openproject/openprojecttypes.h"

/** How OpenProject's tools answer: a line for each thing, and only what it has. */
namespace fairlead::providers::openproject::text {

/** "#1528  Develop API  Task  New  assigned to Emmie  due 2026-11-30". */
[[nodiscard]] QString workPackageLine(const WorkPackage &work);
[[nodiscard]] QString workPackageList(const WorkPackagePage &page, int number, int size);
/** One whole, with what happened to it last; `address` is where people open it. */
[[nodiscard]] QString wholeWorkPackage(const WorkPackage &work,
                                       const QList<Activity> &activities,
                                       const QString &address);
[[nodiscard]] QString projectList(const ProjectPage &page, int number, int size);
/** "status New → In progress; the description": what differs between two readings. */
[[nodiscard]] QString differences(const WorkPackage &before, const WorkPackage &after);
/** "2h 30m" of "PT2H30M". */
[[nodiscard]] QString span(const QString &isoSpan);

} // namespace fairlead::providers::openproject::text
