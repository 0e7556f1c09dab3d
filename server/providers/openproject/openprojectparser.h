// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"
#include "server/providers/openproject/openprojecttypes.h"
#include "server/providers/proxyrules.h"

/** Reads OpenProject's answers. Pure: InvalidData with what is wrong, never a crash. */
namespace fairlead::providers::openproject::parser {

[[nodiscard]] Result<User> user(const QByteArray &body);
[[nodiscard]] Result<Project> project(const QByteArray &body);
[[nodiscard]] Result<ProjectPage> projects(const QByteArray &body);
[[nodiscard]] Result<WorkPackage> workPackage(const QByteArray &body);
[[nodiscard]] Result<WorkPackagePage> workPackages(const QByteArray &body);
[[nodiscard]] Result<QList<Activity>> activities(const QByteArray &body);
/** Statuses, types, priorities, people: whatever a collection has. */
[[nodiscard]] Result<QList<Named>> names(const QByteArray &body);
/** What time may be booked on, out of a time entry's form. */
[[nodiscard]] Result<QList<Named>> timeActivities(const QByteArray &body);
/** What a refusal says, with every field that is wrong. */
[[nodiscard]] ServiceProblem problem(const net::Response &response);

} // namespace fairlead::providers::openproject::parser
