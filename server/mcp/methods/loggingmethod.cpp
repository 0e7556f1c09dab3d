// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/loggingmethod.h"

#include "server/mcp/jsonrpc/message.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

/** In the order of LogLevel. */
constexpr std::array names{"debug"_L1,
                           "info"_L1,
                           "notice"_L1,
                           "warning"_L1,
                           "error"_L1,
                           "critical"_L1,
                           "alert"_L1,
                           "emergency"_L1};

} // namespace

std::optional<tools::LogLevel> logLevelFromName(QStringView name)
{
    const auto found = std::ranges::find_if(names, [&](auto known) { return name == known; });
    if (found == names.end())
        return std::nullopt;
    return static_cast<tools::LogLevel>(found - names.begin());
}

QByteArray logMessage(tools::LogLevel level, const QString &logger, const QJsonValue &data)
{
    QJsonObject params{{u"level"_s, names.at(static_cast<size_t>(level))}, {u"data"_s, data}};
    if (!logger.isEmpty())
        params["logger"_L1] = logger;
    return notificationMessage(u"notifications/message"_s, params);
}

QCoro::Task<Reply> setLogLevel(MethodContext context)
{
    const auto level = logLevelFromName(context.params["level"_L1].toString());
    if (!level)
        co_return Reply::fromError(RpcCode::InvalidParams,
                                   u"\"level\" must be one of debug, info, notice, warning, error, "
                                   "critical, alert, emergency."_s);
    context.session->logLevel = *level;
    co_return Reply{};
}

} // namespace fairlead::mcp
