// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::clients {

/** Over which of our two endpoints a client speaks MCP. */
enum class Transport {
    StreamableHttp, ///< /mcp
    Sse, ///< /sse, for clients that know only HTTP+SSE (2024-11-05)
};

/**
 * What goes into ~/.cursor/mcp.json for the server on `url` ("http://127.0.0.1:8080") with the key
 * `key`. Format: Cursor's documentation, "Model Context Protocol"; `type` is not required there.
 */
[[nodiscard]] QJsonObject cursorConfiguration(const QString &url,
                                              const QString &key,
                                              Transport transport);

/** The same, indented for reading and pasting. */
[[nodiscard]] QString cursorConfigurationText(const QString &url,
                                              const QString &key,
                                              Transport transport);

} // namespace fairlead::clients
