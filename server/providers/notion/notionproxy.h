// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/proxyrules.h"

namespace fairlead::providers::notion {

/** Notion names no numbers; three a second is what it has always let through. */
inline constexpr net::CallRate callRate{.perMinute = 180, .burst = 30};

/** Everything below /v1/ but what gives tokens out and takes them back. */
[[nodiscard]] ProxyRules proxyRules();

} // namespace fairlead::providers::notion
