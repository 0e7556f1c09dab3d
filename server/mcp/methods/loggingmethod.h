// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/methods/method.h"

namespace fairlead::mcp {

[[nodiscard]] std::optional<tools::LogLevel> logLevelFromName(QStringView name);

/** A notifications/message. */
[[nodiscard]] QByteArray logMessage(tools::LogLevel level,
                                    const QString &logger,
                                    const QJsonValue &data);

/** logging/setLevel: the mildest severity that the client wants in this session. */
[[nodiscard]] QCoro::Task<Reply> setLogLevel(MethodContext context);

} // namespace fairlead::mcp
