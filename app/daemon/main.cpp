// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/platform/hardening.h"
#include "app/platform/log.h"
#include "app/platform/quitsignals.h"
#include "app/platform/singleinstance.h"
#include "app/wiring/commandline.h"
#include "app/wiring/databaseoptions.h"
#include "app/wiring/serverinstance.h"
#include "server/base/version.h"
#include "server/settings/datafolder.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

// Beyond what the server itself allows for; a client that does not go must not keep us.
constexpr auto stopTimeout = std::chrono::milliseconds(2500);

int fail(const Error &error)
{
    std::fprintf(stderr, "%s\n", qUtf8Printable(error.message));
    return 1;
}

void printReady(const QByteArray &url)
{
    const QByteArray line =
        QJsonDocument(wiring::EndpointFile::description(url)).toJson(QJsonDocument::Compact);
    std::puts(line.constData());
    std::fflush(stdout);
}

/** Lets calls and streams end in order; whoever asks twice is in a hurry. */
void stop(wiring::ServerInstance &server)
{
    if (!server.isServing()) {
        QCoreApplication::quit();
        return;
    }
    QObject::connect(&server, &wiring::ServerInstance::stopped, qApp, &QCoreApplication::quit);
    QTimer::singleShot(stopTimeout, qApp, &QCoreApplication::quit);
    server.shutDown();
}

int run(const wiring::CommandLine &commandLine)
{
    const auto folder = settings::DataFolder::open(commandLine.dataFolder);
    if (!folder)
        return fail(folder.error());
    platform::SingleInstance instance(*folder);
    const auto claimed = instance.claim();
    if (!claimed)
        return fail(claimed.error());
    if (*claimed == platform::SingleInstance::Outcome::Second)
        return fail(
            {.code = ErrorCode::Conflict,
             .message =
                 u"Fairlead already runs with the data folder %1. See: fairleadctl --data-dir '%1' status"_s
                     .arg(folder->path())});
    if (const auto started = platform::startLog(*folder); !started)
        return fail(started.error());

    const auto database = wiring::databaseOf(commandLine, *folder);
    if (!database)
        return fail(database.error());
    auto server =
        wiring::ServerInstance::create({.dataFolder = *folder,
                                        .port = commandLine.port,
                                        .database = *database,
                                        .fallback = secrets::FallbackPolicy::CreateKeyFile});
    if (!server)
        return fail(server.error());
    if (const auto serving = (*server)->serve(); !serving)
        return fail(serving.error());
    const platform::QuitSignals signals;
    QObject::connect(
        &signals, &platform::QuitSignals::quitRequested, qApp, [&server] { stop(**server); });
    if (commandLine.printReady)
        printReady((*server)->facts().url);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    platform::hardenProcess();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"fairlead"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(version));
    const auto commandLine = wiring::CommandLine::parse(QCoreApplication::arguments(),
                                                        u"The Fairlead server without a window."_s,
                                                        wiring::CommandLine::Program::Daemon);
    if (!commandLine) {
        std::fprintf(
            stderr, "%s\nSee: fairleadd --help\n", qUtf8Printable(commandLine.error().message));
        return 2;
    }
    if (!commandLine->text.isEmpty()) {
        std::fputs(qUtf8Printable(commandLine->text), stdout);
        return 0;
    }
    return run(*commandLine);
}
