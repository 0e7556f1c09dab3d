// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/changewatch.h"

#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

using connections::Connection;
using tools::Following;

} // namespace

ChangeWatch::ChangeWatch(Service service, std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
    , m_interval(interval)
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &ChangeWatch::lookEverywhere);
}

Result<std::unique_ptr<Following>> ChangeWatch::follow(const QList<Connection> &connections,
                                                       const QString &key)
{
    for (const Connection &connection : connections) {
        const auto watched = m_watched.find(connection.id);
        if (watched != m_watched.end() && watched->second.things.size() >= m_service.most)
            return failure(ErrorCode::RateLimited,
                           u"%1 %2 of %3 are followed already."_s.arg(m_service.most)
                               .arg(m_service.things, connection.name));
    }
    auto following = std::make_unique<Following>();
    for (const Connection &connection : connections)
        add(connection, key, following.get());
    if (m_interval.count() > 0 && !m_timer.isActive())
        m_timer.start();
    return following;
}

void ChangeWatch::add(const Connection &connection, const QString &key, Following *following)
{
    Watched &watched = m_watched[connection.id];
    watched.connection = connection;
    watched.things[key].followers.append(following);
    connect(following,
            &QObject::destroyed,
            this,
            [this, id = connection.id, key](const QObject *gone) { forget(id, key, gone); });
    // From now on a change counts, so the state of now must be known.
    lookSoon(connection.id);
}

void ChangeWatch::forget(const QString &connectionId, const QString &key, const QObject *following)
{
    const auto watched = m_watched.find(connectionId);
    if (watched == m_watched.end())
        return;
    const auto thing = watched->second.things.find(key);
    if (thing == watched->second.things.end())
        return;
    thing->second.followers.removeIf(
        [following](const Following *each) { return each == following; });
    if (thing->second.followers.isEmpty())
        watched->second.things.erase(thing);
    if (watched->second.things.empty())
        m_watched.erase(watched);
    if (m_watched.empty())
        m_timer.stop();
}

void ChangeWatch::noteChange(const Connection &connection, const QString &key)
{
    for (auto &[id, watched] : m_watched) {
        const auto thing = watched.things.find(key);
        if (thing == watched.things.end() || watched.connection.site != connection.site)
            continue;
        // Another account's followers hear of it only if that account sees the change.
        thing->second.isChanged = thing->second.isChanged || id == connection.id;
        lookSoon(id);
    }
}

void ChangeWatch::lookSoon(const QString &connectionId)
{
    Watched &watched = m_watched[connectionId];
    if (std::exchange(watched.isWanted, true) || watched.isLooking)
        return;
    QTimer::singleShot(0, this, [this, connectionId] { look(connectionId); });
}

void ChangeWatch::lookEverywhere()
{
    QStringList ids;
    for (const auto &[id, watched] : m_watched)
        ids.append(id);
    for (const QString &id : ids)
        look(id);
}

void ChangeWatch::look(const QString &connectionId)
{
    const auto found = m_watched.find(connectionId);
    if (found == m_watched.end() || found->second.isLooking)
        return;
    Watched &watched = found->second;
    const auto current = m_service.current(watched.connection);
    watched.isWanted = false;
    // A credential that is refused again and again gets the account locked.
    if (!current || current->state == connections::ConnectionState::NeedsSignIn)
        return;
    watched.connection = *current;
    watched.isLooking = true;
    QStringList keys;
    for (const auto &[key, thing] : watched.things)
        keys.append(key);
    QCoro::connect(
        m_service.ask(*current, keys), this, [this, connectionId, keys](const auto &times) {
            compare(connectionId, keys, times);
        });
}

void ChangeWatch::compare(const QString &connectionId,
                          const QStringList &keys,
                          const Result<Times> &times)
{
    const auto found = m_watched.find(connectionId);
    if (found == m_watched.end())
        return;
    found->second.isLooking = false;
    QList<QPointer<Following>> told;
    for (const QString &key : keys) {
        const auto thing = found->second.things.find(key);
        if (thing == found->second.things.end() || !times)
            continue;
        Thing &known = thing->second;
        // A change of our own came while the service was asked: the next look will have it.
        if (known.isChanged && found->second.isWanted)
            continue;
        const QString changed = times->value(key); // empty: moved, deleted or hidden
        if (known.isChanged || (known.changed && *known.changed != changed))
            std::ranges::copy(known.followers, std::back_inserter(told));
        known.changed = changed;
        known.isChanged = false;
    }
    if (found->second.isWanted)
        QTimer::singleShot(0, this, [this, connectionId] { look(connectionId); });
    for (const QPointer<Following> &following : told) {
        if (following)
            Q_EMIT following->updated();
    }
}

} // namespace fairlead::providers
