// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "server/mcp/jsonrpc/message.h"
#include "server/mcp/serverprofile.h"

namespace fairlead::http {

/**
 * Whether the headers of a request since 2026-07-28 say what its body says: the revision, the
 * method, the name or address, and the arguments that a tool's schema marks with `x-mcp-header`.
 * HeaderMismatch when one is missing, given twice, not well formed, or different.
 */
[[nodiscard]] std::optional<mcp::RpcError> checkHeaders(const Request &request,
                                                        const mcp::RequestMessage &message,
                                                        const QString &revision,
                                                        const mcp::ServerProfile &server,
                                                        const tools::Caller &caller);

/** The text in a header's value: decoded where it is written as `=?base64?…?=`. Nothing when that
 * is not well formed. */
[[nodiscard]] std::optional<QString> decodedHeaderValue(const QByteArray &value);

} // namespace fairlead::http
