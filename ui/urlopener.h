// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace fairlead::ui {

/** Opens a web page or a folder with the program that the desktop has for it. */
class UrlOpener
{
public:
    UrlOpener() = default;
    virtual ~UrlOpener() = default;
    Q_DISABLE_COPY_MOVE(UrlOpener)

    /** False when the desktop has no program for it. */
    [[nodiscard]] virtual bool open(const QUrl &url) = 0;
};

} // namespace fairlead::ui
