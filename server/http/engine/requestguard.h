// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/engine/chunkdecoder.h"
#include "server/http/engine/requesthead.h"

namespace fairlead::http::engine {

/**
 * Judges one request from its bytes, in pieces of any size, without a socket: it accepts one strict
 * and unambiguous form, within the limits, and refuses everything else at the first byte that shows
 * it. After a request, reset() makes it ready for the next.
 */
class RequestGuard
{
public:
    enum class State {
        NeedHead,
        NeedBody, ///< head() is known
        Complete, ///< head() and body() are known, and not one byte too many was fed
        Refused, ///< refusal() says why
    };

    /** The limits must outlive the guard. */
    explicit RequestGuard(const Limits &limits);

    State feed(QByteArrayView bytes);
    void reset();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] bool hasBegun() const { return m_state != State::NeedHead || !m_text.isEmpty(); }
    [[nodiscard]] const RequestHead &head() const { return m_head; }
    [[nodiscard]] const QByteArray &body() const { return m_body; }
    [[nodiscard]] const Refusal &refusal() const { return m_refusal; }

    /** The request written anew in its plainest form, with the two fields that framing needs. It is
     * all that QtHttpServer ever sees, whose debug log prints every field and the query. */
    [[nodiscard]] QByteArray canonicalRequest() const;

private:
    qsizetype feedHead(QByteArrayView bytes);
    qsizetype feedBody(QByteArrayView bytes);
    [[nodiscard]] bool isHeadFault(char previous, char c, qsizetype position) const;
    [[nodiscard]] qsizetype soundLine(QByteArrayView bytes) const;
    [[nodiscard]] qsizetype soundHeadBytes(QByteArrayView bytes) const;
    [[nodiscard]] Refusal faultOfHeadByte(char c) const;
    void finishHead();
    void refuse(Refusal refusal);

    const Limits &m_limits;
    State m_state = State::NeedHead;
    QByteArray m_text; ///< the head so far
    RequestHead m_head;
    ChunkDecoder m_chunks;
    QByteArray m_body;
    Refusal m_refusal;
};

} // namespace fairlead::http::engine
