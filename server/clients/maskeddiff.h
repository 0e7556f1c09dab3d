// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace fairlead::clients {

/**
 * What changes between two texts, for reading: lines with "-", "+" or a blank in front, a few
 * unchanged ones around each change, "…" for what is left out. Whatever looks like a key or a token
 * is masked, ours as well as other people's.
 */
[[nodiscard]] QString maskedDiff(const QByteArray &before, const QByteArray &after);

/** The text with dots in place of whatever looks like a key or a token. */
[[nodiscard]] QString masked(const QByteArray &text);

} // namespace fairlead::clients
