// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::mcp {

/** The error codes of JSON-RPC 2.0 and those that MCP adds. */
enum class RpcCode {
    ParseError = -32700, ///< not JSON, or not in the strict form that we accept
    InvalidRequest = -32600, ///< JSON, but no message that may be sent here and now
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603, ///< a fault of ours
    Refused = -32000, ///< a limit is reached, or the transport's rules are broken
    SessionNotFound = -32001,
    ResourceNotFound = -32002, ///< up to 2025-11-25; InvalidParams since
    HeaderMismatch = -32020, ///< the HTTP headers do not say what the body says
    MissingClientCapability = -32021,
    UnsupportedRevision = -32022,
};

/** A protocol error: something that the client's program, not its model, has to put right. */
struct RpcError
{
    RpcCode code = RpcCode::InternalError;
    QString message;
    QJsonObject data{}; ///< for the client's program; may be empty

    bool operator==(const RpcError &) const = default;

    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace fairlead::mcp
