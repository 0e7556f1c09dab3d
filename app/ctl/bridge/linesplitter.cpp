// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/linesplitter.h"

namespace fairlead::ctl {

LineSplitter::LineSplitter(qsizetype limit)
    : m_limit(limit)
{}

QList<LineSplitter::Line> LineSplitter::feed(QByteArrayView bytes)
{
    QList<Line> lines;
    for (;;) {
        const qsizetype end = bytes.indexOf('\n');
        append(end < 0 ? bytes : bytes.first(end));
        if (end < 0)
            return lines;
        endLine(lines);
        bytes = bytes.sliced(end + 1);
    }
}

QList<LineSplitter::Line> LineSplitter::finish()
{
    QList<Line> lines;
    endLine(lines);
    return lines;
}

void LineSplitter::append(QByteArrayView bytes)
{
    if (!m_isTooLong && m_line.size() + bytes.size() > m_limit) {
        m_isTooLong = true;
        m_envelope.feed(m_line);
        m_line.clear();
    }
    if (m_isTooLong)
        m_envelope.feed(bytes);
    else
        m_line += bytes;
}

void LineSplitter::endLine(QList<Line> &lines)
{
    Line line{.bytes = std::exchange(m_line, {}).trimmed(),
              .isTooLong = m_isTooLong,
              .id = m_envelope.id(),
              .isRequest = m_envelope.hasMethod() && !m_envelope.id().isEmpty()};
    m_isTooLong = false;
    m_envelope = EnvelopeScanner();
    if (line.isTooLong || !line.bytes.isEmpty())
        lines.append(std::move(line));
}

} // namespace fairlead::ctl
