// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/answerwatch.h"

#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace fairlead::store {
namespace {

void cut(int socket)
{
#ifdef Q_OS_WIN
    ::shutdown(static_cast<SOCKET>(socket), SD_BOTH);
#else
    ::shutdown(socket, SHUT_RDWR);
#endif
}

} // namespace

AnswerWatch::~AnswerWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ends = true;
    }
    m_changed.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void AnswerWatch::begin(int socket, std::chrono::milliseconds longest)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        m_socket = socket;
        m_deadline = std::chrono::steady_clock::now() + longest;
        // A thread that looks earlier anyway need not be woken for each statement.
        wakes = m_deadline < m_wakesAt;
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    else if (wakes)
        m_changed.notify_one();
}

void AnswerWatch::end()
{
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
}

void AnswerWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        if (m_socket < 0) {
            m_wakesAt = std::chrono::steady_clock::time_point::max();
            m_changed.wait(lock);
        } else if (std::chrono::steady_clock::now() >= m_deadline) {
            cut(std::exchange(m_socket, -1));
        } else {
            m_wakesAt = m_deadline;
            m_changed.wait_until(lock, m_wakesAt);
        }
    }
}

} // namespace fairlead::store
