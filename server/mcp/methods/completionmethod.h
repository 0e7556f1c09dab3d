// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

namespace fairlead::mcp {

/** completion/complete: values for an argument of a prompt or a resource template. */
[[nodiscard]] QCoro::Task<Reply> completeArgument(MethodContext context);

} // namespace fairlead::mcp
