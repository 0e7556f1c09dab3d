// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>

#include <deque>
#include <optional>

namespace fairlead::net {

class Wait;

/**
 * The slots of one host: which of its managers carries the next request, and who waits when all
 * are busy, in order of arrival.
 */
class HostQueue final
{
public:
    HostQueue(int managers, int requestsPerManager);

    /** The least busy manager, the first of them on a tie so that its open connection is used
     * again; nothing when all are busy. */
    [[nodiscard]] std::optional<int> take();
    /** The wait is granted a slot by a later release(). */
    void enqueue(Wait *wait);
    void release(int slot);

private:
    QList<int> m_load; // requests in flight by manager
    int m_requestsPerManager;
    std::deque<QPointer<Wait>> m_waiting;
};

} // namespace fairlead::net
