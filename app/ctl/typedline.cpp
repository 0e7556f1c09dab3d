// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/typedline.h"

#include <QTimer>

namespace fairlead::ctl {
namespace {

constexpr qsizetype lineLimit = 4096;

} // namespace

TypedLine::TypedLine(int descriptor, const CancellationToken &cancellation)
    : m_reader(descriptor)
{
    connect(&m_reader, &InputReader::received, this, &TypedLine::take);
    connect(&m_reader, &InputReader::ended, this, &TypedLine::end);
    cancellation.onCancelled(this, [this] {
        m_text.clear();
        end();
    });
    m_reader.setReading(!m_isOver);
}

void TypedLine::take(const QByteArray &bytes)
{
    if (m_isOver)
        return;
    m_text += bytes;
    const qsizetype lineEnd = m_text.indexOf('\n');
    if (lineEnd < 0 && m_text.size() < lineLimit)
        return;
    m_text = m_text.left(lineEnd).trimmed();
    end();
}

void TypedLine::end()
{
    if (m_isOver)
        return;
    m_isOver = true;
    m_reader.setReading(false);
    // Not from within the reader's own signal: whoever waits may let go of this object at once.
    QTimer::singleShot(0, this, &TypedLine::finished);
}

} // namespace fairlead::ctl
