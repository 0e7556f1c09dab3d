// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

namespace fairlead::mcp {

/** tools/list: the caller's tools, page by page. */
[[nodiscard]] QCoro::Task<Reply> listTools(MethodContext context);

/** tools/call: runs one tool. An unknown name is a protocol error, everything else a result. */
[[nodiscard]] QCoro::Task<Reply> callTool(MethodContext context);

} // namespace fairlead::mcp
