// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/requestid.h"
#include "server/mcp/revision.h"
#include "server/tools/tool.h"

namespace fairlead::mcp {

/** A notifications/progress, with the fields that the revision has. */
[[nodiscard]] QByteArray progressMessage(const RequestId &token,
                                         const tools::Progress &progress,
                                         Revision revision);

} // namespace fairlead::mcp
