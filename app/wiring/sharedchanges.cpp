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

template<typename T>
void warnUnless(const Result<T> &result)
{
    if (!result)
        qCWarning(lcWiring).noquote() << result.error().message;
}

} // namespace

SharedChanges::SharedChanges(const Sources &sources)
    : m_sources(sources)
    , m_notifications(sources.database.address(), {u"fairlead_changes"_s})
{
    for (QTimer *timer : {&m_keys, &m_connections}) {
        timer->setSingleShot(true);
        timer->setInterval(0ms);
    }
    connect(&m_keys, &QTimer::timeout, this, &SharedChanges::rereadKeys);
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
        m_keys.start();
    else if (what == "connection"_L1)
        m_connections.start();
    else if (what == "secret"_L1)
        warnUnless(m_sources.vault.generation(id));
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
    warnUnless(m_sources.vault.open());
    m_sources.grants.reread({});
    rereadKeys();
    rereadConnections();
    m_sources.leases.watchExpiry();
    for (const auto &each :
         m_sources.connections.listAll().value_or(QList<connections::Connection>())) {
        if (each.provider == gateway::Upstreams::provider)
            m_sources.upstreams.reload(each.id);
    }
}

void SharedChanges::rereadKeys()
{
    m_sources.events.withoutEntering([this] { warnUnless(m_sources.keys.load()); });
}

void SharedChanges::rereadConnections()
{
    m_sources.events.withoutEntering([this] { m_sources.connections.forgetAccess(); });
}

} // namespace fairlead::wiring
