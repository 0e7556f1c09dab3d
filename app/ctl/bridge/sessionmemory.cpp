// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/sessionmemory.h"

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {

void SessionMemory::begin(const RpcLine &initialize, const QJsonObject &result)
{
    *this = SessionMemory();
    m_initialize = initialize.bytes;
    m_revision = result["protocolVersion"_L1].toString().toLatin1();
    m_capabilities = result["capabilities"_L1].toObject();
}

void SessionMemory::note(const RpcLine &request)
{
    const QString uri = request.params["uri"_L1].toString();
    if (request.method == "logging/setLevel"_L1)
        m_logLevel = request.bytes;
    else if (request.method == "resources/subscribe"_L1)
        m_subscriptions[uri] = request.bytes;
    else if (request.method == "resources/unsubscribe"_L1)
        m_subscriptions.erase(uri);
}

QByteArrayList SessionMemory::replay() const
{
    QByteArrayList lines;
    if (isInitialized())
        lines.append(m_initialized);
    if (!m_logLevel.isEmpty())
        lines.append(m_logLevel);
    for (const auto &[uri, line] : m_subscriptions)
        lines.append(line);
    return lines;
}

QByteArrayList SessionMemory::changes() const
{
    constexpr std::array kinds{"tools"_L1, "prompts"_L1, "resources"_L1};
    QByteArrayList lines;
    for (const QLatin1StringView kind : kinds) {
        // Another version of Fairlead may have other tools, whether or not it tells of changes.
        const bool mayChange = kind == "tools"_L1 ? m_capabilities.contains(kind)
                                                  : m_capabilities[kind]["listChanged"_L1].toBool();
        if (isInitialized() && mayChange)
            lines.append(R"({"jsonrpc":"2.0","method":"notifications/)"
                         + QByteArray(kind.data(), kind.size()) + R"(/list_changed"})");
    }
    return lines;
}

} // namespace fairlead::ctl
