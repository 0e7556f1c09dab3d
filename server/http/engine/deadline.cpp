// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/engine/deadline.h"

namespace fairlead::http::engine {

Deadline::Deadline(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Deadline::look);
}

void Deadline::set(std::chrono::milliseconds time)
{
    m_end = QDeadlineTimer(time);
    if (!m_timer.isActive() || m_end < m_nextLook)
        lookIn(time);
}

void Deadline::look()
{
    if (m_end.isForever())
        return;
    if (!m_end.hasExpired())
        return lookIn(std::chrono::milliseconds(m_end.remainingTime()));
    clear();
    Q_EMIT passed();
}

void Deadline::lookIn(std::chrono::milliseconds time)
{
    m_nextLook = QDeadlineTimer(time);
    m_timer.start(time);
}

} // namespace fairlead::http::engine
