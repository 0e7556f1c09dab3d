// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include <deque>

namespace fairlead::net {

class Wait;

/** The requests that one host gets at a time, and who waits for their end, in order of arrival. */
class HostQueue final
{
public:
    explicit HostQueue(int requests);

    /** False when the host has as many requests as it may. */
    [[nodiscard]] bool take();
    /** The wait is granted by a later release(). */
    void enqueue(Wait *wait);
    void release();

private:
    int m_free;
    std::deque<QPointer<Wait>> m_waiting;
};

} // namespace fairlead::net
