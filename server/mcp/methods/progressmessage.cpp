// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/progressmessage.h"

#include "server/mcp/jsonrpc/message.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

QByteArray progressMessage(const RequestId &token,
                           const tools::Progress &progress,
                           Revision revision)
{
    QJsonObject params{{u"progressToken"_s, token.toJson()}, {u"progress"_s, progress.progress}};
    if (progress.total)
        params["total"_L1] = *progress.total;
    if (!progress.message.isEmpty() && revision >= Revision::V20250326)
        params["message"_L1] = progress.message;
    return notificationMessage(u"notifications/progress"_s, params);
}

} // namespace fairlead::mcp
