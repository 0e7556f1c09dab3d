// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/databaseoptions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

constexpr qint64 longestPassword = 4096;

Result<Secret> readPassword(const QString &path, bool isProtected)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(
            ErrorCode::Storage,
            u"The database's password cannot be read from %1. Check that the file exists "
            "and belongs to you."_s.arg(QDir::toNativeSeparators(path)));
    constexpr auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (!isProtected && (file.permissions() & others) != 0)
        return failure(
            ErrorCode::Storage,
            u"The database's password in %1 can be read by other users, so it is not "
            "used. Run \"chmod 600\" on the file."_s.arg(QDir::toNativeSeparators(path)));
    QByteArray line = file.read(longestPassword);
    if (line.endsWith('\n'))
        line.chop(line.endsWith("\r\n") ? 2 : 1);
    return Secret(line);
}

Result<Secret> passwordOf(const CommandLine &commandLine)
{
    Secret fromEnvironment(qgetenv("FAIRLEAD_DATABASE_PASSWORD"));
    qunsetenv("FAIRLEAD_DATABASE_PASSWORD");
    if (!commandLine.databasePasswordFile.isEmpty())
        return readPassword(commandLine.databasePasswordFile, false);
    const QString credential =
        qEnvironmentVariable("CREDENTIALS_DIRECTORY") + u"/database-password"_s;
    if (qEnvironmentVariableIsSet("CREDENTIALS_DIRECTORY") && QFileInfo::exists(credential))
        return readPassword(credential, true);
    return fromEnvironment;
}

} // namespace

Result<store::DatabaseAddress> databaseOf(const CommandLine &commandLine,
                                          const settings::DataFolder &folder)
{
    auto password = passwordOf(commandLine);
    if (!commandLine.database)
        return store::DatabaseAddress::ofFile(folder.database());
    if (!password)
        return failure(password.error());
    // libpq has no codes for some of its errors: postgreserrors.cpp knows its words, in English.
    qputenv("LANGUAGE", "en");
    store::DatabaseAddress address = *commandLine.database;
    address.setPassword(*std::move(password));
    return address;
}

Result<std::unique_ptr<store::Database>> openDatabase(const settings::DataFolder &folder,
                                                      const store::DatabaseAddress &address)
{
    if (address.isFile()) {
        if (const auto own = folder.checkHasOwnDatabase(); !own)
            return failure(own.error());
        return store::Database::open(address);
    }
    auto database = store::Database::open(address);
    if (!database)
        return database;
    if (const auto noted = folder.noteDatabaseServer(address.shown()); !noted)
        return failure(noted.error());
    return database;
}

doctor::Check databaseCheck(const store::Database &database)
{
    // Only fairleadd has it, which speaks English.
    return doctor::immediate({"Database"}, [&database] {
        if (const auto answers = database.check(); !answers)
            return doctor::Finding{.verdict = doctor::Verdict::Problem,
                                   .text = doctor::Sentence::of(answers.error().message)};
        return doctor::Finding{.text = {"%1 answers.", {database.address().shown()}}};
    });
}

} // namespace fairlead::wiring
