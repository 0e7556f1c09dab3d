// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/notion/notiontypes.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>

namespace fairlead::providers::notion {

/** Of the databases that relations name, as they were given: the ids of their data sources. */
using RelatedSources = QHash<QString, QString>;

/** What the relations in a simple schema point to, as given. */
[[nodiscard]] QStringList relatedIn(const QJsonObject &schema);

/**
 * Notion's definitions of columns from simple ones: {"Name":"title","Points":"number",
 * "Status":{"select":["A","B"]},"Share":{"number":"percent"},"Tasks":{"relation":"id or URL"},
 * "Double":{"formula":"…"}}. InvalidInput names the column and says what is allowed.
 */
[[nodiscard]] Result<QJsonObject> columnsFrom(const QJsonObject &schema,
                                              const RelatedSources &related);

/** The column of that name, in any case; InvalidInput lists what there is. */
[[nodiscard]] Result<Column> columnNamed(const QString &name, const QList<Column> &columns);

/** The options of a column after some were added or removed; all that stay must be sent. */
[[nodiscard]] Result<QJsonObject> optionsChanged(const Column &column,
                                                 const QStringList &added,
                                                 const QStringList &removed);

} // namespace fairlead::providers::notion
