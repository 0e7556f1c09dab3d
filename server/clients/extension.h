// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"
#include "server/clients/machine.h"

namespace fairlead::clients {

/**
 * The extension for Claude Desktop (an MCP bundle, .mcpb), which starts our bridge on this
 * computer. There is no secret in it: Claude Desktop asks for the key and keeps it in the system's
 * keychain. The same address always makes the same bytes.
 */
[[nodiscard]] QByteArray extensionBundle(const ServerAddress &address, Platform platform);

/** What such a file is called. */
inline constexpr char16_t extensionFileName[] = u"fairlead.mcpb";

} // namespace fairlead::clients
