// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/hardening.h"
#include "app/platform/log.h"
#include "app/platform/quitsignals.h"
#include "app/platform/singleinstance.h"
#include "app/tray/systemappearance.h"
#include "app/tray/trayprogram.h"
#include "app/wiring/commandline.h"
#include "server/base/version.h"
#include "server/settings/datafolder.h"
#include "ui/models/servertext.h"
#include "ui/translations.h"
#include "ui/tray/trayiconpainter.h"
#include "ui/widgets/checkmarkstyle.h"

#include <QApplication>
#include <QProcess>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

/** Tells why the program cannot even begin: on the terminal, and in a window for who has none. */
int fail(const Error &error, const QString &dataFolder)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.message));
    ui::StartProblemWindow window;
    window.setRetryPossible(false);
    window.showProblem(ui::serverText(error), dataFolder);
    QObject::connect(
        &window, &ui::StartProblemWindow::quitRequested, qApp, &QCoreApplication::quit);
    const platform::QuitSignals signals;
    QObject::connect(
        &signals, &platform::QuitSignals::quitRequested, qApp, &QCoreApplication::quit);
    window.show();
    QApplication::setQuitOnLastWindowClosed(true);
    QApplication::exec();
    return 1;
}

int run(const wiring::CommandLine &commandLine)
{
    const tray::SystemAppearance appearance;
    const auto folder = settings::DataFolder::open(commandLine.dataFolder);
    if (!folder)
        return fail(folder.error(), settings::DataFolder::resolvedPath(commandLine.dataFolder));
    platform::SingleInstance instance(*folder);
    const auto claimed = instance.claim(commandLine.page);
    if (!claimed)
        return fail(claimed.error(), folder->path());
    if (*claimed == platform::SingleInstance::Outcome::Second)
        return 0;
    if (const auto started = platform::startLog(*folder); !started)
        return fail(started.error(), folder->path());

    tray::TrayProgram program({.dataFolder = *folder,
                               .port = commandLine.port,
                               .fallback = secrets::FallbackPolicy::Ask,
                               .spoken = ui::serverText},
                              commandLine.hidden ? tray::FirstSight::TrayOnly
                                                 : tray::FirstSight::Window);
    const platform::QuitSignals signals;
    QObject::connect(
        &signals, &platform::QuitSignals::quitRequested, &program, &tray::TrayProgram::quit);
    QObject::connect(&instance,
                     &platform::SingleInstance::showRequested,
                     &program,
                     &tray::TrayProgram::showNamed);
    program.start();
    if (!commandLine.page.isEmpty())
        program.showNamed(commandLine.page);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    platform::hardenProcess();
    QApplication app(argc, argv);
    const ui::Translations translations(QLocale::system().uiLanguages());
    QApplication::setStyle(new ui::CheckMarkStyle); // the application owns it
    QApplication::setApplicationName(u"fairlead"_s);
    QApplication::setApplicationDisplayName(u"Fairlead"_s);
    QApplication::setApplicationVersion(QString::fromLatin1(version));
    QApplication::setDesktopFileName(u"fairlead"_s);
    QApplication::setWindowIcon(ui::TrayIconPainter::applicationIcon());
    QApplication::setQuitOnLastWindowClosed(false);
    const auto commandLine = wiring::CommandLine::parse(QApplication::arguments(),
                                                        u"Fairlead in the system tray."_s,
                                                        wiring::CommandLine::Program::Tray);
    if (!commandLine) {
        std::fprintf(
            stderr, "%s\nSee: fairlead --help\n", qUtf8Printable(commandLine.error().message));
        return 2;
    }
    if (!commandLine->text.isEmpty()) {
        std::fputs(qUtf8Printable(commandLine->text), stdout);
        return 0;
    }
    const int code = run(*commandLine);
    if (code != tray::TrayProgram::restartCode)
        return code;
    // Only now: the lock of the data folder is free again.
    const QStringList arguments = QApplication::arguments().sliced(1);
    return QProcess::startDetached(QApplication::applicationFilePath(), arguments) ? 0 : 1;
}
