// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/columnbuilder.h"

#include "server/base/text.h"
#include "server/tools/nearestname.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype mostOptions = 100; // Notion's limit
constexpr qsizetype longestOption = 100; // Notion's limit

/** A kind of column, and how people call it. */
struct Kind
{
    QLatin1StringView name;
    QLatin1StringView other = {};
};

constexpr std::array<Kind, 20> kinds{{{"title"_L1},
                                      {"rich_text"_L1, "text"_L1},
                                      {"number"_L1},
                                      {"select"_L1},
                                      {"multi_select"_L1, "tags"_L1},
                                      {"status"_L1},
                                      {"date"_L1},
                                      {"people"_L1, "person"_L1},
                                      {"files"_L1, "file"_L1},
                                      {"checkbox"_L1, "boolean"_L1},
                                      {"url"_L1},
                                      {"email"_L1},
                                      {"phone_number"_L1, "phone"_L1},
                                      {"unique_id"_L1, "id"_L1},
                                      {"relation"_L1},
                                      {"formula"_L1},
                                      {"created_time"_L1},
                                      {"created_by"_L1},
                                      {"last_edited_time"_L1},
                                      {"last_edited_by"_L1}}};

QString kindNamed(const QString &given)
{
    const QString name = given.trimmed().toLower();
    for (const Kind &kind : kinds) {
        if (name == kind.name || (!kind.other.isEmpty() && name == kind.other))
            return kind.name;
    }
    return {};
}

tl::unexpected<Error> refused(const QString &column, const QString &what)
{
    return failure(ErrorCode::InvalidInput,
                   u"Column \"%1\" %2"_s.arg(cleanedLine(column, 100), what));
}

tl::unexpected<Error> unknownKind(const QString &column)
{
    QStringList names;
    for (const Kind &kind : kinds)
        names.append(kind.name);
    return refused(column,
                   u"must be one of %1, or an object such as {\"select\":[\"A\",\"B\"]} or "
                   "{\"number\":\"percent\"}."_s.arg(names.join(u", "_s)));
}

bool hasOptions(const QString &kind)
{
    return kind == "select"_L1 || kind == "multi_select"_L1 || kind == "status"_L1;
}

Result<QJsonArray> optionList(const QString &column, const QStringList &names)
{
    if (names.size() > mostOptions)
        return refused(
            column,
            u"has %1 options, but may have %2 at most."_s.arg(names.size()).arg(mostOptions));
    QJsonArray options;
    QStringList seen;
    for (const QString &name : names) {
        if (name.isEmpty() || name.size() > longestOption || name.contains(u','))
            return refused(column,
                           u"has the option \"%1\": an option is a text of 1 to %2 characters "
                           "without commas."_s.arg(cleanedLine(name, 100))
                               .arg(longestOption));
        if (seen.contains(name, Qt::CaseInsensitive))
            return refused(column, u"has the option \"%1\" twice."_s.arg(cleanedLine(name, 100)));
        seen.append(name);
        options.append(QJsonObject{{"name"_L1, name}});
    }
    return options;
}

Result<QJsonObject> withOptions(const QString &column, const QJsonValue &given)
{
    QStringList names;
    for (const auto &option : given.toArray()) {
        const QString name =
            option.isObject() ? option.toObject().value("name"_L1).toString() : option.toString();
        names.append(name.trimmed());
    }
    if (!given.isArray())
        return refused(column, u"needs its options as a list, such as [\"A\",\"B\"]."_s);
    const auto options = optionList(column, names);
    if (!options)
        return failure(options.error());
    return QJsonObject{{"options"_L1, *options}};
}

/** What stands under the kind's name; `given` is what stands there in the simple form. */
Result<QJsonObject> configOf(const QString &column,
                             const QString &kind,
                             const QJsonValue &given,
                             const RelatedSources &related)
{
    if (given.isUndefined() || given.isNull() || given == QJsonObject()) {
        if (kind == "relation"_L1)
            return refused(column,
                           u"is a relation and needs the database that it points to: "
                           "{\"relation\":\"id or URL\"}."_s);
        if (kind == "formula"_L1)
            return refused(column, u"is a formula and needs it: {\"formula\":\"…\"}."_s);
        return QJsonObject();
    }
    if (hasOptions(kind))
        return withOptions(column, given);
    if (!given.isString())
        return refused(column,
                       u"has a value for \"%1\" that is not understood: give a text."_s.arg(kind));
    const QString text = given.toString();
    if (kind == "number"_L1)
        return QJsonObject{{"format"_L1, text}};
    if (kind == "unique_id"_L1)
        return QJsonObject{{"prefix"_L1, text}};
    if (kind == "formula"_L1)
        return QJsonObject{{"expression"_L1, text}};
    if (kind == "relation"_L1)
        return QJsonObject{{"data_source_id"_L1, related.value(text)},
                           {"type"_L1, "single_property"_L1},
                           {"single_property"_L1, QJsonObject()}};
    return refused(column, u"is of the kind %1, which takes nothing more: \"%1\"."_s.arg(kind));
}

Result<QJsonObject> columnFrom(const QString &name,
                               const QJsonValue &simple,
                               const RelatedSources &related)
{
    const QJsonObject object = simple.toObject();
    const bool isNamed = simple.isString();
    const QString kind = isNamed || object.size() != 1 ? kindNamed(simple.toString())
                                                       : kindNamed(object.begin().key());
    if (kind.isEmpty())
        return unknownKind(name);
    const auto config =
        configOf(name, kind, isNamed ? QJsonValue() : QJsonValue(*object.begin()), related);
    if (!config)
        return failure(config.error());
    return QJsonObject{{"type"_L1, kind}, {kind, *config}};
}

} // namespace

QStringList relatedIn(const QJsonObject &schema)
{
    QStringList all;
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        const QString related = it.value().toObject().value("relation"_L1).toString();
        if (!related.isEmpty() && !all.contains(related))
            all.append(related);
    }
    return all;
}

Result<QJsonObject> columnsFrom(const QJsonObject &schema, const RelatedSources &related)
{
    QJsonObject columns;
    for (auto it = schema.begin(); it != schema.end(); ++it) {
        if (it.key().trimmed().isEmpty())
            return failure(ErrorCode::InvalidInput, u"A column has an empty name."_s);
        const auto column = columnFrom(it.key(), it.value(), related);
        if (!column)
            return failure(column.error());
        columns.insert(it.key().trimmed(), *column);
    }
    return columns;
}

Result<Column> columnNamed(const QString &name, const QList<Column> &columns)
{
    QStringList names;
    for (const Column &column : columns) {
        if (column.name == name)
            return column;
        names.append(column.name);
    }
    for (const Column &column : columns) {
        if (column.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0)
            return column;
    }
    const auto meant = tools::nearestName(name, names);
    return failure(ErrorCode::InvalidInput,
                   u"The database has no column \"%1\".%2 It has: %3."_s.arg(
                       cleanedLine(name, 100),
                       meant ? u" Did you mean \"%1\"?"_s.arg(*meant) : QString(),
                       cleanedLine(names.join(u", "_s), 2000)));
}

Result<QJsonObject> optionsChanged(const Column &column,
                                   const QStringList &added,
                                   const QStringList &removed)
{
    if (!hasOptions(column.type))
        return refused(column.name, u"is of the kind %1, which has no options."_s.arg(column.type));
    if (column.type == "status"_L1 && !removed.isEmpty())
        return refused(column.name, u"is a status, whose options can only be removed in Notion."_s);
    QStringList names = column.options;
    for (const QString &name : removed) {
        const qsizetype at = names.indexOf(name);
        if (at < 0)
            return refused(
                column.name,
                u"has no option \"%1\". It has: %2."_s.arg(
                    cleanedLine(name, 100), cleanedLine(column.options.join(u", "_s), 2000)));
        names.removeAt(at);
    }
    // One that is there already stays what it is.
    for (const QString &name : added) {
        if (!names.contains(name.trimmed(), Qt::CaseInsensitive))
            names.append(name.trimmed());
    }
    const auto options = optionList(column.name, names);
    if (!options)
        return failure(options.error());
    return QJsonObject{{column.type, QJsonObject{{"options"_L1, *options}}}};
}

} // namespace fairlead::providers::notion
