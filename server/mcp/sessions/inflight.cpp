// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/sessions/inflight.h"

#include <algorithm>
#include <vector>

namespace fairlead::mcp {

InFlight::Ticket InFlight::add(Entry entry)
{
    m_entries.emplace(++m_lastTicket, std::move(entry));
    ++m_running;
    return m_lastTicket;
}

bool InFlight::contains(const RequestId &id) const
{
    return std::ranges::any_of(m_entries, [&](const auto &item) { return item.second.id == id; });
}

bool InFlight::hasOrigin(OriginId origin) const
{
    return std::ranges::any_of(m_entries,
                               [&](const auto &item) { return item.second.origin == origin; });
}

InFlight::Entry *InFlight::find(Ticket ticket)
{
    const auto entry = m_entries.find(ticket);
    return entry == m_entries.end() ? nullptr : &entry->second;
}

std::optional<InFlight::Entry> InFlight::finish(Ticket ticket)
{
    --m_running;
    const auto node = m_entries.extract(ticket);
    return node.empty() ? std::nullopt : std::optional(node.mapped());
}

std::optional<OriginId> InFlight::cancel(const RequestId &id)
{
    const auto entry =
        std::ranges::find_if(m_entries, [&](const auto &item) { return item.second.id == id; });
    if (entry == m_entries.end())
        return std::nullopt;
    const Entry cancelled = m_entries.extract(entry).mapped();
    cancelled.cancellation.cancel();
    return cancelled.origin;
}

void InFlight::cancelOrigin(OriginId origin)
{
    // Out of the table first: a listener may end the work while it is being told.
    std::vector<Entry> cancelled;
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (it->second.origin == origin) {
            cancelled.push_back(it->second);
            it = m_entries.erase(it);
        } else {
            ++it;
        }
    }
    for (const Entry &entry : cancelled)
        entry.cancellation.cancel();
}

void InFlight::cancelAll()
{
    const auto cancelled = std::exchange(m_entries, {});
    for (const auto &[ticket, entry] : cancelled)
        entry.cancellation.cancel();
}

} // namespace fairlead::mcp
