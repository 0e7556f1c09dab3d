// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/notion/notiontypes.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

/** A new page from plain values, by the columns of where it goes. Pure functions. */
namespace fairlead::providers::notion {

/** Ids of people by how the caller named them, lower case. */
using PeopleIds = QHash<QString, QString>;

/** The people that are named by "me", a name or an e-mail, lower case; those named by an id need no
 * looking up. */
[[nodiscard]] QStringList peopleIn(const QJsonObject &given, const QList<Column> &columns);

/** The properties of a row as Notion wants them. InvalidInput says which one is wrong, its value
 * and what is allowed; nothing is guessed and no option made that is not there yet. */
[[nodiscard]] Result<QJsonObject> rowProperties(const QString &title,
                                                const QJsonObject &given,
                                                const QList<Column> &columns,
                                                const PeopleIds &people);

/** The properties of a page that is no row: a title and nothing else. */
[[nodiscard]] QJsonObject pageProperties(const QString &title);

} // namespace fairlead::providers::notion
