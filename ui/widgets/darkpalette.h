// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPalette>

namespace fairlead::ui {

/** Dark colours for desktops that ask for them without having a Qt platform theme that does. */
[[nodiscard]] QPalette darkPalette();

enum class Ground { Light, Dark };

/** Black and white and one more colour, for desktops that ask for high contrast. */
[[nodiscard]] QPalette contrastPalette(Ground ground);

/** Whether text and ground differ as much as they can, so that borders have to be seen, too. */
[[nodiscard]] bool hasHighContrast(const QPalette &palette);

/** Whether these colours are light text on dark ground. */
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace fairlead::ui
