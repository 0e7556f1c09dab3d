// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/** Tool definitions as people read them before they approve one. Pure functions. */
namespace fairlead::gateway {

/** All of it: title, the description in its lines, then the rest as JSON. */
[[nodiscard]] QString definitionText(const QByteArray &definition);

/** What differs, as lineDiff() says it; never empty for definitions that differ. */
[[nodiscard]] QString definitionChange(const QByteArray &approved, const QByteArray &offered);

} // namespace fairlead::gateway
