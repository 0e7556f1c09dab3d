// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/testdatabase.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {
namespace {

/** Making a database takes longer than most tests: the next folder gets that of one that is gone.
 */
struct Databases
{
    QString server; ///< postgresql://…/postgres?host=…
    QHash<QString, QString> names; ///< by folder
};

QString addressOf(const Databases &databases, const QString &name)
{
    return QString(databases.server).replace("/postgres?"_L1, u"/%1?"_s.arg(name));
}

void psql(const QString &address, const QString &sql)
{
    QProcess program;
    program.start(u"psql"_s,
                  {u"--quiet"_s,
                   u"--no-psqlrc"_s,
                   u"--set=ON_ERROR_STOP=1"_s,
                   u"--dbname"_s,
                   address,
                   u"--command"_s,
                   sql});
    if (!program.waitForFinished() || program.exitCode() != 0)
        qFatal("psql: %s", program.readAllStandardError().constData());
}

void empty(store::Database &database)
{
    const auto tables = database.select(u"SELECT tablename AS name FROM pg_tables WHERE schemaname "
                                        u"= current_schema() AND tablename "
                                        "<> 'fairlead_schema'"_s);
    const auto emptied = database.transaction([&]() -> Result<> {
        // Whatever belongs to what: all of it goes.
        const auto loose =
            database.select(u"SELECT set_config('session_replication_role', 'replica', true)"_s);
        if (!loose)
            return failure(loose.error());
        for (const store::Row &table : tables.value()) {
            if (const auto gone = database.execute(u"DELETE FROM "_s + table.text(u"name"_s));
                !gone)
                return failure(gone.error());
        }
        return {};
    });
    if (!emptied)
        qFatal("%s", qPrintable(emptied.error().message));
}

QString nextName(Databases &databases)
{
    for (auto known = databases.names.begin(); known != databases.names.end(); ++known) {
        if (QFileInfo::exists(known.key()))
            continue;
        const QString name = known.value();
        databases.names.erase(known);
        empty(*store::Database::open(
                   store::DatabaseAddress::ofServer(addressOf(databases, name)).value())
                   .value());
        return name;
    }
    const QString name =
        u"test_%1_%2"_s.arg(QCoreApplication::applicationPid()).arg(databases.names.size());
    psql(databases.server, u"CREATE DATABASE %1"_s.arg(name));
    return name;
}

} // namespace

store::DatabaseAddress testDatabase(const QString &folder)
{
    static Databases databases;
    if (databases.server.isEmpty()) {
        QFile file(qEnvironmentVariable("FAIRLEAD_TEST_DATABASE"));
        if (file.fileName().isEmpty())
            return store::DatabaseAddress::ofFile(folder + u"/fairlead.db"_s);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("There is no %s.", qPrintable(file.fileName()));
        databases.server = QString::fromUtf8(file.readAll()).trimmed();
    }
    if (!databases.names.contains(folder)) {
        const QString name = nextName(databases);
        databases.names.insert(folder, name);
    }
    return store::DatabaseAddress::ofServer(addressOf(databases, databases.names.value(folder)))
        .value();
}

std::unique_ptr<store::Database> openTestDatabase(const QString &folder)
{
    auto opened = store::Database::open(testDatabase(folder));
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
    return std::move(*opened);
}

} // namespace fairlead::fakes
