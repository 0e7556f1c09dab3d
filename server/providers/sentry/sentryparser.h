// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"
#include "server/providers/proxyrules.h"
#include "server/providers/sentry/sentrytypes.h"

/** Reads Sentry's answers. Pure: InvalidData with what is wrong, never a crash. */
namespace fairlead::providers::sentry::parser {

[[nodiscard]] Result<User> user(const QByteArray &body);
/** The addresses of the regions that a person has organizations in. */
[[nodiscard]] Result<QList<QUrl>> regions(const QByteArray &body);
[[nodiscard]] Result<QList<Organization>> organizations(const QByteArray &body);
[[nodiscard]] Result<Organization> organization(const QByteArray &body);
[[nodiscard]] Result<QList<Project>> projects(const QByteArray &body);
[[nodiscard]] Result<QList<Issue>> issues(const QByteArray &body);
[[nodiscard]] Result<Issue> issue(const QByteArray &body);
[[nodiscard]] Result<Event> event(const QByteArray &body);

/** The cursor of the next page; empty when there is none. */
[[nodiscard]] QString nextCursor(const net::Response &response);
/** What a refusal says: its "detail", or what is wrong with which field. */
[[nodiscard]] ServiceProblem problem(const net::Response &response);

} // namespace fairlead::providers::sentry::parser
