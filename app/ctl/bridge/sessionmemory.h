// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/bridge/rpcline.h"

#include <map>

namespace fairlead::ctl {

/** What the client has set up in its session, so that a new one can be given to it unnoticed. */
class SessionMemory final
{
public:
    /** The client's initialize was answered with this result. */
    void begin(const RpcLine &initialize, const QJsonObject &result);
    /** The client has sent notifications/initialized. */
    void setInitialized(const QByteArray &notification) { m_initialized = notification; }
    /** A request of the client's has been answered well: the log level, a subscription. */
    void note(const RpcLine &request);

    [[nodiscard]] bool hasBegun() const { return !m_initialize.isEmpty(); }
    [[nodiscard]] bool isInitialized() const { return !m_initialized.isEmpty(); }
    [[nodiscard]] const QByteArray &initialize() const { return m_initialize; }
    [[nodiscard]] const QByteArray &revision() const { return m_revision; }
    /** What a new session is sent behind its initialize, in order. */
    [[nodiscard]] QByteArrayList replay() const;
    /** What the client is told then, as it may have changed. */
    [[nodiscard]] QByteArrayList changes() const;

private:
    QByteArray m_initialize;
    QByteArray m_initialized;
    QByteArray m_revision;
    QByteArray m_logLevel;
    std::map<QString, QByteArray> m_subscriptions; ///< by address
    QJsonObject m_capabilities; ///< of Fairlead
};

} // namespace fairlead::ctl
