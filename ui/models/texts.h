// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/connections/connection.h"
#include "server/connections/ratereport.h"

/** The words that lists and pages share for values of the server. */
namespace fairlead::ui {

/** Whether a key opens anything. */
enum class KeyState { InForce, Expired, Revoked };

[[nodiscard]] KeyState keyState(const accounts::McpKey &key, const QDateTime &now);

[[nodiscard]] QString keyStateText(KeyState state);
[[nodiscard]] QString accessText(tools::KeyAccess access);
/** What it allows, and its rights beside. */
[[nodiscard]] QString rightsText(const accounts::McpKey &key);
[[nodiscard]] QString connectionStateText(connections::ConnectionState state);
[[nodiscard]] QString signInMethodText(connections::SignInMethod method);

/** What a connection may still ask its service for. */
[[nodiscard]] QString rateText(const connections::RateStanding &standing);

/** "Just now", "5 minutes ago", "today, 14:05", else the date; an empty text for no time. */
[[nodiscard]] QString pastTimeText(const QDateTime &time, const QDateTime &now);
/** The date in the person's notation; an empty text for no time. */
[[nodiscard]] QString dateText(const QDateTime &time);

} // namespace fairlead::ui
