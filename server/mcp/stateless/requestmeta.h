// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/requestid.h"
#include "server/mcp/jsonrpc/rpcerror.h"
#include "server/mcp/revision.h"
#include "server/tools/clientport.h"

#include <variant>

namespace fairlead::mcp {

/** What a request without a session says about itself (since 2026-07-28). */
struct RequestMeta
{
    Revision revision = newestRevision;
    QString client; ///< name and version on one line, cleaned; may be empty
    QJsonObject capabilities; ///< of the client
    std::optional<RequestId> progressToken;
    std::optional<tools::LogLevel> logLevel; ///< without it the client wants no log
};

/** The revision that a request names in its `_meta`; nothing when it names none. */
[[nodiscard]] std::optional<QString> namedRevision(const QJsonObject &params);

/** InvalidParams for a request that does not say what it has to, UnsupportedRevision for one of a
 * revision that we do not have without sessions. */
[[nodiscard]] std::variant<RequestMeta, RpcError> readRequestMeta(const QJsonObject &params);

/** Names the revisions that we have, so that the client can choose one. */
[[nodiscard]] RpcError unsupportedRevision(const QString &requested);

} // namespace fairlead::mcp
