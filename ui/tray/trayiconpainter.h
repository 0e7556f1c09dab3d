// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/overview.h"

#include <QIcon>

namespace fairlead::ui {

/**
 * Draws Fairlead's sign, a fairlead's eye with a rope through it, at any size; for the tray with a
 * shape and a colour for each state that are legible on light and on dark panels.
 */
class TrayIconPainter final
{
public:
    /** Ready pixmaps for the sizes that panels ask for. */
    [[nodiscard]] static QIcon icon(OverallState state);
    [[nodiscard]] static QPixmap pixmap(OverallState state, int side);
    /** The sign of the program, for windows and launchers. */
    [[nodiscard]] static QIcon applicationIcon();
};

} // namespace fairlead::ui
