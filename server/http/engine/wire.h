// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

namespace fairlead::http::engine {

/** A client's socket that can do without its read buffer, of which Qt keeps 32 KiB for good. */
class Wire final : public QTcpSocket
{
public:
    using QTcpSocket::QTcpSocket;

    /** When nothing is in it; it comes back with the next bytes. */
    void freeReadBuffer()
    {
        if (bytesAvailable() > 0)
            return;
        const OpenMode mode = openMode();
        setOpenMode(mode & ~ReadOnly);
        setOpenMode(mode);
    }
};

} // namespace fairlead::http::engine
