// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace fairlead::http::engine {

/**
 * Takes a chunked body apart (RFC 9112, 7.1) in its strictest form: plain hexadecimal sizes, no
 * chunk extensions, no trailers. Takes bytes in pieces of any size.
 */
class ChunkDecoder
{
public:
    enum class State {
        Size,
        SizeLineFeed,
        Data,
        DataReturn,
        DataLineFeed,
        EndReturn,
        EndLineFeed,
        Done,
        Malformed,
        TooLarge
    };

    /** Appends what it decodes to `body`, which may not grow beyond `limit`; returns how many bytes
     * of the input it used: fewer than all only when it is finished. */
    qsizetype feed(QByteArrayView bytes, qsizetype limit, QByteArray &body);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool isFinished() const { return m_state >= State::Done; }

private:
    void takeSizeByte(char c);
    void takeLineByte(char c);

    State m_state = State::Size;
    qint64 m_left = 0; ///< of this chunk
    int m_digits = 0;
};

} // namespace fairlead::http::engine
