// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace fairlead::tools {

/** True when the value is of that JSON Schema type ("integer" also takes 5.0). */
[[nodiscard]] bool isOfType(const QJsonValue &value, const QString &type);

/**
 * What a model most likely meant when it sent a value of another type: "5" for a number, "true" for
 * a boolean, a JSON text for an object or a list, one text for a list (`items` is the schema of its
 * elements), a whole number for text. Nothing when the value is no plain slip of that kind.
 */
[[nodiscard]] std::optional<QJsonValue> coerced(const QJsonValue &value,
                                                const QString &type,
                                                const QJsonObject &items);

} // namespace fairlead::tools
