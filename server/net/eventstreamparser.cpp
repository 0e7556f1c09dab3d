// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/eventstreamparser.h"

using namespace Qt::StringLiterals;

namespace fairlead::net {

QList<StreamEvent> EventStreamParser::feed(QByteArrayView bytes)
{
    QList<StreamEvent> events;
    for (const char c : bytes) {
        // CR, LF and CRLF all end a line; the LF of a CRLF must not end a second one.
        if (c == '\n' && m_afterCarriageReturn) {
            m_afterCarriageReturn = false;
            continue;
        }
        m_afterCarriageReturn = c == '\r';
        if (c == '\n' || c == '\r') {
            readLine(m_line, events);
            m_line.clear();
        } else {
            m_line += c;
        }
    }
    return events;
}

qsizetype EventStreamParser::pendingBytes() const
{
    return m_line.size() + m_event.data.size();
}

void EventStreamParser::readLine(QByteArrayView line, QList<StreamEvent> &events)
{
    if (line.isEmpty()) {
        if (m_hasData) {
            if (m_event.name.isEmpty())
                m_event.name = "message"_ba;
            events.append(m_event);
        }
        m_event = StreamEvent{.name = {}, .data = {}, .id = m_event.id};
        m_hasData = false;
        return;
    }
    const qsizetype colon = line.indexOf(':');
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "data") {
        if (m_hasData)
            m_event.data += '\n';
        m_event.data += value;
        m_hasData = true;
    } else if (field == "event") {
        m_event.name = value.toByteArray();
    } else if (field == "id" && !value.contains('\0')) {
        m_event.id = value.toByteArray();
    } else if (field == "retry") {
        bool isNumber = false;
        const uint time = value.toByteArray().toUInt(&isNumber);
        if (isNumber)
            m_retry = std::chrono::milliseconds(time);
    }
}

} // namespace fairlead::net
