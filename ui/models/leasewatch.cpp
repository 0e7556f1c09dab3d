// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/leasewatch.h"

#include "server/base/clock.h"
#include "server/leases/leases.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::ui {
namespace {

// A timer does not see that the clock was set or the computer slept.
constexpr std::chrono::milliseconds longestWait = 60s;

} // namespace

LeaseWatch::LeaseWatch(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LeaseWatch::look);
    const auto lookSoon = [this] { m_timer.start(0ms); };
    connect(&m_services.leases, &leases::Leases::taken, this, lookSoon);
    connect(&m_services.leases, &leases::Leases::renewed, this, lookSoon);
    connect(&m_services.leases, &leases::Leases::ended, this, lookSoon);
    lookSoon();
}

void LeaseWatch::look()
{
    const QDateTime now = m_services.clock.now();
    const auto all = m_services.leases.list(m_services.userId);
    QSet<QString> told;
    std::chrono::milliseconds next = longestWait;
    bool someLast = false;
    for (const leases::Lease &lease : all.value_or(QList<leases::Lease>())) {
        if (lease.isOver(now))
            continue;
        someLast = true;
        if (!lease.isNearItsEnd(now)) {
            next = std::min(next, std::chrono::milliseconds(now.msecsTo(lease.nearItsEndFrom())));
            continue;
        }
        const QString what = lease.id + lease.expiresAt.toString(Qt::ISODateWithMs);
        told.insert(what);
        if (!m_told.contains(what))
            Q_EMIT nearing(lease);
    }
    m_told = told;
    if (someLast)
        m_timer.start(next);
}

} // namespace fairlead::ui
