// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/databasetext.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion::text {
namespace {

constexpr qsizetype nameLimit = 200;
constexpr qsizetype valueLimit = 120; // of a property in a row
constexpr qsizetype optionsLimit = 1500;

QString columnLine(const Column &column)
{
    QString line = u"  %1: %2"_s.arg(cleanedLine(column.name, nameLimit), column.type);
    if (!column.options.isEmpty())
        line += u" (%1)"_s.arg(cleanedLine(column.options.join(u", "_s), optionsLimit));
    if (column.type == "relation"_L1 && !column.detail.isEmpty())
        line += u" → data source "_s + bareId(column.detail);
    else if (!column.detail.isEmpty() && column.detail != "number"_L1)
        line += u" (%1)"_s.arg(column.detail);
    return line + u'\n';
}

QString sourceText(const DataSource &source)
{
    QString result = u"%1%2  data source %3\n"_s.arg(
        source.title.isEmpty() ? u"Untitled"_s : cleanedLine(source.title, nameLimit),
        source.isInTrash ? u" (in trash)"_s : QString(),
        bareId(source.id));
    for (const Column &column : source.columns)
        result += columnLine(column);
    return result;
}

QString rowLine(const Page &row, const QStringList &names)
{
    QStringList parts{bareId(row.id),
                      row.title.isEmpty() ? u"Untitled"_s : cleanedLine(row.title, nameLimit)};
    const auto add = [&parts](const PropertyValue &value) {
        if (!value.text.isEmpty())
            parts.append(u"%1: %2"_s.arg(cleanedLine(value.name, nameLimit),
                                         cleanedLine(value.text, valueLimit)));
    };
    for (const PropertyValue &value : names.isEmpty() ? row.properties : QList<PropertyValue>())
        add(value);
    for (const QString &name : names) {
        for (const PropertyValue &value : row.properties) {
            if (value.name == name)
                add(value);
        }
    }
    return parts.join(u"  "_s) + u'\n';
}

} // namespace

QString databaseText(const SourceTarget &target)
{
    const Database &database = target.database;
    const QString id = database.id.isEmpty() ? target.sources.first().databaseId : database.id;
    QString result;
    if (!id.isEmpty())
        result = u"Database %1\n"_s.arg(urlOf(id));
    for (const DataSource &source : target.sources)
        result += sourceText(source);
    if (database.dataSources.size() > target.sources.size()) {
        result += u"and %1 more data sources\n"_s.arg(database.dataSources.size()
                                                      - target.sources.size());
    }
    return result.trimmed();
}

QString rowsText(const RowPage &page, const DataSource &source, const QStringList &names)
{
    const QString title = cleanedLine(source.title, nameLimit);
    QString result = page.rows.size() == 1
        ? u"1 row of \"%1\":\n"_s.arg(title)
        : u"%1 rows of \"%2\":\n"_s.arg(page.rows.size()).arg(title);
    if (page.rows.isEmpty())
        result = u"No rows of \"%1\" fit.\n"_s.arg(title);
    for (const Page &row : page.rows)
        result += rowLine(row, names);
    if (!page.nextCursor.isEmpty())
        result += u"More: call again with cursor: \"%1\"\n"_s.arg(page.nextCursor);
    if (page.isIncomplete) {
        result += u"Notion gives no more than 10,000 rows of one query, and there are more. Go on "
                  "with a narrower filter, such as {\"created_time\":{\"before\":\"…\"}} and sorts "
                  "[\"-created_time\"].\n"_s;
    }
    return result.trimmed();
}

} // namespace fairlead::providers::notion::text
