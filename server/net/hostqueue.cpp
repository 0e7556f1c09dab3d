// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/hostqueue.h"

#include "server/net/wait.h"

#include <algorithm>

namespace fairlead::net {

HostQueue::HostQueue(int requests)
    : m_requests(requests)
    , m_free(requests)
{}

bool HostQueue::take(const QString &owner)
{
    if (m_free == 0 || hasItsShare(owner))
        return false;
    --m_free;
    ++m_taken[owner];
    return true;
}

void HostQueue::enqueue(Wait *wait, const QString &owner)
{
    m_waiting.push_back({wait, owner});
}

void HostQueue::release(const QString &owner)
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
        ++m_free;
        return;
    }
    const Waiting granted = *next;
    m_waiting.erase(next);
    ++m_taken[granted.owner];
    granted.wait->grant(); // the place changes hands, so that nobody can come in between
}

bool HostQueue::hasItsShare(const QString &owner) const
{
    return !owner.isEmpty() && m_taken.value(owner) >= std::max(1, m_requests * 2 / 3);
}

} // namespace fairlead::net
