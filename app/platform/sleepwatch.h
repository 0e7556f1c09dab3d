// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::platform {

/** Tells when the computer has woken up. On Linux logind says so; on the other platforms nobody is
 * asked yet, and what sleep broke mends with the next call. */
class SleepWatch final : public QObject
{
    Q_OBJECT

public:
    explicit SleepWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void resumed();

private Q_SLOTS:
    /** logind's signal: true before sleep, false after it. */
    void prepareForSleep(bool begins);

private:
    bool m_asleep = false;
};

} // namespace fairlead::platform
