// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

namespace fairlead::sandbox {

/**
 * Checks a JSON value against the small part of OpenAPI's schema language that Jira's document
 * uses for requests. Returns what is wrong by the member's dotted name; empty when all is well.
 */
[[nodiscard]] QMap<QString, QString> checkSchema(const QJsonObject &schema,
                                                 const QJsonValue &value);

/** The same for a query parameter, which always arrives as text. */
[[nodiscard]] QString checkParameter(const QJsonObject &schema, const QString &text);

} // namespace fairlead::sandbox
