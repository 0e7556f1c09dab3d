// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <optional>

namespace fairlead::net {

/** One event of a text/event-stream. */
struct StreamEvent
{
    QByteArray name; ///< "message" unless the server named it
    QByteArray data; ///< lines joined by newlines
    QByteArray id;

    bool operator==(const StreamEvent &) const = default;
};

/** Reads text/event-stream (WHATWG HTML, section 9.2.6) from bytes that arrive in any pieces. */
class EventStreamParser final
{
public:
    /** The events that are complete with these bytes. Comments are skipped. */
    [[nodiscard]] QList<StreamEvent> feed(QByteArrayView bytes);

    /** How long the server wants a reader to wait before it comes back, where it has said so. */
    [[nodiscard]] std::optional<std::chrono::milliseconds> retryTime() const { return m_retry; }

    /** Bytes of the unfinished event: for a limit. */
    [[nodiscard]] qsizetype pendingBytes() const;

private:
    void readLine(QByteArrayView line, QList<StreamEvent> &events);

    QByteArray m_line;
    StreamEvent m_event;
    std::optional<std::chrono::milliseconds> m_retry;
    bool m_hasData = false;
    bool m_afterCarriageReturn = false;
};

} // namespace fairlead::net
