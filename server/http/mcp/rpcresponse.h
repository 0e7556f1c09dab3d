// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "server/mcp/jsonrpc/message.h"

#include <chrono>

namespace fairlead::http {

/** A JSON text as the body. */
[[nodiscard]] Response rpcResponse(QByteArray json,
                                   const QList<Header> &headers = {},
                                   int status = 200);

/** The HTTP status that goes with an error of a request without a session. */
[[nodiscard]] int httpStatusOf(mcp::RpcCode code);

/** A refusal with a JSON-RPC error as the body. */
[[nodiscard]] Response rpcRefusal(int status, const mcp::InvalidMessage &fault);
[[nodiscard]] Response rpcRefusal(int status, mcp::RpcCode code, const QString &message);

/** 429, with the time after which the client may come again. */
[[nodiscard]] Response rpcTooMany(const mcp::InvalidMessage &fault, std::chrono::seconds wait);

/** 404 for a session that is unknown, over, or somebody else's: clients then start a new one. */
[[nodiscard]] Response sessionNotFound();

} // namespace fairlead::http
