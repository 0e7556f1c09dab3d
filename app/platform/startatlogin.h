// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/settings/datafolder.h"
#include "server/settings/startatlogin.h"

#include <QStringList>

#include <memory>

namespace fairlead::platform {

/** What is started at login. */
struct LoginCommand
{
    QString name; ///< of the entry; each data folder has one of its own
    QString program; ///< absolute path
    QStringList arguments;

    /** This program, in the tray and without its window, with this data folder. */
    [[nodiscard]] static LoginCommand forThisProgram(const settings::DataFolder &folder);
};

/** The way of the platform that we were built for: XDG autostart, LaunchAgent or Run key. */
[[nodiscard]] std::unique_ptr<settings::StartAtLogin> makeStartAtLogin(const LoginCommand &command);

} // namespace fairlead::platform
