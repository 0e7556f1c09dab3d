// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace fairlead::store {

/**
 * Cuts a socket on which an answer takes too long, so that whoever blocks on it goes on with an
 * error: a server that is frozen keeps its connections open and answers nothing, and neither its
 * own statement timeout nor TCP's keepalive notices.
 */
class AnswerWatch final
{
public:
    AnswerWatch() = default;
    ~AnswerWatch();
    Q_DISABLE_COPY_MOVE(AnswerWatch)

    /** From now on; until end(). */
    void begin(int socket, std::chrono::milliseconds longest);
    void end();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::thread m_thread; ///< there from the first begin() on
    int m_socket = -1; ///< -1: nothing is awaited
    std::chrono::steady_clock::time_point m_deadline;
    std::chrono::steady_clock::time_point m_wakesAt; ///< when the thread looks by itself
    bool m_ends = false;
};

} // namespace fairlead::store
