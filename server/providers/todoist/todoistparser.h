// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"
#include "server/providers/proxyrules.h"
#include "server/providers/todoist/todoisttypes.h"

/** Reads Todoist's answers. Pure: InvalidData with what is wrong, never a crash. */
namespace fairlead::providers::todoist::parser {

[[nodiscard]] Result<User> user(const QByteArray &body);
[[nodiscard]] Result<Task> task(const QByteArray &body);
[[nodiscard]] Result<TaskPage> tasks(const QByteArray &body);
[[nodiscard]] Result<ProjectPage> projects(const QByteArray &body);
/** What a refusal says; empty when the body is none of Todoist's. */
[[nodiscard]] ServiceProblem problem(const net::Response &response);

} // namespace fairlead::providers::todoist::parser
