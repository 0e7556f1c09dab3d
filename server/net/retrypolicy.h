// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QDateTime>

#include <optional>

namespace fairlead::net {

/** How often and how soon a repeatable request is sent again. */
struct RetryPolicy
{
    int tries = 3; ///< in all, the first included
    std::chrono::milliseconds base{300}; ///< doubled with each try, with jitter of 30 %
    std::chrono::milliseconds longestWait{10'000}; ///< a Retry-After above this is not waited for
};

/** The wait that Retry-After (seconds or a date) asks for, or that follows from a 429's
 * X-RateLimit-Reset (a date of ISO 8601); nothing when neither is there or makes sense. */
[[nodiscard]] std::optional<std::chrono::seconds> retryAfter(const Response &response,
                                                             const QDateTime &now);

/** How long an answer keeps every further call over its connection away; an hour at most. 429 and
 * 529 (Notion's "overloaded") always, for no time when they name none; 503 when it names one. */
[[nodiscard]] std::optional<std::chrono::seconds> askedPause(const Response &response,
                                                             const QDateTime &now);

/** How long to wait before the request is sent again; nothing when it must not be. `tried` counts
 * the tries made; only a Repeatable::Yes request gets here. */
[[nodiscard]] std::optional<std::chrono::milliseconds> retryDelay(const RetryPolicy &policy,
                                                                  const Result<Response> &outcome,
                                                                  int tried);

} // namespace fairlead::net
