// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "server/gateway/pacestore.h"
#include "server/gateway/upstreampace.h"
#include "server/net/waits.h"

#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace fairlead::gateway {

/**
 * The paces of all connections to remote servers. What is used of them is written down a while
 * after it has changed, and at the end, so that a restart does not begin to count anew. Clock and
 * store outlive it.
 */
class UpstreamPaces final : public QObject
{
    Q_OBJECT

public:
    /** `store` may be null: then nothing outlives this object. */
    UpstreamPaces(const Clock &clock, PaceStore *store, QObject *parent = nullptr);

    /** One for each connection, however often it is asked for. */
    [[nodiscard]] std::shared_ptr<UpstreamPace> of(const connections::Connection &connection);
    /** Nothing when nobody knows of a limit. */
    [[nodiscard]] std::optional<LimitStanding> standing(const QString &connectionId) const;
    /** Those of all other connections are over. */
    void keepOnly(const QList<connections::Connection> &connections);
    /** Of all connections since the start. */
    [[nodiscard]] const net::Waits &waits() const { return m_waits; }
    /** Writes down now what is to be written down. */
    void save();

Q_SIGNALS:
    /** Most of what this connection may ask for is used: once, until there is more again. */
    void low(const QString &connectionId);

private:
    const Clock &m_clock;
    PaceStore *m_store;
    // Shared with the connection's clients, old and new.
    std::map<QString, std::shared_ptr<UpstreamPace>> m_paces; ///< by connection
    net::Waits m_waits;
    QSet<QString> m_unsaved;
    QTimer m_saving;
};

} // namespace fairlead::gateway
