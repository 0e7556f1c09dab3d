// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/bridge/startableprograms.h"

#include "server/settings/datafolder.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {

Screen screen()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return Screen::Present;
#else
    const bool isPresent =
        !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY") || !qEnvironmentVariableIsEmpty("DISPLAY");
    return isPresent ? Screen::Present : Screen::Absent;
#endif
}

QList<QStringList> startablePrograms(const QString &folder,
                                     Screen screen,
                                     const QString &dataFolder)
{
#if defined(Q_OS_WIN)
    const QString suffix = u".exe"_s;
#else
    const QString suffix;
#endif
    const bool isUsual = dataFolder == settings::DataFolder::resolvedPath(QString());
    const QStringList where = isUsual ? QStringList() : QStringList{u"--data-dir"_s, dataFolder};
    const QString tray = folder + u"/fairlead"_s + suffix;
    const QString daemon = folder + u"/fairleadd"_s + suffix;
    QList<QStringList> programs;
    if (screen == Screen::Present && QFileInfo(tray).isExecutable())
        programs.append(QStringList{tray, u"--hidden"_s} + where);
    if (QFileInfo(daemon).isExecutable())
        programs.append(QStringList{daemon} + where);
    return programs;
}

} // namespace fairlead::ctl
