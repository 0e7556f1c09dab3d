// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/eventstore.h"

#include <algorithm>
#include <functional>

namespace fairlead::http {

QByteArray EventStore::Position::toId() const
{
    return QByteArray::number(stream) + '-' + QByteArray::number(event);
}

std::optional<EventStore::Position> EventStore::Position::fromId(const QByteArray &id)
{
    const QByteArrayList parts = id.split('-');
    if (parts.size() != 2)
        return std::nullopt;
    bool isStream = false;
    bool isEvent = false;
    const Position position{parts[0].toULongLong(&isStream), parts[1].toULongLong(&isEvent)};
    return isStream && isEvent ? std::optional(position) : std::nullopt;
}

EventStore::EventStore(size_t mostEvents, qsizetype mostBytes)
    : m_mostEvents(mostEvents)
    , m_mostBytes(mostBytes)
{}

EventStore::Position EventStore::begin(quint64 stream)
{
    return {stream, ++m_last};
}

EventStore::Position EventStore::add(quint64 stream, const QByteArray &json, Worth worth)
{
    const Position position{stream, ++m_last};
    m_events.push_back({position, json, worth == Worth::Passing});
    m_bytes += json.size();
    makeRoom();
    return position;
}

void EventStore::makeRoom()
{
    // Never the newest: it may be the answer that somebody comes back for.
    while (m_events.size() > 1 && (m_events.size() > m_mostEvents || m_bytes > m_mostBytes)) {
        const auto newest = std::prev(m_events.end());
        const auto passing = std::find_if(m_events.begin(), newest, std::mem_fn(&Event::isPassing));
        const auto given = passing == newest ? m_events.begin() : passing;
        m_bytes -= given->json.size();
        m_events.erase(given);
    }
}

void EventStore::claim(Position position)
{
    for (Event &event : m_events) {
        if (event.position.stream == noStream && event.position.event > position.event)
            event.position.stream = position.stream;
    }
}

QList<EventStore::Event> EventStore::after(Position position) const
{
    QList<Event> events;
    for (const Event &event : m_events) {
        if (event.position.stream == position.stream && event.position.event > position.event)
            events.append(event);
    }
    return events;
}

} // namespace fairlead::http
