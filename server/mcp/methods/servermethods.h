// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

namespace fairlead::mcp {

[[nodiscard]] QCoro::Task<Reply> ping(MethodContext context);

/** server/discover: which revisions and capabilities there are, without a session. */
[[nodiscard]] QCoro::Task<Reply> discover(MethodContext context);

} // namespace fairlead::mcp
