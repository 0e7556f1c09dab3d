// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/upstreampaces.h"

#include "server/gateway/knownservers.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

// What a crash may lose of the count.
constexpr std::chrono::minutes saveDelay{1};

} // namespace

UpstreamPaces::UpstreamPaces(const Clock &clock, PaceStore *store, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_store(store)
{
    m_saving.setSingleShot(true);
    m_saving.setInterval(saveDelay);
    connect(&m_saving, &QTimer::timeout, this, &UpstreamPaces::save);
}

std::shared_ptr<UpstreamPace> UpstreamPaces::of(const connections::Connection &connection)
{
    const QString id = connection.id;
    const auto known = m_paces.find(id);
    if (known != m_paces.end())
        return known->second;
    const KnownServer *server = knownServerAt(connection.apiBase);
    const RequestLimit limit = server != nullptr ? server->limit : RequestLimit();
    const auto pace = std::make_shared<UpstreamPace>(connection.name, limit, m_clock);
    if (m_store != nullptr) {
        if (const auto kept = m_store->find(id))
            pace->restore(*kept);
        else
            qCWarning(lcGateway).noquote() << kept.error().message;
    }
    connect(pace.get(), &UpstreamPace::low, this, [this, id] { Q_EMIT low(id); });
    connect(pace.get(), &UpstreamPace::changed, this, [this, id] {
        m_unsaved.insert(id);
        if (!m_saving.isActive())
            m_saving.start();
    });
    connect(pace.get(), &UpstreamPace::waiting, this, [this](std::chrono::milliseconds time) {
        m_waits += net::Waits{.count = 1, .time = time};
    });
    m_paces.emplace(id, pace);
    return pace;
}

std::optional<LimitStanding> UpstreamPaces::standing(const QString &connectionId) const
{
    const auto pace = m_paces.find(connectionId);
    if (pace == m_paces.end())
        return std::nullopt;
    const LimitStanding standing = pace->second->standing();
    if (standing.limit.calls == 0 && standing.heldBackMs == 0)
        return std::nullopt;
    return standing;
}

void UpstreamPaces::keepOnly(const QList<connections::Connection> &connections)
{
    std::erase_if(m_paces, [&](const auto &entry) {
        return std::ranges::find(connections, entry.first, &connections::Connection::id)
            == connections.end();
    });
}

void UpstreamPaces::save()
{
    m_saving.stop();
    const QSet<QString> unsaved = std::exchange(m_unsaved, {});
    for (const QString &id : unsaved) {
        const auto pace = m_paces.find(id);
        if (m_store == nullptr || pace == m_paces.end())
            continue;
        if (const auto kept = m_store->keep(id, pace->second->record()); !kept)
            qCWarning(lcGateway).noquote() << kept.error().message;
    }
}

} // namespace fairlead::gateway
