// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/workthread.h"

#include <utility>

namespace fairlead {

WorkThread::~WorkThread()
{
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void WorkThread::add(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_mutex);
        m_work.push_back(std::move(work));
    }
    m_changed.notify_all();
    if (!m_thread.joinable())
        m_thread = std::thread(&WorkThread::run, this);
}

void WorkThread::wait()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_work.empty(); });
}

void WorkThread::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_isEnding || !m_work.empty(); });
        if (m_work.empty())
            return;
        std::function<void()> work = std::exchange(m_work.front(), nullptr);
        lock.unlock();
        work();
        work = nullptr; // what it holds is gone before anybody hears that it is done
        lock.lock();
        m_work.pop_front();
        m_changed.notify_all();
    }
}

} // namespace fairlead
