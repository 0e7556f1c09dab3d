// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/wire.h"

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#endif

namespace fairlead::http::engine {
namespace {

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

void Wire::send(QByteArrayView bytes)
{
    const qint64 sent = bytesToWrite() == 0 ? sendNow(socketDescriptor(), bytes) : 0;
    if (sent == bytes.size())
        return;
    m_hasWritten = true;
    write(bytes.data() + sent, bytes.size() - sent);
    flush();
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
