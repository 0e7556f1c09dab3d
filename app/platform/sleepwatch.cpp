// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/sleepwatch.h"

#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
#include <QDBusConnection>
#endif

#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::platform {

SleepWatch::SleepWatch(QObject *parent)
    : QObject(parent)
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    // Without a system bus, as in a container, nothing sleeps.
    QDBusConnection::systemBus().connect(u"org.freedesktop.login1"_s,
                                         u"/org/freedesktop/login1"_s,
                                         u"org.freedesktop.login1.Manager"_s,
                                         u"PrepareForSleep"_s,
                                         this,
                                         SLOT(prepareForSleep(bool)));
#endif
}

void SleepWatch::prepareForSleep(bool begins)
{
    if (std::exchange(m_asleep, begins) && !begins)
        Q_EMIT resumed();
}

} // namespace fairlead::platform
