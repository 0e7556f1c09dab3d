// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/streamregistry.h"

#include <algorithm>

namespace fairlead::http::engine {

StreamRegistry::StreamRegistry(const Limits &limits)
    : m_limits(limits)
{}

bool StreamRegistry::hasRoomFor(const QString &ownerId) const
{
    const auto own = std::count_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.ownerId == ownerId;
    });
    return m_entries.size() < m_limits.streams && own < m_limits.streamsPerOwner;
}

void StreamRegistry::add(EventStream *stream, const QString &ownerId)
{
    m_entries.append({stream, ownerId});
}

void StreamRegistry::remove(const EventStream *stream)
{
    m_entries.removeIf([stream](const Entry &entry) { return entry.stream == stream; });
}

void StreamRegistry::closeOf(const QString &ownerId)
{
    // A copy: each close() removes its entry.
    const QList<Entry> entries = m_entries;
    for (const Entry &entry : entries) {
        if (entry.ownerId == ownerId)
            entry.stream->close();
    }
}

void StreamRegistry::closeAll()
{
    const QList<Entry> entries = m_entries;
    for (const Entry &entry : entries)
        entry.stream->close();
}

} // namespace fairlead::http::engine
