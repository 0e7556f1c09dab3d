// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/secrets/meta.h"

#include "server/store/database.h"

using namespace Qt::StringLiterals;

namespace fairlead::secrets {

Result<QString> metaValue(const store::Database &database, const QString &name)
{
    const auto rows = database.select(u"SELECT value FROM meta WHERE name = ?"_s, {name});
    if (!rows)
        return failure(rows.error());
    return rows->isEmpty() ? QString() : rows->first().text(u"value"_s);
}

Result<QString> setMetaValue(store::Database &database, const QString &name, const QString &value)
{
    const auto set = database.execute(
        u"INSERT INTO meta (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s,
        {name, value});
    return set ? metaValue(database, name) : failure(set.error());
}

} // namespace fairlead::secrets
