// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::publishing {

/**
 * What changed between two texts, line by line: "- " for lines that went, "+ " for lines that came,
 * with up to two unchanged lines around each change and "…" between changes far apart. Empty when
 * nothing changed. Texts too long to compare by lines are told as gone and come as a whole.
 */
[[nodiscard]] QString lineDiff(const QString &before, const QString &after);

} // namespace fairlead::publishing
