// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace fairlead::ctl {

enum class Screen { Present, Absent };

/** Whether windows can be shown. */
[[nodiscard]] Screen screen();

/**
 * The programs in this folder that can serve, best first, each with its arguments: with a screen
 * the tray program, hidden, and then the one without a window. `dataFolder` is left out where it is
 * the one that they take by themselves.
 */
[[nodiscard]] QList<QStringList> startablePrograms(const QString &folder,
                                                   Screen screen,
                                                   const QString &dataFolder);

} // namespace fairlead::ctl
