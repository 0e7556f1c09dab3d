// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

namespace fairlead::mcp {

[[nodiscard]] QCoro::Task<Reply> listPrompts(MethodContext context);

/** prompts/get: one prompt with its arguments filled in. */
[[nodiscard]] QCoro::Task<Reply> getPrompt(MethodContext context);

} // namespace fairlead::mcp
