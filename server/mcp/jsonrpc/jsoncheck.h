// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/jsonrpc/rpcerror.h"

#include <QByteArrayView>

#include <optional>

namespace fairlead::mcp {

/** How large a message may be; beyond it nothing is parsed. */
struct JsonLimits
{
    qsizetype bytes = qsizetype(4) * 1024 * 1024;
    int depth = 64;
    qsizetype values = 100'000;
};

/**
 * Checks that bytes are JSON in one unambiguous form (RFC 8259) before QJsonDocument reads them,
 * which by itself accepts duplicate keys, raw control characters, unknown escapes, lone surrogates,
 * a byte order mark and numbers such as `1.`. Two programs that read the same message then read
 * the same thing. Works in one pass without recursion.
 *
 * ParseError: not JSON, too long or too deep. InvalidRequest: a key given twice in one object, or
 * more values than the limit.
 */
[[nodiscard]] std::optional<RpcError> checkJson(QByteArrayView json, const JsonLimits &limits = {});

} // namespace fairlead::mcp
