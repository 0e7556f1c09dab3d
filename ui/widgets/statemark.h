// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace fairlead::ui {

/** A small mark whose shape says as much as its colour. */
enum class StateMark {
    Good, ///< disc with a tick
    Information, ///< disc with an i
    Warning, ///< triangle with an exclamation mark
    Failure, ///< octagon with a cross
    Off, ///< empty ring
    Paused, ///< rounded square with two bars
};

[[nodiscard]] QIcon stateMark(StateMark mark);
/** Legible on light and on dark ground (contrast of at least 3 with white and with #202020). */
[[nodiscard]] QColor stateColor(StateMark mark);

} // namespace fairlead::ui
