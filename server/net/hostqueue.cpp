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

std::optional<int> HostQueue::take()
{
    const auto least = std::min_element(m_load.begin(), m_load.end());
    if (*least >= m_requestsPerManager)
        return std::nullopt;
    ++*least;
    return static_cast<int>(least - m_load.begin());
}

void HostQueue::enqueue(Wait *wait)
{
    m_waiting.emplace_back(wait);
}

void HostQueue::release(int slot)
{
    while (!m_waiting.empty()) {
        const QPointer<Wait> next = m_waiting.front();
        m_waiting.pop_front();
        if (next && next->outcome() == Wait::Outcome::Pending) {
            next->grant(slot); // the slot changes hands, so that nobody can come in between
            return;
        }
    }
    --m_load[slot];
}

} // namespace fairlead::net
