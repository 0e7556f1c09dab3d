// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QStringList>

namespace fairlead::tools {

/**
 * Accepts a tool's input schema when every keyword in it belongs to the part of JSON Schema 2020-12
 * that ArgumentCheck enforces: type (also a list), enum, const, required, properties,
 * additionalProperties, items, minimum, maximum, minLength, maxLength, minItems, maxItems, pattern,
 * format (date, date-time, uri, email), anyOf, oneOf, and the annotations title, description,
 * default, examples. The top level has type "object".
 *
 * InvalidData names the keyword and where it stands, so that no schema promises a check that does
 * not happen.
 */
[[nodiscard]] Result<> acceptSchema(const QJsonObject &inputSchema);

/** The types that a schema allows, empty when it does not say. */
[[nodiscard]] QStringList allowedTypes(const QJsonObject &schema);

/** The pattern as a regular expression, invalid when it is not one. */
[[nodiscard]] QRegularExpression compiledPattern(QString pattern);

} // namespace fairlead::tools
