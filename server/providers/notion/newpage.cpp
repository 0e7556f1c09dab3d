// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/newpage.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/tools/nearestname.h"

#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype chunk = 2000; // of text in one piece: Notion's limit
constexpr qsizetype mostValues = 100; // in a list: Notion's limit
constexpr qsizetype optionsShown = 50;

/** One property while it is being turned into Notion's form. */
struct Given
{
    const Column &column;
    const QJsonValue &value;
    const PeopleIds &people;
};

QString shown(const QJsonValue &value)
{
    if (value.isArray() || value.isObject())
        return value.isArray() ? u"a list"_s : u"an object"_s;
    return u"\"%1\""_s.arg(cleanedLine(value.toVariant().toString(), 100));
}

tl::unexpected<Error> refused(const Given &given, const QString &allowed)
{
    return failure(ErrorCode::InvalidInput,
                   u"Property \"%1\" is %2, but must be %3."_s.arg(
                       given.column.name, shown(given.value), allowed));
}

std::optional<QString> plain(const QJsonValue &value)
{
    if (value.isString() || value.isDouble() || value.isBool())
        return value.toVariant().toString();
    return std::nullopt;
}

/** The one text, or each of a list; nothing when there is something else among them. */
std::optional<QStringList> texts(const QJsonValue &value)
{
    QStringList all;
    const QJsonArray values = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const auto &each : values) {
        const auto text = plain(each);
        if (!text)
            return std::nullopt;
        all.append(text->trimmed());
    }
    return all;
}

QJsonArray richText(const QString &text)
{
    QJsonArray parts;
    for (qsizetype start = 0; start < text.size();) {
        qsizetype end = std::min(start + chunk, text.size());
        if (end < text.size() && text[end].isLowSurrogate())
            --end;
        parts.append(
            QJsonObject{{"text"_L1, QJsonObject{{"content"_L1, text.mid(start, end - start)}}}});
        start = end;
    }
    return parts;
}

Result<QJsonValue> textValue(const Given &given)
{
    const auto text = plain(given.value);
    if (!text || text->size() > chunk * mostValues)
        return refused(given, u"a text of at most %1 characters"_s.arg(chunk * mostValues));
    return richText(*text);
}

Result<QJsonValue> stringValue(const Given &given)
{
    const auto text = plain(given.value);
    if (!text || text->isEmpty() || text->size() > chunk)
        return refused(given, u"a text of 1 to %1 characters"_s.arg(chunk));
    return *text;
}

Result<QJsonValue> numberValue(const Given &given)
{
    if (given.value.isDouble())
        return given.value;
    bool isNumber = false;
    const double number = given.value.toString().trimmed().toDouble(&isNumber);
    if (!isNumber || !qIsFinite(number))
        return refused(given, u"a number"_s);
    return number;
}

Result<QJsonValue> flagValue(const Given &given)
{
    if (given.value.isBool())
        return given.value;
    const QString word = given.value.toString().trimmed().toLower();
    if (word == "true"_L1 || word == "yes"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1)
        return false;
    return refused(given, u"true or false"_s);
}

Result<QJsonValue> optionNamed(const Given &given, const QString &wanted)
{
    for (const QString &option : given.column.options) {
        if (option.compare(wanted, Qt::CaseInsensitive) == 0)
            return QJsonObject{{"name"_L1, option}};
    }
    const QStringList &all = given.column.options;
    QString options = all.first(std::min(all.size(), optionsShown)).join(u", "_s);
    if (all.size() > optionsShown)
        options += u" and %1 more"_s.arg(all.size() - optionsShown);
    return failure(ErrorCode::InvalidInput,
                   u"Property \"%1\" has no option \"%2\". Allowed: %3. New options are added in "
                   "Notion."_s.arg(given.column.name,
                                   cleanedLine(wanted, 100),
                                   options.isEmpty() ? u"none yet"_s : options));
}

Result<QJsonValue> optionValue(const Given &given)
{
    const auto text = plain(given.value);
    if (!text)
        return refused(given, u"one of its options"_s);
    return optionNamed(given, text->trimmed());
}

Result<QJsonValue> optionsValue(const Given &given)
{
    const auto names = texts(given.value);
    if (!names || names->size() > mostValues)
        return refused(given, u"a list of its options"_s);
    QJsonArray options;
    for (const QString &name : *names) {
        const auto option = optionNamed(given, name);
        if (!option)
            return option;
        options.append(*option);
    }
    return options;
}

bool isTime(const QString &text)
{
    static const QRegularExpression grammar(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,6})?)?"
        "(?:Z|[+-][0-9]{2}:[0-9]{2})?)?\\z"_s);
    const QRegularExpressionMatch match = grammar.match(text);
    return match.hasMatch() && QDate::fromString(match.captured(1), Qt::ISODate).isValid();
}

Result<QJsonValue> dateValue(const Given &given)
{
    static const QRegularExpression separator(u"\\s*/\\s*|\\s+to\\s+"_s);
    const QJsonObject object = given.value.toObject();
    QStringList times{object.value("start"_L1).toString(), object.value("end"_L1).toString()};
    if (!given.value.isObject())
        times = given.value.toString().trimmed().split(separator);
    times.removeAll(QString());
    if (times.isEmpty() || times.size() > 2 || !std::all_of(times.begin(), times.end(), isTime)) {
        return refused(
            given,
            u"a date such as 2026-12-01 or 2026-12-01T09:30:00Z, or two with a / between "
            "them"_s);
    }
    QJsonObject date{{"start"_L1, times.first()}};
    if (times.size() == 2)
        date.insert("end"_L1, times.last());
    return date;
}

Result<QJsonValue> peopleValue(const Given &given)
{
    const auto names = texts(given.value);
    if (!names || names->size() > mostValues)
        return refused(given, u"people: names, e-mails or ids, or \"me\""_s);
    QJsonArray people;
    for (const QString &name : *names) {
        QString id = canonicalId(name);
        if (id.isEmpty())
            id = given.people.value(name.toLower());
        if (id.isEmpty())
            return failure(ErrorCode::InvalidInput,
                           u"Property \"%1\" names \"%2\", whom Notion does not know."_s.arg(
                               given.column.name, cleanedLine(name, 100)));
        people.append(QJsonObject{{"object"_L1, "user"_L1}, {"id"_L1, id}});
    }
    return people;
}

Result<QJsonValue> relationValue(const Given &given)
{
    const auto pages = texts(given.value);
    if (!pages || pages->size() > mostValues)
        return refused(given, u"a list of pages, by id or URL"_s);
    QJsonArray relation;
    for (const QString &page : *pages) {
        const auto id = notionId(page, "properties"_L1);
        if (!id)
            return refused(given, u"a list of pages, by id or URL"_s);
        relation.append(QJsonObject{{"id"_L1, *id}});
    }
    return relation;
}

struct Converter
{
    QLatin1StringView type;
    Result<QJsonValue> (*convert)(const Given &);
};

constexpr std::array<Converter, 12> converters{{
    {"rich_text"_L1, textValue},
    {"number"_L1, numberValue},
    {"select"_L1, optionValue},
    {"status"_L1, optionValue},
    {"multi_select"_L1, optionsValue},
    {"date"_L1, dateValue},
    {"checkbox"_L1, flagValue},
    {"url"_L1, stringValue},
    {"email"_L1, stringValue},
    {"phone_number"_L1, stringValue},
    {"people"_L1, peopleValue},
    {"relation"_L1, relationValue},
}};

Result<QJsonValue> converted(const Given &given)
{
    for (const Converter &converter : converters) {
        if (converter.type == given.column.type)
            return converter.convert(given);
    }
    if (given.column.type == "title"_L1) {
        return failure(
            ErrorCode::InvalidInput,
            u"Property \"%1\" is the title: pass it as \"title\"."_s.arg(given.column.name));
    }
    return failure(ErrorCode::InvalidInput,
                   u"Property \"%1\" is of the kind %2, which cannot be set here."_s.arg(
                       given.column.name, given.column.type));
}

const Column *columnNamed(const QList<Column> &columns, const QString &name)
{
    const auto with = [&columns](auto &&fits) {
        const auto found = std::find_if(columns.begin(), columns.end(), fits);
        return found == columns.end() ? nullptr : &*found;
    };
    if (const Column *exact = with([&](const Column &each) { return each.name == name; }))
        return exact;
    return with([&](const Column &each) {
        return each.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
}

tl::unexpected<Error> noColumn(const QString &name, const QList<Column> &columns)
{
    QStringList names;
    for (const Column &column : columns)
        names.append(column.name);
    const auto meant = tools::nearestName(name, names);
    return failure(ErrorCode::InvalidInput,
                   u"The database has no property \"%1\".%2 It has: %3."_s.arg(
                       cleanedLine(name, 100),
                       meant ? u" Did you mean \"%1\"?"_s.arg(*meant) : QString(),
                       cleanedLine(names.join(u", "_s), 2000)));
}

} // namespace

QStringList peopleIn(const QJsonObject &given, const QList<Column> &columns)
{
    QStringList names;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const Column *const column = columnNamed(columns, it.key());
        if (!column || column->type != "people"_L1 || it.value().isNull())
            continue;
        for (const QString &name : texts(it.value()).value_or(QStringList())) {
            if (canonicalId(name).isEmpty() && !names.contains(name.toLower()))
                names.append(name.toLower());
        }
    }
    return names;
}

Result<QJsonObject> rowProperties(const QString &title,
                                  const QJsonObject &given,
                                  const QList<Column> &columns,
                                  const PeopleIds &people)
{
    QJsonObject properties;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const Column *const column = columnNamed(columns, it.key());
        if (!column)
            return noColumn(it.key(), columns);
        const QJsonValue value = it.value();
        if (value.isNull())
            continue;
        const auto property = converted({*column, value, people});
        if (!property)
            return failure(property.error());
        properties.insert(column->name, QJsonObject{{column->type, *property}});
    }
    for (const Column &column : columns) {
        if (column.type == "title"_L1)
            properties.insert(column.name, QJsonObject{{"title"_L1, richText(title)}});
    }
    return properties;
}

QJsonObject pageProperties(const QString &title)
{
    return {{"title"_L1, QJsonObject{{"title"_L1, richText(title)}}}};
}

} // namespace fairlead::providers::notion
