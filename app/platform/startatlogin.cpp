// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/startatlogin.h"

#include "server/base/ids.h"

#include <QCoreApplication>
#include <QDir>

#if defined(Q_OS_MACOS)
#include "app/platform/launchagent.h"
#elif defined(Q_OS_WIN)
#include "app/platform/runkey.h"
#else
#include "app/platform/xdgautostart.h"

#include <QStandardPaths>
#endif

using namespace Qt::StringLiterals;

namespace fairlead::platform {

LoginCommand LoginCommand::forThisProgram(const settings::DataFolder &folder)
{
    LoginCommand command{.name = u"fairlead"_s,
                         .program = QCoreApplication::applicationFilePath(),
                         .arguments = {u"--hidden"_s}};
    const QString usual = settings::DataFolder::resolvedPath({});
    if (folder.path() != usual && folder.path() != QDir(usual).canonicalPath()) {
        command.name += u'-' + QString::fromLatin1(sha256Hex(folder.path().toUtf8()).left(8));
        command.arguments.append({u"--data-dir"_s, folder.path()});
    }
    return command;
}

std::unique_ptr<settings::StartAtLogin> makeStartAtLogin(const LoginCommand &command)
{
#if defined(Q_OS_MACOS)
    return std::make_unique<LaunchAgent>(QDir::homePath() + u"/Library/LaunchAgents"_s, command);
#elif defined(Q_OS_WIN)
    return std::make_unique<RunKey>(RunKey::ofThisUser(), QSettings::NativeFormat, command);
#else
    return std::make_unique<XdgAutostart>(
        QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/autostart"_s,
        AppImage::fromEnvironment(),
        command);
#endif
}

} // namespace fairlead::platform
