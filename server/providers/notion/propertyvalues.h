// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/notion/notiontypes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>

/** Plain values as Notion wants them, by the columns of a data source. Pure functions. */
namespace fairlead::providers::notion {

/** Ids of people by how the caller named them, lower case. */
using PeopleIds = QHash<QString, QString>;

/** The column of that name, whatever its case, or id; nullptr: none. */
[[nodiscard]] const Column *columnNamed(const QList<Column> &columns, const QString &name);
/** Names the nearest one and all there are. */
[[nodiscard]] Error noColumn(const QString &name, const QList<Column> &columns);

/** The option of a column as Notion writes it. */
[[nodiscard]] std::optional<QString> optionIn(const Column &column, const QString &wanted);
[[nodiscard]] Error noOption(const Column &column, const QString &wanted);

/** The people that are named by "me", a name or an e-mail, lower case; those named by an id need no
 * looking up. */
[[nodiscard]] QStringList peopleIn(const QJsonObject &given, const QList<Column> &columns);

/**
 * The properties as a request has them; null empties one. InvalidInput says which one is wrong, its
 * value and what is allowed; nothing is guessed, and no option is made that is not there yet unless
 * `mayAddOptions`.
 */
[[nodiscard]] Result<QJsonObject> propertyValues(const QJsonObject &given,
                                                 const QList<Column> &columns,
                                                 const PeopleIds &people,
                                                 bool mayAddOptions = false);

/** "2026-12-01", with a time of day or without. */
[[nodiscard]] bool isDate(const QString &text);

/** A text in pieces that Notion takes. */
[[nodiscard]] QJsonArray richTextOf(const QString &text);

} // namespace fairlead::providers::notion
