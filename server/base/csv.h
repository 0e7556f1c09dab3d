// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace fairlead {

/** One line of a CSV file after RFC 4180, with its end. A cell that a spreadsheet would take for a
 * formula gets an apostrophe in front, because what is in it came from outside. */
[[nodiscard]] QByteArray csvLine(const QStringList &cells);

} // namespace fairlead
