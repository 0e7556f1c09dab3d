// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/wire.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace fairlead::benchmarks {

void fail(const char *text)
{
    std::fprintf(stderr, "The benchmark cannot go on: %s\n", text);
    std::exit(1);
}

Wire::Wire(int socket)
    : m_socket(socket)
{
    const int yes = 1;
    setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
}

Wire::~Wire()
{
    close(m_socket);
}

int Wire::connectTo(quint16 port)
{
    const int number = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(number, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        fail("nobody takes the connection.");
    return number;
}

void Wire::send(const QByteArray &bytes) const
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t count =
            ::send(m_socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (count <= 0)
            return; // reading says that the other side has closed
        sent += count;
    }
}

bool Wire::read()
{
    std::array<char, 65536> part; // NOLINT(cppcoreguidelines-pro-type-member-init): it is read into
    const ssize_t count = ::read(m_socket, part.data(), part.size());
    if (count > 0)
        m_text.append(part.data(), count);
    return count > 0;
}

QByteArray Wire::takeMessage()
{
    const qsizetype headEnd = m_text.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return {};
    const QByteArray length = headerField(m_text, "content-length");
    const bool isWhole = length.isEmpty()
        ? !headerField(m_text, "transfer-encoding").contains("chunked")
            || m_text.endsWith("\r\n0\r\n\r\n")
        : m_text.size() >= headEnd + 4 + length.toLongLong();
    return isWhole ? takeAll() : QByteArray();
}

QByteArray Wire::takeEvent()
{
    for (qsizetype end = m_text.indexOf('\n'); end >= 0; end = m_text.indexOf('\n')) {
        const QByteArray line = m_text.left(end).trimmed();
        m_text.remove(0, end + 1);
        if (line.startsWith("data: "))
            return line.sliced(6);
    }
    return {};
}

QByteArray Wire::takeAll()
{
    return std::exchange(m_text, {});
}

QByteArray headerField(const QByteArray &message, const QByteArray &name)
{
    const QByteArray head = message.left(message.indexOf("\r\n\r\n") + 2).toLower();
    const qsizetype at = head.indexOf("\r\n" + name + ':');
    if (at < 0)
        return {};
    const qsizetype begin = at + name.size() + 3;
    return message.mid(begin, message.indexOf("\r\n", begin) - begin).trimmed();
}

Watch::Watch()
    : m_poll(epoll_create1(EPOLL_CLOEXEC))
{}

Watch::~Watch()
{
    close(m_poll);
}

void Watch::add(Wire &wire)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.ptr = &wire;
    if (epoll_ctl(m_poll, EPOLL_CTL_ADD, wire.socket(), &event) != 0)
        fail("a connection cannot be watched.");
}

QList<Wire *> Watch::wait() const
{
    std::array<epoll_event, 64> events{};
    QList<Wire *> readable;
    const int count = epoll_wait(m_poll, events.data(), int(events.size()), -1);
    for (int i = 0; i < count; ++i)
        readable.append(static_cast<Wire *>(events[size_t(i)].data.ptr));
    return readable;
}

} // namespace fairlead::benchmarks
