// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/chunkdecoder.h"

#include <algorithm>

namespace fairlead::http::engine {
namespace {

constexpr int maximumDigits = 8;
constexpr int hexBits = 4;

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

} // namespace

qsizetype ChunkDecoder::feed(QByteArrayView bytes, qsizetype limit, QByteArray &body)
{
    qsizetype used = 0;
    while (used < bytes.size() && !isFinished()) {
        if (m_state == State::Data) {
            const qsizetype piece = std::min<qint64>(m_left, bytes.size() - used);
            body.append(bytes.sliced(used, piece));
            used += piece;
            m_left -= piece;
            if (m_left == 0)
                m_state = State::DataReturn;
            continue;
        }
        takeLineByte(bytes[used]);
        ++used;
        if (m_state == State::Data && m_left > limit - body.size())
            m_state = State::TooLarge;
    }
    return used;
}

void ChunkDecoder::takeSizeByte(char c)
{
    if (c == '\r' && m_digits > 0) {
        m_state = State::SizeLineFeed;
        return;
    }
    const int value = hexValue(c);
    if (value < 0 || m_digits == maximumDigits) {
        m_state = State::Malformed;
        return;
    }
    m_left = (m_left << hexBits) | value;
    ++m_digits;
}

void ChunkDecoder::takeLineByte(char c)
{
    switch (m_state) {
    case State::Size:
        takeSizeByte(c);
        return;
    case State::SizeLineFeed:
        m_digits = 0;
        m_state = c != '\n' ? State::Malformed : m_left > 0 ? State::Data : State::EndReturn;
        return;
    case State::DataReturn:
        m_state = c == '\r' ? State::DataLineFeed : State::Malformed;
        return;
    case State::DataLineFeed:
        m_state = c == '\n' ? State::Size : State::Malformed;
        return;
    case State::EndReturn:
        m_state = c == '\r' ? State::EndLineFeed : State::Malformed;
        return;
    case State::EndLineFeed:
        m_state = c == '\n' ? State::Done : State::Malformed;
        return;
    case State::Data:
    case State::Done:
    case State::Malformed:
    case State::TooLarge:
        return;
    }
}

} // namespace fairlead::http::engine
