// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/notion/notiontypes.h"

#include <QJsonObject>

namespace fairlead::providers::notion {

/** A change of a data source's columns, ready to be sent. */
struct SchemaChange
{
    QJsonObject body;
    QStringList summary; ///< what it does, a line each
};

/**
 * From the arguments of notion_update_schema, with the columns to add already built. InvalidInput
 * for what the data source does not have, for what it has already, and for what would lose values
 * unless allow_data_loss is set.
 */
[[nodiscard]] Result<SchemaChange> schemaChange(const QJsonObject &arguments,
                                                const DataSource &source,
                                                const QJsonObject &added);

} // namespace fairlead::providers::notion
