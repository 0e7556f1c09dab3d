// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/answerjson.h"

namespace fairlead::providers::notion {

/** The words of a rich text without their styles. */
[[nodiscard]] QString plainText(const json::Element &richText);

/** What a property's value says to a reader: names instead of objects, lists joined; empty when
 * it is unset. Cleaned and bounded. */
[[nodiscard]] QString propertyText(const json::Element &property);

/** "2026-11-20T10:00:00.000Z" as "2026-11-20 10:00"; other text unchanged. */
[[nodiscard]] QString shortTime(const QString &text);

} // namespace fairlead::providers::notion
