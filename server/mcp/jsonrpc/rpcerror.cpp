// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/jsonrpc/rpcerror.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

QJsonObject RpcError::toJson() const
{
    QJsonObject json{{u"code"_s, static_cast<int>(code)}, {u"message"_s, message}};
    if (!data.isEmpty())
        json["data"_L1] = data;
    return json;
}

} // namespace fairlead::mcp
