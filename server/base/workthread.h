// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace fairlead {

/**
 * A thread that stays, for what must always be done in the same one, such as the work of a database
 * connection: does one piece after another, in the order in which they were given. It begins with
 * the first. What a piece needs it takes along by value, and what it gives it hands back itself.
 */
class WorkThread final
{
public:
    WorkThread() = default;
    /** Does first what was given. */
    ~WorkThread();
    WorkThread(const WorkThread &) = delete;
    WorkThread &operator=(const WorkThread &) = delete;
    WorkThread(WorkThread &&) = delete;
    WorkThread &operator=(WorkThread &&) = delete;

    void add(std::function<void()> work);
    /** Until all that was given is done. */
    void wait();
    [[nodiscard]] bool hasBegun() const { return m_thread.joinable(); }

private:
    void run();

    std::mutex m_mutex; ///< of what follows, but for the thread itself
    std::condition_variable m_changed;
    std::deque<std::function<void()>> m_work; ///< the first one is under way
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace fairlead
