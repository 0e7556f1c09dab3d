// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notiontext.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/propertytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion::text {
namespace {

constexpr qsizetype lineLimit = 200; // of a title or a property in a list
constexpr qsizetype columnsShown = 40;

QString titleText(const QString &title)
{
    return title.isEmpty() ? u"Untitled"_s : cleanedLine(title, lineLimit);
}

QString foundLine(const Found &found)
{
    const bool isTrashed = found.isDataSource ? found.dataSource.isInTrash : found.page.isInTrash;
    const QString title = found.isDataSource ? found.dataSource.title : found.page.title;
    const QString edited = found.isDataSource ? found.dataSource.edited : found.page.edited;
    return u"%1  %2  %3  %4%5\n"_s.arg(
        found.isDataSource ? u"data_source"_s : u"page"_s,
        bareId(found.isDataSource ? found.dataSource.id : found.page.id),
        edited.isEmpty() ? u"-"_s : shortTime(edited),
        titleText(title),
        isTrashed ? u" (in trash)"_s : QString());
}

QString columnsText(const QList<Column> &columns)
{
    QStringList texts;
    for (const Column &column : columns.first(std::min(columns.size(), columnsShown)))
        texts.append(u"%1 (%2)"_s.arg(cleanedLine(column.name, lineLimit), column.type));
    if (columns.size() > columnsShown)
        texts.append(u"and %1 more"_s.arg(columns.size() - columnsShown));
    return texts.join(u", "_s);
}

QString databaseText(const DataSource &source)
{
    QString ids = u"data source "_s + bareId(source.id);
    if (!source.databaseId.isEmpty())
        ids += u", database "_s + bareId(source.databaseId);
    return u"%1%2\n  %3\n  columns: %4\n"_s.arg(titleText(source.title),
                                                source.isInTrash ? u" (in trash)"_s : QString(),
                                                ids,
                                                columnsText(source.columns));
}

QString more(const FoundPage &page)
{
    return page.nextCursor.isEmpty()
        ? QString()
        : u"More: call again with cursor: \"%1\""_s.arg(page.nextCursor);
}

} // namespace

QString urlOf(const QString &id)
{
    return u"https://www.notion.so/"_s + bareId(id);
}

QString searchText(const FoundPage &page)
{
    if (page.found.isEmpty() && page.nextCursor.isEmpty()) {
        return u"Nothing found. Only titles are searched, and only what is shared with the "
               "connection."_s;
    }
    QString result = page.found.size() == 1
        ? u"1 result (kind  id  edited  title):\n"_s
        : u"%1 results (kind  id  edited  title):\n"_s.arg(page.found.size());
    for (const Found &found : page.found)
        result += foundLine(found);
    return (result + more(page)).trimmed();
}

QString databasesText(const FoundPage &page)
{
    QString result;
    for (const Found &found : page.found) {
        if (found.isDataSource)
            result += databaseText(found.dataSource);
    }
    if (result.isEmpty() && page.nextCursor.isEmpty()) {
        return u"No databases found. Only those that are shared with the connection can be "
               "seen."_s;
    }
    return (result + more(page)).trimmed();
}

QString headerText(const Page &page)
{
    QString result = u"# %1\n%2\n"_s.arg(titleText(page.title), urlOf(page.id));
    if (!page.edited.isEmpty())
        result += u"Edited: %1\n"_s.arg(shortTime(page.edited));
    if (page.isInTrash)
        result += u"In trash\n"_s;
    for (const PropertyValue &property : page.properties) {
        if (!property.text.isEmpty())
            result += u"%1: %2\n"_s.arg(cleanedLine(property.name, lineLimit),
                                        cleanedLine(property.text, 2 * lineLimit));
    }
    return result;
}

Part partOf(const QString &text, qsizetype start, qsizetype limit)
{
    start = std::min(start, text.size());
    qsizetype end = std::min(start + limit, text.size());
    if (end < text.size()) {
        const qsizetype line = text.lastIndexOf(u'\n', end - 1);
        if (line > start + limit / 2)
            end = line + 1;
        else if (text[end].isLowSurrogate())
            --end; // not within a character
    }
    return {text.mid(start, end - start), end};
}

} // namespace fairlead::providers::notion::text
