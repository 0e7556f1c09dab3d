// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace fairlead::ui {

/** Dark colours for desktops that ask for them without having a Qt platform theme that does. */
[[nodiscard]] QPalette darkPalette();

/** Whether these colours are light text on dark ground. */
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace fairlead::ui
