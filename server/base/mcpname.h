// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace fairlead {

/** Which parameter of that method of MCP a request since 2026-07-28 repeats in its header Mcp-Name;
 * nothing for a method without one. The server asks for it and the bridge sends it. */
[[nodiscard]] std::optional<QLatin1StringView> parameterInMcpName(const QString &method);

/** A text as a header of such a request carries it: as it is where that is safe, else as
 * `=?base64?…?=`. */
[[nodiscard]] QByteArray encodedHeaderValue(const QString &text);

} // namespace fairlead
