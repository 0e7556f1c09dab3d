// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/net/httpclient.h"

#include <QJsonObject>
#include <QStringList>

namespace fairlead::gateway {

/** An argument that is repeated in a header of the call (x-mcp-header of 2026-07-28). */
struct HeaderParameter
{
    QStringList path; ///< of properties, from the arguments down
    QByteArray header; ///< "Mcp-Param-Region"

    bool operator==(const HeaderParameter &) const = default;
};

/** Those that an input schema marks; InvalidData when it marks one where or as it must not. */
[[nodiscard]] Result<QList<HeaderParameter>> headerParameters(const QJsonObject &inputSchema);

/** The headers of a call with these arguments. */
[[nodiscard]] QList<net::Header> headersOf(const QList<HeaderParameter> &parameters,
                                           const QJsonObject &arguments);

} // namespace fairlead::gateway
