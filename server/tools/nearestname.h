// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace fairlead::tools {

/**
 * The name that the writer of `written` most likely meant: the closest of `known` by edit distance,
 * upper and lower case, "_" and "-" aside. Nothing when none is close.
 */
[[nodiscard]] std::optional<QString> nearestName(const QString &written, const QStringList &known);

} // namespace fairlead::tools
