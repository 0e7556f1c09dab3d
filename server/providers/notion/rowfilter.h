// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/propertyvalues.h"

/**
 * What a caller wants to see of a data source's rows, as Notion wants it said. Pure functions;
 * InvalidInput says which property or condition is wrong and what is allowed.
 */
namespace fairlead::providers::notion {

/** The people that a filter names by "me", a name or an e-mail, lower case. */
[[nodiscard]] QStringList peopleInFilter(const QJsonObject &filter, const QList<Column> &columns);

/**
 * {"Status":"Done","Due":{"before":"2026-12-01"}}, all of which must hold, as Notion's filter; a
 * list means any of it, null an empty property. Notion's own form, {"property":…}, {"and":[…]},
 * passes, and may have the simple one in it.
 */
[[nodiscard]] Result<QJsonObject> rowFilter(const QJsonObject &filter,
                                            const QList<Column> &columns,
                                            const PeopleIds &people);

/** "Due", "-Priority" for the last first, "created_time"; Notion's own form passes. */
[[nodiscard]] Result<QJsonArray> rowSorts(const QJsonArray &sorts, const QList<Column> &columns);

} // namespace fairlead::providers::notion
