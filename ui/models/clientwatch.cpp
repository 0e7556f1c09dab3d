// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientwatch.h"

#include "server/accounts/mcpkeys.h"

#include <chrono>

using namespace std::chrono_literals;

namespace fairlead::ui {
namespace {

// Long enough for the one call that a passing key was made for.
constexpr auto passingTime = 3s;

} // namespace

ClientWatch::ClientWatch(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    const auto keys = m_services.keys.list(m_services.userId);
    for (const auto &key : keys.value_or(QList<accounts::McpKey>())) {
        if (key.lastUsedAt.isValid())
            m_known.insert(key.id);
    }
    m_timer.setSingleShot(true);
    m_timer.setInterval(passingTime);
    connect(&m_timer, &QTimer::timeout, this, &ClientWatch::look);
    connect(&m_services.keys, &accounts::McpKeys::used, this, &ClientWatch::noteUse);
}

void ClientWatch::noteUse(const QString &keyId)
{
    if (m_known.contains(keyId))
        return;
    m_known.insert(keyId);
    m_new.append(keyId);
    m_timer.start();
}

void ClientWatch::look()
{
    const QStringList ids = std::exchange(m_new, {});
    for (const QString &id : ids) {
        if (const auto key = m_services.keys.find(m_services.userId, id))
            Q_EMIT appeared(key->name, key->lastClient);
    }
}

} // namespace fairlead::ui
