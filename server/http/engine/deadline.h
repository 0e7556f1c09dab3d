// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>

namespace fairlead::http::engine {

/**
 * A limit of time that is moved with every step of every request and passes for hardly any. Moving
 * it costs a look at the clock; the timer behind it goes on as it is, and when it goes off too
 * early it is started again for what is left.
 */
class Deadline final : public QObject
{
    Q_OBJECT

public:
    explicit Deadline(QObject *parent = nullptr);

    /** From now on; what was set before is forgotten. */
    void set(std::chrono::milliseconds time);
    void clear() { m_end = QDeadlineTimer(QDeadlineTimer::Forever); }

Q_SIGNALS:
    /** Once for each set(), unless it is set again or cleared before. */
    void passed();

private:
    void look();
    void lookIn(std::chrono::milliseconds time);

    QDeadlineTimer m_end{QDeadlineTimer::Forever};
    QDeadlineTimer m_nextLook{QDeadlineTimer::Forever};
    QTimer m_timer;
};

} // namespace fairlead::http::engine
