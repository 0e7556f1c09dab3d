// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/answerwatch.h"

#include <QDir>

#include <algorithm>
#include <utility>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
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

#ifndef Q_OS_WIN
/** Over TCP, or to the socket in a folder that PostgreSQL names after its port. */
bool leadsTo(int socket, int port)
{
    union {
        sockaddr_storage room;
        sockaddr any;
        sockaddr_in four;
        sockaddr_in6 six;
        sockaddr_un local;
    } peer{};
    socklen_t size = sizeof peer;
    if (::getpeername(socket, &peer.any, &size) != 0)
        return false;
    if (peer.any.sa_family == AF_INET)
        return ntohs(peer.four.sin_port) == port;
    if (peer.any.sa_family == AF_INET6)
        return ntohs(peer.six.sin6_port) == port;
    return peer.any.sa_family == AF_UNIX
        && QByteArrayView(peer.local.sun_path).endsWith("/.s.PGSQL." + QByteArray::number(port));
}
#endif

std::vector<AnswerWatch::Socket> socketsTo([[maybe_unused]] int port)
{
    std::vector<AnswerWatch::Socket> found;
#ifndef Q_OS_WIN
    const QStringList open =
        QDir(QStringLiteral("/dev/fd")).entryList(QDir::AllEntries | QDir::System);
    for (const QString &name : open) {
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        struct stat status
        {};
        if (isNumber && leadsTo(number, port) && ::fstat(number, &status) == 0)
            found.push_back({number, status.st_ino});
    }
#endif
    return found;
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
    if (socket < 0)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_socket = socket;
    }
    start(longest);
}

void AnswerWatch::beginConnecting(int port, std::chrono::milliseconds longest)
{
    {
        const std::lock_guard lock(m_mutex);
        m_socket = -1;
        m_port = port;
        m_before = socketsTo(port);
    }
    start(longest);
}

void AnswerWatch::start(std::chrono::milliseconds longest)
{
    bool wakes = false;
    {
        const std::lock_guard lock(m_mutex);
        m_isWatching = true;
        m_deadline = std::chrono::steady_clock::now() + longest;
        // A thread that looks earlier anyway need not be woken for each statement.
        wakes = m_deadline < m_wakesAt;
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
    else if (wakes)
        m_changed.notify_one();
}

bool AnswerWatch::end()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_isWatching, false);
}

void AnswerWatch::cutAll()
{
    if (m_socket >= 0) {
        cut(m_socket);
        return;
    }
    for (const Socket &socket : socketsTo(m_port)) {
        if (std::ranges::find(m_before, socket) == m_before.end())
            cut(socket.number);
    }
}

void AnswerWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_ends) {
        if (!m_isWatching) {
            m_wakesAt = std::chrono::steady_clock::time_point::max();
            m_changed.wait(lock);
        } else if (std::chrono::steady_clock::now() >= m_deadline) {
            m_isWatching = false;
            cutAll();
        } else {
            m_wakesAt = m_deadline;
            m_changed.wait_until(lock, m_wakesAt);
        }
    }
}

} // namespace fairlead::store
