// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/propertyvalues.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"
#include "server/tools/nearestname.h"

#include <QDate>
#include <QRegularExpression>
#include <QUrl>

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
    bool mayAddOptions = false;
};

Error inputError(QString message)
{
    return {.code = ErrorCode::InvalidInput, .message = std::move(message)};
}

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

Result<QJsonValue> textValue(const Given &given)
{
    const auto text = plain(given.value);
    if (!text || text->size() > chunk * mostValues)
        return refused(given, u"a text of at most %1 characters"_s.arg(chunk * mostValues));
    return richTextOf(*text);
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

QString optionsText(const QStringList &all)
{
    QString options = all.first(std::min(all.size(), optionsShown)).join(u", "_s);
    if (all.size() > optionsShown)
        options += u" and %1 more"_s.arg(all.size() - optionsShown);
    return options.isEmpty() ? u"none yet"_s : options;
}

Result<QJsonValue> optionNamed(const Given &given, const QString &wanted)
{
    if (const auto option = optionIn(given.column, wanted))
        return QJsonObject{{"name"_L1, *option}};
    const bool canBeNew = given.column.type != "status"_L1; // Notion makes those in its app only
    const QString name = cleanedLine(wanted, 100);
    if (canBeNew && given.mayAddOptions && !name.isEmpty() && !name.contains(u','))
        return QJsonObject{{"name"_L1, name}};
    Error error = noOption(given.column, wanted);
    error.message += canBeNew ? u" A new one is added with new_options: true."_s
                              : u" New ones are added in Notion."_s;
    return failure(std::move(error));
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

Result<QJsonValue> dateValue(const Given &given)
{
    static const QRegularExpression separator(u"\\s*/\\s*|\\s+to\\s+"_s);
    const QJsonObject object = given.value.toObject();
    QStringList times{object.value("start"_L1).toString(), object.value("end"_L1).toString()};
    if (!given.value.isObject())
        times = given.value.toString().trimmed().split(separator);
    times.removeAll(QString());
    if (times.isEmpty() || times.size() > 2 || !std::all_of(times.begin(), times.end(), isDate)) {
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

Result<QJsonValue> filesValue(const Given &given)
{
    const auto links = texts(given.value);
    if (!links || links->size() > mostValues)
        return refused(given, u"a list of https:// links"_s);
    QJsonArray files;
    for (const QString &link : *links) {
        const QUrl url(link, QUrl::StrictMode);
        if (!url.isValid() || url.scheme() != "https"_L1 || url.host().isEmpty())
            return refused(given, u"a list of https:// links"_s);
        const QString name = url.fileName().isEmpty() ? url.host() : url.fileName();
        files.append(QJsonObject{{"name"_L1, name.left(100)},
                                 {"external"_L1, QJsonObject{{"url"_L1, link}}}});
    }
    return files;
}

struct Converter
{
    QLatin1StringView type;
    Result<QJsonValue> (*convert)(const Given &) = nullptr;
};

constexpr std::array<Converter, 14> converters{{
    {"title"_L1, textValue},
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
    {"files"_L1, filesValue},
}};

/** What a property is set to so that it is empty. */
QJsonValue emptyValue(const QString &type)
{
    constexpr std::array lists{
        "title"_L1, "rich_text"_L1, "multi_select"_L1, "people"_L1, "relation"_L1, "files"_L1};
    if (std::find(lists.begin(), lists.end(), type) != lists.end())
        return QJsonArray();
    return type == "checkbox"_L1 ? QJsonValue(false) : QJsonValue(QJsonValue::Null);
}

Result<QJsonValue> converted(const Given &given)
{
    for (const Converter &converter : converters) {
        if (converter.type == given.column.type)
            return given.value.isNull() ? emptyValue(given.column.type) : converter.convert(given);
    }
    return failure(ErrorCode::InvalidInput,
                   u"Property \"%1\" is of the kind %2: Notion itself makes its value, or only its "
                   "app can set it. Leave it out."_s.arg(given.column.name, given.column.type));
}

} // namespace

bool isDate(const QString &text)
{
    static const QRegularExpression grammar(
        u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,6})?)?"
        "(?:Z|[+-][0-9]{2}:[0-9]{2})?)?\\z"_s);
    const QRegularExpressionMatch match = grammar.match(text);
    return match.hasMatch() && QDate::fromString(match.captured(1), Qt::ISODate).isValid();
}

QJsonArray richTextOf(const QString &text)
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

const Column *columnNamed(const QList<Column> &columns, const QString &name)
{
    const auto with = [&columns](auto &&fits) {
        const auto found = std::find_if(columns.begin(), columns.end(), fits);
        return found == columns.end() ? nullptr : &*found;
    };
    if (const Column *exact = with([&](const Column &each) { return each.name == name; }))
        return exact;
    if (const Column *similar = with([&](const Column &each) {
            return each.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
        }))
        return similar;
    return with([&](const Column &each) { return !name.isEmpty() && each.id == name; });
}

Error noColumn(const QString &name, const QList<Column> &columns)
{
    QStringList names;
    for (const Column &column : columns)
        names.append(column.name);
    const auto meant = tools::nearestName(name, names);
    return inputError(u"The database has no property \"%1\".%2 It has: %3."_s.arg(
        cleanedLine(name, 100),
        meant ? u" Did you mean \"%1\"?"_s.arg(*meant) : QString(),
        cleanedLine(names.join(u", "_s), 2000)));
}

std::optional<QString> optionIn(const Column &column, const QString &wanted)
{
    for (const QString &option : column.options) {
        if (option.compare(wanted.trimmed(), Qt::CaseInsensitive) == 0)
            return option;
    }
    return std::nullopt;
}

Error noOption(const Column &column, const QString &wanted)
{
    const auto meant = tools::nearestName(wanted, column.options);
    return inputError(u"Property \"%1\" has no option \"%2\".%3 Allowed: %4."_s.arg(
        column.name,
        cleanedLine(wanted, 100),
        meant ? u" Did you mean \"%1\"?"_s.arg(*meant) : QString(),
        optionsText(column.options)));
}

QStringList peopleIn(const QJsonObject &given, const QList<Column> &columns)
{
    QStringList names;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const Column *const column = columnNamed(columns, it.key());
        if (column == nullptr || column->type != "people"_L1 || it.value().isNull())
            continue;
        for (const QString &name : texts(it.value()).value_or(QStringList())) {
            if (canonicalId(name).isEmpty() && !names.contains(name.toLower()))
                names.append(name.toLower());
        }
    }
    return names;
}

Result<QJsonObject> propertyValues(const QJsonObject &given,
                                   const QList<Column> &columns,
                                   const PeopleIds &people,
                                   bool mayAddOptions)
{
    QJsonObject properties;
    for (auto it = given.begin(); it != given.end(); ++it) {
        const Column *const column = columnNamed(columns, it.key());
        if (column == nullptr)
            return failure(noColumn(it.key(), columns));
        const QJsonValue value = it.value();
        const auto property = converted({*column, value, people, mayAddOptions});
        if (!property)
            return failure(property.error());
        properties.insert(column->name, QJsonObject{{column->type, *property}});
    }
    return properties;
}

} // namespace fairlead::providers::notion
