// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>

namespace fairlead::ui {

/** What the side list shows beside the names of its pages, and what small buttons show. */
enum class LineIcon {
    Home,
    Connections,
    Keys,
    Publishing,
    Activity,
    Leases,
    Settings,
    Doctor,
    Close
};

/** A line drawing in the colour of the palette's text. */
[[nodiscard]] QIcon lineIcon(LineIcon icon);

} // namespace fairlead::ui
