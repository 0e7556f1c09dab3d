// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace fairlead::http::engine {

/** A client's socket that can do without its buffers: Qt keeps 32 KiB of each for good. */
class Wire final : public QTcpSocket
{
public:
    using QTcpSocket::QTcpSocket;

    /** Sends as much as the network takes at once, without telling of it; the rest waits in the
     * buffer. QTcpSocket takes all of it through the buffer, and wakes the event loop for it. */
    void send(QByteArrayView bytes);

    /** Those that nothing is in; they come back with the next bytes. */
    void freeBuffers();
    /** The one that send() may have needed. */
    void freeWriteBuffer();

private:
    bool m_hasWritten = false; ///< into the buffer
};

} // namespace fairlead::http::engine
