// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

namespace fairlead::mcp {

[[nodiscard]] QCoro::Task<Reply> listResources(MethodContext context);
[[nodiscard]] QCoro::Task<Reply> listResourceTemplates(MethodContext context);
[[nodiscard]] QCoro::Task<Reply> readResource(MethodContext context);

/** Up to 2025-11-25: the session is told when the resource changes. */
[[nodiscard]] QCoro::Task<Reply> subscribe(MethodContext context);
[[nodiscard]] QCoro::Task<Reply> unsubscribe(MethodContext context);

} // namespace fairlead::mcp
