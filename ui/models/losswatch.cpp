// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/losswatch.h"

#include "server/connections/connections.h"

#include <chrono>

using namespace std::chrono_literals;

namespace fairlead::ui {

LossWatch::LossWatch(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LossWatch::look);
    connect(&m_services.connections, &connections::Connections::changed, this, [this] {
        m_timer.start(0ms);
    });
    const QSignalBlocker quiet(this);
    look();
}

void LossWatch::look()
{
    const auto connections = m_services.connections.list(m_services.userId);
    if (!connections)
        return;
    QSet<QString> needing;
    QStringList ids;
    QStringList names;
    for (const auto &connection : *connections) {
        if (connection.state != connections::ConnectionState::NeedsSignIn)
            continue;
        needing.insert(connection.id);
        if (m_known.contains(connection.id))
            continue;
        ids.append(connection.id);
        names.append(connection.name);
    }
    m_known = needing;
    if (!ids.isEmpty())
        Q_EMIT lost(ids, names);
}

} // namespace fairlead::ui
