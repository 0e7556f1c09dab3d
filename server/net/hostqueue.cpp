// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/hostqueue.h"

#include "server/net/wait.h"

#include <algorithm>

namespace fairlead::net {

HostQueue::HostQueue(int managers, int requestsPerManager)
    : m_load(managers, 0)
    , m_requestsPerManager(requestsPerManager)
{}

std::optional<int> HostQueue::take(const QString &owner)
{
    const auto least = std::min_element(m_load.begin(), m_load.end());
    if (*least >= m_requestsPerManager || hasItsShare(owner))
        return std::nullopt;
    ++*least;
    ++m_taken[owner];
    return static_cast<int>(least - m_load.begin());
}

void HostQueue::enqueue(Wait *wait, const QString &owner)
{
    m_waiting.push_back({wait, owner});
}

void HostQueue::release(int slot, const QString &owner)
{
    if (--m_taken[owner] == 0)
        m_taken.remove(owner);
    std::erase_if(m_waiting, [](const Waiting &waiting) {
        return waiting.wait.isNull() || waiting.wait->outcome() != Wait::Outcome::Pending;
    });
    const auto next = std::find_if(m_waiting.begin(), m_waiting.end(), [this](const Waiting &item) {
        return !hasItsShare(item.owner);
    });
    if (next == m_waiting.end()) {
        --m_load[slot];
        return;
    }
    const Waiting granted = *next;
    m_waiting.erase(next);
    ++m_taken[granted.owner];
    granted.wait->grant(slot); // the slot changes hands, so that nobody can come in between
}

bool HostQueue::hasItsShare(const QString &owner) const
{
    const auto slots = static_cast<int>(m_load.size()) * m_requestsPerManager;
    return !owner.isEmpty() && m_taken.value(owner) >= std::max(1, slots * 2 / 3);
}

} // namespace fairlead::net
