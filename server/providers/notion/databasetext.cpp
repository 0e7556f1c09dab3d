// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/databasetext.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"

#include <algorithm>

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

const PropertyValue *valueOf(const Page &row, const QString &name)
{
    const auto value = std::find_if(row.properties.begin(),
                                    row.properties.end(),
                                    [&](const PropertyValue &each) { return each.name == name; });
    return value == row.properties.end() || value->text.isEmpty() ? nullptr : &*value;
}

/** The columns of which some row has a value, as they were asked for: named once, above the rows.
 */
QStringList filledColumns(const QList<Page> &rows, const QStringList &names)
{
    QStringList columns = names;
    for (const Page &row : names.isEmpty() ? rows : QList<Page>()) {
        for (const PropertyValue &value : row.properties) {
            if (!columns.contains(value.name))
                columns.append(value.name);
        }
    }
    columns.removeIf([&](const QString &name) {
        return std::none_of(rows.begin(), rows.end(), [&](const Page &row) {
            return valueOf(row, name) != nullptr;
        });
    });
    return columns;
}

QString rowLine(const Page &row, const QStringList &columns)
{
    QStringList cells{bareId(row.id),
                      row.title.isEmpty() ? u"Untitled"_s : cleanedLine(row.title, nameLimit)};
    for (const QString &column : columns) {
        const PropertyValue *const value = valueOf(row, column);
        cells.append(value ? cleanedLine(value->text, valueLimit) : u"-"_s);
    }
    return cells.join(u"  "_s) + u'\n';
}

QString rowsHead(const QStringList &columns)
{
    QStringList names{u"id"_s, u"title"_s};
    for (const QString &column : columns)
        names.append(cleanedLine(column, nameLimit));
    return names.join(u"  "_s);
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
    const QStringList columns = filledColumns(page.rows, names);
    const QString count = page.rows.size() == 1 ? u"1 row"_s : u"%1 rows"_s.arg(page.rows.size());
    QString result = page.rows.isEmpty()
        ? u"No rows of \"%1\" fit.\n"_s.arg(title)
        : u"%1 of \"%2\" (%3):\n"_s.arg(count, title, rowsHead(columns));
    for (const Page &row : page.rows)
        result += rowLine(row, columns);
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
