// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/hostqueue.h"

#include "server/net/wait.h"

namespace fairlead::net {

HostQueue::HostQueue(int requests)
    : m_free(requests)
{}

bool HostQueue::take()
{
    if (m_free == 0)
        return false;
    --m_free;
    return true;
}

void HostQueue::enqueue(Wait *wait)
{
    m_waiting.emplace_back(wait);
}

void HostQueue::release()
{
    while (!m_waiting.empty()) {
        const QPointer<Wait> next = m_waiting.front();
        m_waiting.pop_front();
        if (next && next->outcome() == Wait::Outcome::Pending) {
            next->grant(); // the place changes hands, so that nobody can come in between
            return;
        }
    }
    ++m_free;
}

} // namespace fairlead::net
