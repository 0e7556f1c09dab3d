// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/servermethods.h"

#include "server/mcp/methods/capabilities.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {

QCoro::Task<Reply> ping(MethodContext)
{
    co_return Reply{};
}

QCoro::Task<Reply> discover(MethodContext context)
{
    QJsonObject result;
    result["supportedVersions"_L1] = QJsonArray::fromStringList(revisionNames());
    result["capabilities"_L1] = capabilities(context.server, context.revision);
    if (!context.server.instructions.isEmpty())
        result["instructions"_L1] = context.server.instructions;
    co_return Reply::fromResult(result);
}

} // namespace fairlead::mcp
