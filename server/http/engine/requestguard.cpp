// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/requestguard.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::http::engine {
RequestGuard::RequestGuard(const Limits &limits)
    : m_limits(limits)
{}

RequestGuard::State RequestGuard::feed(QByteArrayView bytes)
{
    if (m_state == State::NeedHead)
        bytes = bytes.sliced(feedHead(bytes));
    if (m_state == State::NeedBody)
        bytes = bytes.sliced(feedBody(bytes));
    if (m_state == State::Complete && !bytes.isEmpty())
        refuse(badRequest(u"A second request may be sent only after the answer to the first."_s));
    return m_state;
}

void RequestGuard::reset()
{
    m_state = State::NeedHead;
    m_text.clear();
    m_head = {};
    m_chunks = {};
    m_body.clear();
    m_refusal = {};
}

/** Whether this byte already makes the head one that will never be accepted. */
bool RequestGuard::isHeadFault(char previous, char c, qsizetype position) const
{
    return c == '\0' || (previous == '\r') != (c == '\n') || (position == 0 && (c < 'A' || c > 'Z'))
        || position >= m_limits.headBytes;
}

/** The length of the line that these bytes begin with, where it is sound at a glance; else 0. */
qsizetype RequestGuard::soundLine(QByteArrayView bytes) const
{
    const qsizetype size = bytes.indexOf('\n') + 1;
    const bool beginsLine =
        m_text.isEmpty() ? size > 0 && bytes[0] >= 'A' && bytes[0] <= 'Z' : m_text.endsWith('\n');
    if (size < 2 || !beginsLine || m_text.size() + size > m_limits.headBytes)
        return 0;
    const QByteArrayView line = bytes.first(size);
    return line.indexOf('\r') == size - 2 && !line.contains('\0') ? size : 0;
}

/** How many of these bytes go on with the head soundly, up to the end of its line. */
qsizetype RequestGuard::soundHeadBytes(QByteArrayView bytes) const
{
    if (const qsizetype whole = soundLine(bytes); whole > 0)
        return whole;
    char previous = m_text.isEmpty() ? '\0' : m_text.back();
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (isHeadFault(previous, c, m_text.size() + i))
            return i;
        if (c == '\n')
            return i + 1;
        previous = c;
    }
    return bytes.size();
}

/** What is wrong with this byte after the head so far. */
Refusal RequestGuard::faultOfHeadByte(char c) const
{
    const bool afterReturn = m_text.endsWith('\r');
    if (c == '\0' || afterReturn != (c == '\n'))
        return badRequest(u"Every line of the head must end in CR LF."_s);
    if (m_text.isEmpty())
        return badRequest(u"The request does not begin with a method. Is it meant for https?"_s);
    if (m_text.contains('\n'))
        return {.status = 431,
                .code = u"head_too_large"_s,
                .detail =
                    u"The head of the request is larger than %1 bytes."_s.arg(m_limits.headBytes)};
    return {.status = 414,
            .code = u"target_too_long"_s,
            .detail = u"The path and query of the request are too long."_s};
}

qsizetype RequestGuard::feedHead(QByteArrayView bytes)
{
    // Line by line, for a text that grows by single bytes costs as much as the rest of the head.
    if (m_text.isEmpty())
        m_text.reserve(std::min(bytes.size(), m_limits.headBytes));
    qsizetype used = 0;
    while (used < bytes.size() && m_state == State::NeedHead) {
        const qsizetype sound = soundHeadBytes(bytes.sliced(used));
        m_text.append(bytes.sliced(used, sound));
        used += sound;
        const bool lineEnds = sound > 0 && m_text.endsWith('\n');
        if (!lineEnds && used < bytes.size())
            refuse(faultOfHeadByte(bytes[used]));
        else if (lineEnds && m_text.endsWith("\r\n\r\n"))
            finishHead();
    }
    return used;
}

void RequestGuard::finishHead()
{
    if (auto refusal = parseRequestHead(m_text, m_limits, m_head)) {
        refuse(*refusal);
        return;
    }
    m_state = m_head.hasBody() ? State::NeedBody : State::Complete;
    m_body.reserve(m_head.contentLength);
}

qsizetype RequestGuard::feedBody(QByteArrayView bytes)
{
    qsizetype used = 0;
    if (m_head.chunked) {
        used = m_chunks.feed(bytes, m_limits.bodyBytes, m_body);
    } else {
        used = std::min<qint64>(bytes.size(), m_head.contentLength - m_body.size());
        m_body.append(bytes.first(used));
    }
    if (m_chunks.state() == ChunkDecoder::State::Malformed)
        refuse(badRequest(u"The chunks of the request body are malformed."_s));
    else if (m_chunks.state() == ChunkDecoder::State::TooLarge)
        refuse({.status = 413,
                .code = u"body_too_large"_s,
                .detail = u"The request body is larger than %1 bytes."_s.arg(m_limits.bodyBytes)});
    else if (m_head.chunked ? m_chunks.isFinished() : m_body.size() == m_head.contentLength)
        m_state = State::Complete;
    return used;
}

void RequestGuard::refuse(Refusal refusal)
{
    m_state = State::Refused;
    m_refusal = std::move(refusal);
}

QByteArray RequestGuard::canonicalRequest() const
{
    constexpr qsizetype roomForFields = 128;
    QByteArray out;
    out.reserve(m_head.path.size() + m_body.size() + roomForFields);
    out.append(m_head.method).append(' ').append(m_head.path).append(" HTTP/1.1\r\nhost: ");
    out.append(m_head.field("host")).append("\r\ncontent-length: ");
    out.append(QByteArray::number(m_body.size())).append("\r\n\r\n").append(m_body);
    return out;
}

} // namespace fairlead::http::engine
