// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/newpage.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {

Result<QJsonObject> rowProperties(const QString &title,
                                  const QJsonObject &given,
                                  const QList<Column> &columns,
                                  const PeopleIds &people,
                                  bool mayAddOptions)
{
    QJsonObject wanted;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const Column *const column = columnNamed(columns, it.key());
        if (column != nullptr && column->type == "title"_L1) {
            return failure(
                ErrorCode::InvalidInput,
                u"Property \"%1\" is the title: pass it as \"title\"."_s.arg(column->name));
        }
        // A new row is empty anyway.
        if (column == nullptr || !it.value().isNull())
            wanted.insert(it.key(), it.value());
    }
    auto properties = propertyValues(wanted, columns, people, mayAddOptions);
    if (!properties)
        return properties;
    for (const Column &column : columns) {
        if (column.type == "title"_L1)
            properties->insert(column.name, QJsonObject{{"title"_L1, richTextOf(title)}});
    }
    return properties;
}

QJsonObject pageProperties(const QString &title)
{
    return {{"title"_L1, QJsonObject{{"title"_L1, richTextOf(title)}}}};
}

} // namespace fairlead::providers::notion
