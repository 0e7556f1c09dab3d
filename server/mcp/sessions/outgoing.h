// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/rpcerror.h"
#include "server/mcp/sessions/inflight.h"

#include <QByteArray>

namespace fairlead::mcp {

/** A message on its way to the client, and where it belongs. */
struct Outgoing
{
    QByteArray json; ///< one line
    OriginId origin = noOrigin; ///< the input that it relates to
    bool isResponse = false; ///< the last message for one request of that input
    bool isQuestion = false; ///< somebody waits for the client to answer it
    std::optional<RpcCode> error{}; ///< of a response that is an error
};

} // namespace fairlead::mcp
