// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/clients/machine.h"

#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace fairlead::clients {
namespace {

constexpr Platform thisPlatform()
{
#if defined(Q_OS_WIN)
    return Platform::Windows;
#elif defined(Q_OS_MACOS)
    return Platform::MacOs;
#else
    return Platform::Linux;
#endif
}

} // namespace

Machine Machine::current()
{
    Machine machine{.platform = thisPlatform(), .home = QDir::homePath(), .environment = {}};
    const auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s,
                                u"XDG_CONFIG_HOME"_s,
                                u"APPDATA"_s,
                                u"LOCALAPPDATA"_s,
                                u"CODEX_HOME"_s,
                                u"CLAUDE_CONFIG_DIR"_s}) {
        if (environment.contains(name))
            machine.environment.insert(name, environment.value(name));
    }
    return machine;
}

QString Machine::pathVariable(const QString &name) const
{
    const QString value = environment.value(name);
    return QDir::isAbsolutePath(value) ? QDir::cleanPath(value) : QString();
}

bool Machine::hasProgram(const QString &name) const
{
    const QStringList folders =
        environment.value(u"PATH"_s).split(QDir::listSeparator(), Qt::SkipEmptyParts);
    // Qt takes an empty list for "look everywhere".
    return !folders.isEmpty() && !QStandardPaths::findExecutable(name, folders).isEmpty();
}

} // namespace fairlead::clients
