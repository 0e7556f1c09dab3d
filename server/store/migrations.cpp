// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrations.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

// Q_INIT_RESOURCE has to be called outside of any namespace.
static void registerMigrations()
{
    Q_INIT_RESOURCE(migrations);
}

namespace fairlead::store {

QStringList splitStatements(const QString &sql)
{
    QStringList statements;
    QString current;
    for (const QString &line : sql.split(u'\n')) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty() || trimmed.startsWith("--"_L1))
            continue;
        current += line + u'\n';
        if (trimmed.endsWith(u';')) {
            statements.append(current.trimmed().chopped(1));
            current.clear();
        }
    }
    if (!current.isEmpty())
        statements.append(current.trimmed());
    return statements;
}

Result<QList<Migration>> builtInMigrations()
{
    registerMigrations();
    const QDir folder(u":/fairlead/migrations"_s);
    QList<Migration> migrations;
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        const int version = name.section(u'_', 0, 0).toInt();
        if (version != migrations.size() + 1 || !file.open(QIODevice::ReadOnly))
            return failure(ErrorCode::Internal,
                           u"The migration %1 that is compiled into this program is unreadable or "
                           "out of order. Install Fairlead again."_s.arg(name));
        migrations.append({.version = version,
                           .name = name,
                           .statements = splitStatements(QString::fromUtf8(file.readAll()))});
    }
    return migrations;
}

} // namespace fairlead::store
