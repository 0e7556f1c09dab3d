// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace fairlead::store {

/**
 * Cuts a socket on which an answer takes too long, so that whoever blocks on it goes on with an
 * error: a server that is frozen keeps its connections open and answers nothing, and neither its
 * own statement timeout nor TCP's keepalive notices.
 */
class AnswerWatch final
{
public:
    /** Of this program; another one may have the number later. */
    struct Socket
    {
        int number;
        quint64 inode;

        bool operator==(const Socket &) const = default;
    };

    AnswerWatch() = default;
    ~AnswerWatch();
    Q_DISABLE_COPY_MOVE(AnswerWatch)

    /** From now on; until end(). */
    void begin(int socket, std::chrono::milliseconds longest);
    /** The same over whatever this program connects to a server of this port meanwhile: Qt's driver
     * opens a connection and asks things on it before it shows which it is. */
    void beginConnecting(int port, std::chrono::milliseconds longest);
    /** False when it was cut. */
    bool end();

private:
    void start(std::chrono::milliseconds longest);
    void run();
    void cutAll();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::thread m_thread; ///< there from the first begin() on
    bool m_isWatching = false;
    int m_socket = -1; ///< what is watched; -1: what is connected to the port
    int m_port = 0;
    std::vector<Socket> m_before; ///< connected to it by others
    std::chrono::steady_clock::time_point m_deadline;
    std::chrono::steady_clock::time_point m_wakesAt; ///< when the thread looks by itself
    bool m_ends = false;
};

} // namespace fairlead::store
