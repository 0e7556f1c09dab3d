// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/proxyrules.h"

namespace fairlead::providers::jira {

/** Far below Jira's own 100 a second for each kind of call, and enough for a person's tools. */
inline constexpr net::CallRate callRate{.perMinute = 600, .burst = 100};

/** Jira's REST APIs: platform, boards, service desks. */
[[nodiscard]] ProxyRules proxyRules();

} // namespace fairlead::providers::jira
