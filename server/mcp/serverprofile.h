// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/ids.h"
#include "server/tools/changefeed.h"
#include "server/tools/promptprovider.h"
#include "server/tools/resourceprovider.h"
#include "server/tools/toolinvoker.h"

#include <QString>

namespace fairlead::mcp {

/** What the protocol serves: the same for every client. Outlives every session. */
struct ServerProfile
{
    tools::ToolInvoker &tools;
    QString instructions; ///< for models, sent once by initialize: what this server is good for
    qsizetype toolsPerPage = 200; ///< of tools/list, and of every other list
    qsizetype callsInFlight = 20; ///< of one session
    tools::ResourceProvider *resources = nullptr; ///< null: the capability is not offered
    tools::PromptProvider *prompts = nullptr; ///< null: the capability is not offered
    tools::ChangeFeed *changes = nullptr; ///< null: nothing is told about changes
    QByteArray stateKey = randomBytes(32); ///< proves that a request state is from this server
};

} // namespace fairlead::mcp
