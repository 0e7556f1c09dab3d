// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/rpcerror.h"
#include "server/mcp/revision.h"
#include "server/mcp/serverprofile.h"

#include <QCoroTask>

#include <functional>

namespace fairlead::mcp {

/**
 * One request as its method sees it. Nothing here belongs to a session, so that the same methods
 * can also answer requests that come without one.
 */
struct MethodContext
{
    const ServerProfile &server;
    Revision revision = newestRevision;
    tools::Caller caller;
    QJsonObject params;
    CancellationToken cancellation;
    std::function<void(tools::Progress)> reportProgress; ///< empty when the client wants none
};

/** The answer of a method: a result, or a protocol error. */
struct Reply
{
    QJsonObject result;
    std::optional<RpcError> error;

    [[nodiscard]] static Reply fromResult(QJsonObject result);
    [[nodiscard]] static Reply fromError(RpcCode code, QString message);
};

using MethodHandler = QCoro::Task<Reply> (*)(MethodContext);

/** The method of that name; null for one that we do not have. */
[[nodiscard]] MethodHandler findMethod(const QString &name);

/** Runs a method; what it lets escape becomes an internal error. */
[[nodiscard]] QCoro::Task<Reply> runMethod(MethodHandler handler, MethodContext context);

} // namespace fairlead::mcp
