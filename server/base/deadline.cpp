// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/base/deadline.h"

#include <QPointer>

#include <algorithm>
#include <limits>

namespace fairlead {

Deadlines::Deadlines()
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Deadlines::look);
}

void Deadlines::add(Deadline *deadline)
{
    deadline->m_place = m_all.size();
    m_all.push_back(deadline);
}

void Deadlines::remove(const Deadline *deadline)
{
    m_all[deadline->m_place] = m_all.back();
    m_all[deadline->m_place]->m_place = deadline->m_place;
    m_all.pop_back();
}

void Deadlines::lookBy(const QDeadlineTimer &time)
{
    if (!(time < m_nextLook))
        return;
    m_nextLook = time;
    // A timer takes no more than 24 days; look() finds that there is time left.
    m_timer.start(int(std::min<qint64>(time.remainingTime(), std::numeric_limits<int>::max())));
}

void Deadlines::look()
{
    m_nextLook = QDeadlineTimer(QDeadlineTimer::Forever);
    const QDeadlineTimer now = QDeadlineTimer::current();
    QDeadlineTimer next(QDeadlineTimer::Forever);
    std::vector<QPointer<Deadline>> due; // whoever hears of one may end others
    for (Deadline *deadline : m_all) {
        if (deadline->m_end <= now)
            due.emplace_back(deadline);
        else
            next = std::min(next, deadline->m_end);
    }
    lookBy(next);
    std::ranges::sort(due, {}, [](const auto &deadline) { return deadline->m_end; });
    for (const QPointer<Deadline> &deadline : due) {
        if (!deadline || now < deadline->m_end)
            continue;
        deadline->clear();
        Q_EMIT deadline->passed();
    }
}

Deadline::Deadline(Deadlines &all, QObject *parent)
    : QObject(parent)
    , m_all(all)
{
    m_all.add(this);
}

Deadline::~Deadline()
{
    m_all.remove(this);
}

void Deadline::set(std::chrono::milliseconds time)
{
    m_end = QDeadlineTimer(time);
    m_all.lookBy(m_end);
}

} // namespace fairlead
