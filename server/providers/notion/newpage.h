// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/propertyvalues.h"

/** A new page from plain values, by the columns of where it goes. Pure functions. */
namespace fairlead::providers::notion {

/** The properties of a row as Notion wants them; the errors are those of propertyValues(). */
[[nodiscard]] Result<QJsonObject> rowProperties(const QString &title,
                                                const QJsonObject &given,
                                                const QList<Column> &columns,
                                                const PeopleIds &people,
                                                bool mayAddOptions = false);

/** The properties of a page that is no row: a title and nothing else. */
[[nodiscard]] QJsonObject pageProperties(const QString &title);

} // namespace fairlead::providers::notion
