// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/rpcerror.h"
#include "server/mcp/methods/followings.h"
#include "server/mcp/revision.h"
#include "server/mcp/serverprofile.h"

#include <QCoroTask>

#include <functional>

namespace fairlead::mcp {

/** What a client has set for the rest of its session. */
struct SessionState
{
    tools::LogLevel logLevel = tools::LogLevel::Info;
    Followings *followings = nullptr; ///< the session's; never null in one
};

/**
 * One request as its method sees it. Nothing here belongs to a session but `session`, so that the
 * same methods also answer requests that come without one.
 */
struct MethodContext
{
    const ServerProfile &server;
    Revision revision = newestSessionRevision;
    tools::Caller caller;
    QJsonObject params;
    CancellationToken cancellation;
    std::function<void(tools::Progress)> reportProgress{}; ///< empty when the client wants none
    tools::ClientPortPointer client{};
    SessionState *session = nullptr; ///< null for a request without a session; used before waiting
    QByteArray text{}; ///< the whole request as it came; may be empty
};

/** The answer of a method: a result, or a protocol error. */
struct Reply
{
    QJsonObject result;
    std::optional<RpcError> error;
    QByteArray resultJson{}; ///< instead of `result`: as it is sent, with its keys in order
    QByteArray structuredContent{}; ///< JSON in place of the result's; empty: it has its own

    [[nodiscard]] static Reply fromResult(QJsonObject result);
    [[nodiscard]] static Reply fromJson(QByteArray resultJson);
    [[nodiscard]] static Reply fromError(RpcCode code, QString message);
    /** What failed behind a method that has no way to say so in its result. */
    [[nodiscard]] static Reply fromFailure(const Error &error);
};

using MethodHandler = QCoro::Task<Reply> (*)(MethodContext);

/** How long a client may keep a result, and for whom (since 2026-07-28). */
enum class Caching {
    None, ///< the result says nothing about it
    Discovery, ///< an hour, for everybody
    List, ///< a minute, for this key
    Read, ///< not at all, and for this key
};

/** One method of the protocol, with the revisions that have it. */
struct Method
{
    /** What the server must have for it. */
    enum class Needs { Nothing, Resources, Prompts, Either };

    QLatin1StringView name;
    MethodHandler handler = nullptr;
    Needs needs = Needs::Nothing;
    Revision first = Revision::V20241105;
    Revision last = newestRevision;
    Caching caching = Caching::None;
};

/** The method of that name; null for one that this server does not have in that revision. */
[[nodiscard]] const Method *findMethod(const QString &name,
                                       Revision revision,
                                       const ServerProfile &server);

/** Runs a method; what it lets escape becomes an internal error. */
[[nodiscard]] QCoro::Task<Reply> runMethod(MethodHandler handler, MethodContext context);

} // namespace fairlead::mcp
