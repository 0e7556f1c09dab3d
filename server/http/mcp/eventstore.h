// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <deque>
#include <optional>

namespace fairlead::http {

/**
 * The events of one session that a client may ask for again with Last-Event-ID. Bounded: the oldest
 * give way, those first that nobody waits for.
 */
class EventStore final
{
public:
    /** For events that no stream has carried yet. */
    static constexpr quint64 noStream = 0;

    /** Which event of which stream; the caller counts the streams. */
    struct Position
    {
        quint64 stream = 0;
        quint64 event = 0;

        bool operator==(const Position &) const = default;

        [[nodiscard]] QByteArray toId() const;
        /** Nothing for what is no id of ours. */
        [[nodiscard]] static std::optional<Position> fromId(const QByteArray &id);
    };
    struct Event
    {
        Position position;
        QByteArray json;
        bool isPassing = false;
    };
    /** Whether somebody waits for an event, or it is good to know only, such as progress. */
    enum class Worth { Awaited, Passing };

    explicit EventStore(size_t mostEvents = 256, qsizetype mostBytes = qsizetype(1024) * 1024);

    /** The position of an event that says nothing but where the stream begins. */
    [[nodiscard]] Position begin(quint64 stream);
    Position add(quint64 stream, const QByteArray &json, Worth worth = Worth::Awaited);
    /** What no stream has carried and came later than that is its stream's from now on. */
    void claim(Position position);

    /** What came on that stream after that event, as far as it is still here. */
    [[nodiscard]] QList<Event> after(Position position) const;

private:
    void makeRoom();

    size_t m_mostEvents = 0;
    qsizetype m_mostBytes = 0;
    std::deque<Event> m_events;
    qsizetype m_bytes = 0;
    quint64 m_last = 0;
};

} // namespace fairlead::http
