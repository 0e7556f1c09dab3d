// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

namespace fairlead::ctl {

/** What to do about a key that is missing. */
[[nodiscard]] QString keyRemedy();

/** Where a key belongs that is wrong, revoked or expired: what Fairlead's own sentence about it
 * cannot know. */
[[nodiscard]] QString keyPlace();

/**
 * The key that a client's configuration gives the bridge: the first line of `file`, or without one
 * the environment variable FAIRLEAD_KEY, which is taken out of the environment, so that no program
 * that we start gets it. Unauthorized, with what to do, when there is none or it cannot be one.
 */
[[nodiscard]] Result<Secret> takeBridgeKey(const QString &file);

} // namespace fairlead::ctl
