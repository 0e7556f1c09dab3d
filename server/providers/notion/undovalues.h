// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace fairlead::providers::notion {

// Values as Notion shows them, to be set again. Pure functions.

/** Words with their styles, without what Notion works out itself. */
[[nodiscard]] QJsonArray settableWords(const QJsonArray &richText);

/** A property's value, as {"select": …}. InvalidInput for what Notion does not take back: files
 * that lie with Notion, and more relations than it shows. */
[[nodiscard]] Result<QJsonObject> settableProperty(const QString &name,
                                                   const QJsonObject &property);

/** An icon or a cover; null for none. InvalidInput for a picture that lies with Notion. */
[[nodiscard]] Result<QJsonValue> settableLook(const QString &name, const QJsonValue &look);

/** A property, an icon, words or a plain value for people. */
[[nodiscard]] QString shownValue(const QJsonValue &value);

} // namespace fairlead::providers::notion
