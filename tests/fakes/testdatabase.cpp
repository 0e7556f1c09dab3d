// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fakes/testdatabase.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace fairlead::fakes {
namespace {

/** Making a database takes longer than most tests: the next folder gets that of one that is gone,
 * and the next program those of this one. */
struct Databases
{
    Databases() = default;
    ~Databases()
    {
        for (const QString &name : std::as_const(names)) {
            if (!QFile(free().filePath(name)).open(QIODevice::WriteOnly))
                qWarning("The database %s is not used again", qPrintable(name));
        }
    }
    Q_DISABLE_COPY_MOVE(Databases)

    [[nodiscard]] QDir free() const { return QDir(server.section(u"host="_s, 1) + u"/free"_s); }

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

void require(const Result<qint64> &done)
{
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

/** One that nobody has any more; nothing when there is none. */
QString takeFree(Databases &databases)
{
    for (auto known = databases.names.begin(); known != databases.names.end(); ++known) {
        if (QFileInfo::exists(known.key()))
            continue;
        const QString name = known.value();
        databases.names.erase(known);
        return name;
    }
    for (const QString &name : databases.free().entryList(QDir::Files)) {
        // Another program may be faster.
        if (QFile::remove(databases.free().filePath(name)))
            return name;
    }
    return {};
}

QString nextName(Databases &databases)
{
    if (const QString name = takeFree(databases); !name.isEmpty()) {
        const auto address = store::DatabaseAddress::ofServer(addressOf(databases, name)).value();
        const auto database = store::Database::open(address).value();
        require(database->execute(u"SELECT test_empty()"_s));
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

void refuseChanges(store::Database &database, const QString &table, const QString &change)
{
    if (database.address().isFile()) {
        require(
            database.execute(u"CREATE TEMP TRIGGER test_refusal BEFORE %1 ON main.%2 BEGIN SELECT "
                             "RAISE(ABORT, 'refused'); END"_s.arg(change, table)));
        return;
    }
    require(database.execute(u"CREATE FUNCTION test_refusal() RETURNS trigger LANGUAGE plpgsql AS "
                             "'BEGIN RAISE check_violation; END'"_s));
    require(database.execute(u"CREATE TRIGGER test_refusal BEFORE %1 ON %2 FOR EACH ROW EXECUTE "
                             "FUNCTION test_refusal()"_s.arg(change, table)));
}

void refuseWrites(store::Database &database)
{
    require(database.execute(database.address().isFile()
                                 ? u"PRAGMA query_only = ON"_s
                                 : u"SET default_transaction_read_only = on"_s));
}

void allowWrites(store::Database &database)
{
    require(database.execute(database.address().isFile()
                                 ? u"PRAGMA query_only = OFF"_s
                                 : u"SET default_transaction_read_only = off"_s));
}

} // namespace fairlead::fakes
