// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QStringList>

namespace fairlead::store {

/** One numbered step of the database's schema. */
struct Migration
{
    int version = 0; ///< 1, 2, 3, … without gaps
    QString name; ///< the file's name, for messages
    QStringList statements;

    bool operator==(const Migration &) const = default;
};

/** The migrations compiled into the program (resources/migrations), in order. */
[[nodiscard]] Result<QList<Migration>> builtInMigrations();

/** The statements of a migration file: each ends with a semicolon at the end of a line; lines that
 * start with "--" are comments. */
[[nodiscard]] QStringList splitStatements(const QString &sql);

} // namespace fairlead::store
