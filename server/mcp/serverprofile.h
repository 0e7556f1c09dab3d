// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

#include <QString>

namespace fairlead::mcp {

/** What the protocol serves: the same for every client. Outlives every session. */
struct ServerProfile
{
    tools::ToolInvoker &tools;
    QString instructions; ///< for models, sent once by initialize: what this server is good for
    qsizetype toolsPerPage = 200; ///< of tools/list
    qsizetype callsInFlight = 20; ///< of one session
};

} // namespace fairlead::mcp
