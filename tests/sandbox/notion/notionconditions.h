// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QJsonValue>
#include <QStringList>

/** The conditions that Notion's filters set on one value. */
namespace fairlead::sandbox {

/** The conditions that a property of that type knows; empty when it cannot be filtered. */
[[nodiscard]] QStringList notionConditions(const QString &type);

/** Whether the value, as answers show it, meets the condition; `now` is for "past_week" and such.
 */
[[nodiscard]] bool meetsCondition(const QString &type,
                                  const QJsonValue &value,
                                  const QString &condition,
                                  const QJsonValue &operand,
                                  const QDateTime &now);

} // namespace fairlead::sandbox
