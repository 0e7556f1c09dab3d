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

    /** Those that nothing is in; they come back with the next bytes. */
    void freeBuffers()
    {
        const OpenMode mode = openMode();
        OpenMode kept = mode;
        kept.setFlag(ReadOnly, bytesAvailable() > 0);
        kept.setFlag(WriteOnly, bytesToWrite() > 0);
        setOpenMode(kept);
        setOpenMode(mode);
    }
};

} // namespace fairlead::http::engine
