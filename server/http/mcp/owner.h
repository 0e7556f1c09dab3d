// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/router.h"

namespace fairlead::http {

/**
 * Whose a session or stream is: the key that opened it or, where a caller came without a key, the
 * user. For any other owner it does not exist.
 */
[[nodiscard]] QString ownerOf(const tools::Caller &caller);

/** The caller of a route with Access::McpKey. */
[[nodiscard]] tools::Caller callerOf(const Principal &principal);

} // namespace fairlead::http
