// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <deque>

namespace fairlead::http::engine {

class Wire;

/**
 * Has what many clients are sent in one turn of the event loop leave together, at its end: their
 * programs are then woken once, not for each answer, and waking them costs more than sending. It
 * begins with the turn after one that sent more than a single client's answer, and ends some turns
 * after the last such one. What is held waits for what else its turn does. Outlives its wires.
 */
class Outbox final : public QObject
{
    Q_OBJECT

public:
    Outbox();

    /** To be asked once for each part that is sent: true where it is to wait for the turn's end. */
    [[nodiscard]] bool holdsNext();
    /** It has something for the turn's end: Wire::sendHeld(). */
    void add(Wire *wire);
    void remove(const Wire *wire);

private:
    void endTurn();

    int m_turnsToHold = 0;
    QTimer m_loopOfOthers;
    int m_sent = 0; ///< in this turn
    std::deque<Wire *> m_waiting;
};

} // namespace fairlead::http::engine
