// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/urlopener.h"

namespace fairlead::tray {

/** Hands a page to the browser of the desktop. */
class DesktopUrlOpener final : public ui::UrlOpener
{
public:
    [[nodiscard]] bool open(const QUrl &url) override;
};

} // namespace fairlead::tray
