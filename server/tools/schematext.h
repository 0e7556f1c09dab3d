// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

namespace fairlead::tools {

/**
 * A tool's input schema from the JSON text of its `properties`, {"key":{"type":"string"},…}:
 * written as JSON because that is how clients read it. A text that is no JSON is a programming
 * error and ends the program.
 */
[[nodiscard]] QJsonObject inputSchema(const char *properties, const QStringList &required = {});

} // namespace fairlead::tools
