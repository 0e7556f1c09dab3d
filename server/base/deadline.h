// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <vector>

namespace fairlead {

class Deadline;

/**
 * The one timer behind many deadlines of a thread; outlives them. Qt walks through its running
 * timers to put another among them, which for a timer per connection costs each call a tenth.
 */
class Deadlines final : public QObject
{
    Q_OBJECT

public:
    Deadlines();

private:
    friend class Deadline;

    void add(Deadline *deadline);
    void remove(const Deadline *deadline);
    void lookBy(const QDeadlineTimer &time);
    void look();

    std::vector<Deadline *> m_all;
    QDeadlineTimer m_nextLook{QDeadlineTimer::Forever};
    QTimer m_timer;
};

/**
 * A limit of time that is moved with every step of every request and passes for hardly any. Moving
 * it costs a look at the clock; the timer behind it goes on as it is, and when it goes off too
 * early it is started again for what is left.
 */
class Deadline final : public QObject
{
    Q_OBJECT

public:
    explicit Deadline(Deadlines &all, QObject *parent = nullptr);
    ~Deadline() override;
    Q_DISABLE_COPY_MOVE(Deadline)

    /** From now on; what was set before is forgotten. */
    void set(std::chrono::milliseconds time);
    void clear() { m_end = QDeadlineTimer(QDeadlineTimer::Forever); }

Q_SIGNALS:
    /** Once for each set(), unless it is set again or cleared before. */
    void passed();

private:
    friend class Deadlines;

    Deadlines &m_all;
    size_t m_place = 0; ///< among all
    QDeadlineTimer m_end{QDeadlineTimer::Forever};
};

} // namespace fairlead
