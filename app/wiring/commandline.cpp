// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/commandline.h"

#include "app/platform/pagelink.h"
#include "server/base/version.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

Result<quint16> portIn(const QString &text)
{
    bool isNumber = false;
    const quint16 number = text.toUShort(&isNumber);
    if (isNumber)
        return number;
    return failure(ErrorCode::InvalidInput,
                   u"--port is “%1”; it must be a number from 0 to 65535."_s.arg(text));
}

struct DatabaseOptions
{
    QCommandLineOption url{
        u"database"_s,
        u"Keep the data in PostgreSQL: postgresql://USER@HOST:PORT/NAME, without a password."_s,
        u"URL"_s};
    QCommandLineOption passwordFile{
        u"database-password-file"_s,
        u"Read the database's password from FILE. Default: FAIRLEAD_DATABASE_PASSWORD, then what "
        "PostgreSQL's own programs use."_s,
        u"FILE"_s};
};

/** What the two options say of the database. */
Result<> nameDatabase(CommandLine &commandLine,
                      const QCommandLineParser &parser,
                      const DatabaseOptions &options)
{
    if (parser.isSet(options.passwordFile) && !parser.isSet(options.url))
        return failure(ErrorCode::InvalidInput,
                       u"--database-password-file needs --database beside it."_s);
    if (!parser.isSet(options.url))
        return {};
    auto address = store::DatabaseAddress::ofServer(parser.value(options.url));
    if (!address)
        return failure(address.error());
    commandLine.database = *std::move(address);
    commandLine.databasePasswordFile = parser.value(options.passwordFile);
    return {};
}

} // namespace

Result<CommandLine> CommandLine::parse(const QStringList &arguments,
                                       const QString &description,
                                       Program program)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(description);
    const QCommandLineOption dataFolder(
        u"data-dir"_s, u"Keep everything in DIR instead of the platform's folder."_s, u"DIR"_s);
    const QCommandLineOption port(
        u"port"_s,
        u"Serve on 127.0.0.1:N and [::1]:N; 0 takes any free port. Default: the setting, 8080."_s,
        u"N"_s);
    const QCommandLineOption printReady(
        u"print-ready"_s, u"Print one line of JSON with the address once it serves."_s);
    const DatabaseOptions database;
    const QCommandLineOption hidden(u"hidden"_s, u"Start in the tray, without the window."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Show this text."_s);
    const QCommandLineOption showVersion(u"version"_s, u"Show the version."_s);
    parser.addOptions({dataFolder, port, help, showVersion});
    if (program == Program::Daemon)
        parser.addOptions({printReady, database.url, database.passwordFile});
    else
        parser.addOption(hidden);
    if (!parser.parse(arguments))
        return failure(ErrorCode::InvalidInput, parser.errorText());
    const QStringList words = parser.positionalArguments();
    const auto page = platform::pageInLink(words.value(0));
    const bool isLink = program == Program::Tray && words.size() == 1 && page;
    if (!words.isEmpty() && !isLink)
        return failure(ErrorCode::InvalidInput, u"“%1” is not an option."_s.arg(words.first()));

    CommandLine commandLine;
    commandLine.page = page.value_or(QString());
    if (parser.isSet(help))
        commandLine.text = parser.helpText();
    else if (parser.isSet(showVersion))
        commandLine.text = QString::fromLatin1(version) + u'\n';
    commandLine.dataFolder = parser.value(dataFolder);
    commandLine.printReady = program == Program::Daemon && parser.isSet(printReady);
    if (program == Program::Daemon) {
        const auto named = nameDatabase(commandLine, parser, database);
        if (!named)
            return failure(named.error());
    }
    commandLine.hidden = program == Program::Tray && parser.isSet(hidden);
    if (parser.isSet(port)) {
        const auto number = portIn(parser.value(port));
        if (!number)
            return failure(number.error());
        commandLine.port = *number;
    }
    return commandLine;
}

} // namespace fairlead::wiring
