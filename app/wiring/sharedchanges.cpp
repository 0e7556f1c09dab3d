// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/sharedchanges.h"

#include "server/store/database.h"

#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::wiring {
namespace {

Q_LOGGING_CATEGORY(lcWiring, "fairlead.app.wiring")

} // namespace

SharedChanges::SharedChanges(const Sources &sources)
    : m_sources(sources)
    , m_notifications(sources.database.address(), {u"fairlead_changes"_s})
{
    m_connections.setSingleShot(true);
    m_connections.setInterval(0ms);
    connect(&m_connections, &QTimer::timeout, this, &SharedChanges::rereadConnections);
    connect(&m_notifications,
            &store::Notifications::received,
            this,
            [this](const QString &, const QString &change) { take(change); });
    connect(&m_notifications, &store::Notifications::resumed, this, &SharedChanges::takeAll);
}

void SharedChanges::take(const QString &change)
{
    const QString instance = change.section(u' ', 0, 0);
    const QString what = change.section(u' ', 1, 1);
    const QString id = change.section(u' ', 2);
    if (instance == store::Notifications::instance())
        return;
    if (what == "key"_L1)
        rereadKeys(id);
    else if (what == "connection"_L1)
        m_connections.start();
    else if (what == "secret"_L1)
        m_sources.vault.forget(id);
    else if (what == "grant"_L1)
        m_sources.grants.reread(id);
    else if (what == "lease"_L1)
        m_sources.leases.watchExpiry();
    else if (what == "tools"_L1)
        m_sources.upstreams.reload(id);
}

void SharedChanges::takeAll()
{
    qCInfo(lcWiring) << "Reading anew what other instances may have changed";
    m_sources.vault.forget({});
    m_sources.grants.reread({});
    rereadKeys({});
    rereadConnections();
    m_sources.leases.watchExpiry();
}

void SharedChanges::rereadKeys(const QString &id)
{
    m_sources.events.withoutEntering([&] {
        if (const auto read = m_sources.keys.reread(id); !read)
            qCWarning(lcWiring).noquote() << read.error().message;
    });
}

void SharedChanges::rereadConnections()
{
    m_sources.events.withoutEntering([this] { m_sources.connections.forgetAccess(); });
}

} // namespace fairlead::wiring
