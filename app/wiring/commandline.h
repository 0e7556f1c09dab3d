// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/store/databaseaddress.h"

#include <QStringList>

#include <optional>

namespace fairlead::wiring {

/** The options that `fairlead` and `fairleadd` share. */
struct CommandLine
{
    enum class Program { Daemon, Tray };

    QString dataFolder; ///< empty: the platform's folder
    std::optional<quint16> port; ///< 0: any free port
    bool printReady = false; ///< fairleadd only
    std::optional<store::DatabaseAddress> database; ///< fairleadd only; none: the data folder's
    QString databasePasswordFile; ///< fairleadd only
    QString page; ///< fairlead only: from a fairlead:// link
    bool hidden = false; ///< fairlead only: start in the tray without the window
    QString text; ///< help or version: print it and end

    /** InvalidInput for an unknown option or a bad value. */
    [[nodiscard]] static Result<CommandLine> parse(const QStringList &arguments,
                                                   const QString &description,
                                                   Program program);
};

} // namespace fairlead::wiring
