// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/outbox.h"

#include "server/http/engine/wire.h"

#include <QAbstractEventDispatcher>

#include <algorithm>

namespace fairlead::http::engine {
namespace {

// The answer to one call over HTTP+SSE has two parts: the event and the 202.
constexpr int partsOfOneCall = 2;
// After one that answered several clients.
constexpr int turnsHeld = 16;
// Where nobody tells of turns: a native dialog has a loop that is not Qt's.
constexpr std::chrono::milliseconds longestHeld{10};

} // namespace

Outbox::Outbox()
{
    m_loopOfOthers.setSingleShot(true);
    m_loopOfOthers.setInterval(longestHeld);
    connect(&m_loopOfOthers, &QTimer::timeout, this, &Outbox::endTurn);
    const auto *dispatcher = QAbstractEventDispatcher::instance();
    if (dispatcher == nullptr)
        return; // it will never hold anything
    // Both: a loop that never waits tells of the second only.
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Outbox::endTurn);
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Outbox::endTurn);
}

bool Outbox::holdsNext()
{
    ++m_sent;
    return m_turnsToHold > 0;
}

void Outbox::add(Wire *wire)
{
    m_waiting.push_back(wire);
    if (!m_loopOfOthers.isActive())
        m_loopOfOthers.start();
}

void Outbox::remove(const Wire *wire)
{
    std::erase(m_waiting, wire);
}

void Outbox::endTurn()
{
    if (m_sent == 0)
        return;
    m_turnsToHold = m_sent > partsOfOneCall ? turnsHeld : std::max(0, m_turnsToHold - 1);
    m_sent = 0;
    while (!m_waiting.empty()) {
        Wire *wire = m_waiting.front();
        m_waiting.pop_front();
        wire->sendHeld();
    }
}

} // namespace fairlead::http::engine
