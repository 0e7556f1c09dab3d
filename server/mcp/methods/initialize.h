// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/rpcerror.h"
#include "server/mcp/revision.h"
#include "server/mcp/serverprofile.h"

#include <variant>

namespace fairlead::mcp {

/** What a client says about itself when a session starts. */
struct ClientHello
{
    Revision revision = newestSessionRevision; ///< as negotiated
    QString client; ///< name and version on one line, cleaned; may be empty
    QJsonObject capabilities;
};

[[nodiscard]] std::variant<ClientHello, RpcError> readInitialize(const QJsonObject &params);

[[nodiscard]] QJsonObject initializeResult(const ServerProfile &server, Revision revision);

} // namespace fairlead::mcp
