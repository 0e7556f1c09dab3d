// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/commandline.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>
#include <thread>

namespace {

/** Ends the program when nothing holds the other end of its standard input any more. */
void endWithInput()
{
    std::thread([] {
        while (std::getchar() != EOF) {
        }
        QCoreApplication::quit();
    }).detach();
}

} // namespace

int main(int argc, char **argv)
{
    using fairlead::sandbox::CommandLine;
    QCoreApplication application(argc, argv);
    const auto commandLine = CommandLine::parse(QCoreApplication::arguments());
    if (!commandLine) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(commandLine.error().message));
        return 2;
    }
    if (commandLine->wantsHelp) {
        std::fputs(qUtf8Printable(CommandLine::help()), stdout);
        return 0;
    }
    fairlead::sandbox::Sandbox sandbox(commandLine->options);
    if (const auto started = sandbox.start(); !started) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(started.error().message));
        return 1;
    }
    if (commandLine->printsReady)
        std::puts(QJsonDocument(sandbox.readyObject()).toJson(QJsonDocument::Compact).constData());
    else
        std::printf("Jira sandbox on %s, auth.atlassian.com on %s, api.atlassian.com on %s,\n"
                    "api.notion.com on %s\n"
                    "(--help lists the people, their tokens and passwords)\n",
                    qUtf8Printable(sandbox.url()),
                    qUtf8Printable(sandbox.atlassianAuthUrl()),
                    qUtf8Printable(sandbox.atlassianApiUrl()),
                    qUtf8Printable(sandbox.notionUrl()));
    std::fflush(stdout);
    if (commandLine->endsWithInput)
        endWithInput();
    return QCoreApplication::exec();
}
