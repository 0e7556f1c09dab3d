// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/message.h"

namespace fairlead::sandbox {

/**
 * Reads HTTP/1.1 requests from a stream of bytes: strictly, within limits, Content-Length and
 * chunked. Written apart from the program's own HTTP code, so that the two cannot share a mistake.
 */
class RequestReader
{
public:
    enum class Progress { NeedsMore, Complete, Failed };

    /** Takes bytes and goes on reading; after Failed nothing more is read. */
    Progress feed(QByteArrayView bytes);

    /** The complete request; the reader then starts on what was sent after it. */
    [[nodiscard]] Request take();

    /** The status to answer after Failed, and why. */
    [[nodiscard]] int failedStatus() const { return m_failedStatus; }
    [[nodiscard]] QByteArray failure() const { return m_failure; }

    /** True once, when the client waits for "100 Continue" before it sends the body. */
    [[nodiscard]] bool takeContinueWish();

private:
    enum class State { Head, Body, ChunkSize, ChunkData, ChunkEnd, Trailer, Complete, Failed };

    bool step();
    bool readHead();
    bool readRequestLine(const QByteArray &line);
    bool readHeaderLine(const QByteArray &line);
    bool chooseBody();
    bool readBody();
    bool readChunkSize();
    bool readChunkData();
    bool readChunkEnd();
    bool readTrailer();
    bool fail(int status, const QByteArray &why);

    QByteArray m_buffer;
    Request m_request;
    State m_state = State::Head;
    qsizetype m_remaining = 0;
    bool m_wishesContinue = false;
    int m_failedStatus = 0;
    QByteArray m_failure;
};

} // namespace fairlead::sandbox
