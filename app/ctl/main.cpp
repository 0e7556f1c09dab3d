// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/apiclient.h"
#include "app/ctl/command.h"
#include "app/ctl/output.h"
#include "app/ctl/terminalperson.h"
#include "app/platform/hardening.h"
#include "server/base/version.h"
#include "server/net/networkhttpclient.h"
#include "server/settings/datafolder.h"

#include <QCoreApplication>
#include <QCoroTask>
#include <QLoggingCategory>
#include <QTimer>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace fairlead;

namespace {

/** The options in front of the command's name. */
struct GlobalOptions
{
    QString dataFolder;
    QString user;
    ctl::Output::Format format = ctl::Output::Format::Text;
    bool help = false;
    bool version = false;
    QStringList rest; ///< the command and what is behind it
};

void printHelp(std::FILE *stream)
{
    QString text =
        u"Usage: fairleadctl [--data-dir DIR] [--json] [--user NAME] COMMAND …\n\nCommands:\n"_s;
    for (const ctl::Command &command : ctl::commands()) {
        text += u"  %1\n       fairleadctl %2\n"_s.arg(QString::fromLatin1(command.summary),
                                                       QString::fromUtf8(command.usage));
    }
    text += u"\nSecrets come from standard input or a prompt, never from an argument.\n"
            "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 no instance running.\n"_s;
    std::fputs(text.toUtf8().constData(), stream);
}

/** --json may stand anywhere; the others stand before the command or behind it too. */
Result<GlobalOptions> parseGlobal(QStringList arguments)
{
    GlobalOptions options;
    while (!arguments.isEmpty()) {
        const QString argument = arguments.takeFirst();
        if (argument == u"--"_s) {
            // What is behind it is another program's.
            options.rest.append(argument);
            options.rest.append(arguments);
            break;
        }
        if (argument == u"--json"_s) {
            options.format = ctl::Output::Format::Json;
        } else if (argument == u"--data-dir"_s || argument == u"--user"_s) {
            if (arguments.isEmpty())
                return failure(ErrorCode::InvalidInput, u"%1 needs a value."_s.arg(argument));
            (argument == u"--user"_s ? options.user : options.dataFolder) = arguments.takeFirst();
        } else if (argument == u"--help"_s || argument == u"-h"_s) {
            options.help = true;
        } else if (argument == u"--version"_s) {
            options.version = true;
        } else {
            options.rest.append(argument);
        }
    }
    return options;
}

QCoro::Task<int> runCommand(ctl::Context context, QStringList arguments)
{
    const QString name = arguments.takeFirst();
    for (const ctl::Command &command : ctl::commands()) {
        if (name == QLatin1StringView(command.name))
            co_return co_await command.run(context, std::move(arguments));
    }
    co_return context.misused(
        {.code = ErrorCode::InvalidInput, .message = u"There is no command “%1”."_s.arg(name)},
        "--help");
}

} // namespace

int main(int argc, char *argv[])
{
    platform::hardenProcess();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"fairlead"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(version));

    const auto options = parseGlobal(QCoreApplication::arguments().sliced(1));
    if (!options) {
        ctl::Output(ctl::Output::Format::Text).usage(options.error().message, "--help");
        return ctl::WrongUsage;
    }
    if (options->version) {
        std::puts(version);
        return ctl::Done;
    }
    if (options->help || options->rest.isEmpty()) {
        printHelp(options->help ? stdout : stderr);
        return options->help ? ctl::Done : ctl::WrongUsage;
    }
    net::NetworkHttpClient::Options httpOptions;
    // Fairlead itself may have to wait for Jira; its own sentence about that is worth waiting for.
    httpOptions.silence = std::chrono::minutes(2);
    net::NetworkHttpClient http(httpOptions);
    ctl::Output output(options->format);
    ctl::ApiClient api(
        http, settings::DataFolder::resolvedPath(options->dataFolder), options->user);
    ctl::TerminalPerson person;
    const ctl::Context context{api, output, person};
    QTimer::singleShot(0, &app, [&] {
        auto task = runCommand(context, options->rest);
        QCoro::connect(std::move(task), &app, [](int code) { QCoreApplication::exit(code); });
    });
    return QCoreApplication::exec();
}
