// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead {

/**
 * What changes between two texts, for reading: lines with "-", "+" or a blank in front, two
 * unchanged ones around each change, "…" for what is left out. Empty when nothing changes. Texts
 * that differ too much to be compared line by line are told as gone and come.
 */
[[nodiscard]] QString lineDiff(const QString &before, const QString &after);

} // namespace fairlead
