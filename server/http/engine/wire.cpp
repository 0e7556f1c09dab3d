// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/wire.h"

#include "server/http/engine/outbox.h"

#include <QSignalBlocker>

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace fairlead::http::engine {
namespace {

// More than this is not copied to be sent a little later.
constexpr qsizetype largestHeld = 16 * 1024;

/** How many of these bytes the network has taken; a failure is left to QTcpSocket to notice. */
qint64 sendNow(qintptr descriptor, QByteArrayView bytes)
{
#if defined(Q_OS_UNIX) && defined(MSG_NOSIGNAL)
    const auto sent = ::send(static_cast<int>(descriptor),
                             bytes.data(),
                             static_cast<size_t>(bytes.size()),
                             MSG_DONTWAIT | MSG_NOSIGNAL);
    return sent < 0 ? 0 : sent;
#else
    Q_UNUSED(descriptor)
    Q_UNUSED(bytes)
    return 0;
#endif
}

} // namespace

Wire::Wire(Outbox &outbox)
    : m_outbox(outbox)
{}

Wire::~Wire()
{
    const QSignalBlocker blocker(this); // whoever would hear it may be half gone
    sendHeld();
    m_outbox.remove(this);
}

void Wire::send(QByteArrayView bytes)
{
    const bool isHeld = m_outbox.holdsNext() && m_held.size() + bytes.size() <= largestHeld;
    if (!isHeld) {
        sendHeld();
        sendAtOnce(bytes);
        return;
    }
    if (m_held.isEmpty())
        m_outbox.add(this);
    m_held.append(bytes);
}

void Wire::sendHeld()
{
    if (m_held.isEmpty())
        return;
    const QByteArray bytes = std::exchange(m_held, {});
    if (state() != ConnectedState)
        return;
    const qint64 sent = sendAtOnce(bytes);
    if (sent < bytes.size()) // whoever set a deadline took it for sent
        Q_EMIT bytesWritten(sent);
}

void Wire::disconnectFromHost()
{
    sendHeld();
    QTcpSocket::disconnectFromHost();
}

void Wire::abort()
{
    sendHeld();
    QTcpSocket::abort();
}

/** What is written, too, comes behind what was sent before. */
qint64 Wire::writeData(const char *data, qint64 size)
{
    sendHeld();
    return QTcpSocket::writeData(data, size);
}

/** How much of it the network has taken. */
qint64 Wire::sendAtOnce(QByteArrayView bytes)
{
    const qint64 sent = bytesToWrite() == 0 ? sendNow(socketDescriptor(), bytes) : 0;
    if (sent == bytes.size())
        return sent;
    m_hasWritten = true;
    write(bytes.data() + sent, bytes.size() - sent);
    flush();
    return sent;
}

void Wire::freeWriteBuffer()
{
    if (m_hasWritten && bytesToWrite() == 0)
        freeBuffers();
}

void Wire::freeBuffers()
{
    m_hasWritten = m_hasWritten && bytesToWrite() > 0;
    const OpenMode mode = openMode();
    OpenMode kept = mode;
    kept.setFlag(ReadOnly, bytesAvailable() > 0);
    kept.setFlag(WriteOnly, bytesToWrite() > 0);
    setOpenMode(kept);
    setOpenMode(mode);
}

} // namespace fairlead::http::engine
