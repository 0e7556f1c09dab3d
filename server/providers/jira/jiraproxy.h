// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/proxyrules.h"

namespace fairlead::providers::jira {

/** 50 a second, the lowest of Jira's own steady limits; one key's calls delay another's by little.
 */
inline constexpr net::CallRate callRate{.perMinute = 3000, .burst = 100};

/** Jira's REST APIs: platform, boards, service desks. */
[[nodiscard]] ProxyRules proxyRules();

} // namespace fairlead::providers::jira
