// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jirasessions.h"
#include "server/providers/jira/tools/serviceparser.h"

/** Service desks and what belongs to them by what a person calls them. Errors are InvalidInput that
 * list what there is, or those of the call. */
namespace fairlead::providers::jira {

// A token's usual scopes do not cover service desks.
inline constexpr auto readScopes = QLatin1StringView("read:servicedesk-request");
inline constexpr auto writeScopes = QLatin1StringView("write:servicedesk-request");

/** By id, project key or name. */
[[nodiscard]] QCoro::Task<Result<ServiceDesk>> serviceDeskNamed(JiraSessions::Session session,
                                                                QString wanted);
/** By id or name. */
[[nodiscard]] QCoro::Task<Result<ServiceQueue>> queueNamed(JiraSessions::Session session,
                                                           ServiceDesk desk,
                                                           QString wanted);
/** By id or name. */
[[nodiscard]] QCoro::Task<Result<RequestType>> requestTypeNamed(JiraSessions::Session session,
                                                                ServiceDesk desk,
                                                                QString wanted);

/** A read of one of the interface's lists. */
[[nodiscard]] RestCall serviceCall(const QString &path, qint64 start, int limit);

} // namespace fairlead::providers::jira
