// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/uiworld.h"

namespace fairlead::ui {

/** So many entries of the user whose window it is, straight into the database: "tool 1", "tool 2",
 * …, one each second, the last just now. */
void addManyEntries(UiWorld &world, int count);

/** One entry as a call makes it, written at once. */
void addEntry(UiWorld &world, const QString &tool, const QString &outcome = QStringLiteral("ok"));

} // namespace fairlead::ui
