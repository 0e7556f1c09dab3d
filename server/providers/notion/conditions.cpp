// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/conditions.h"

#include "server/base/text.h"
#include "server/providers/notion/notionid.h"

#include <QHash>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

/** How the values of a property are compared. */
enum class Kind { Text, Number, Flag, Option, Options, People, Pages, Date, Existence, Unknown };

Kind kindOf(const QString &type)
{
    static const QHash<QString, Kind> kinds{{u"title"_s, Kind::Text},
                                            {u"rich_text"_s, Kind::Text},
                                            {u"url"_s, Kind::Text},
                                            {u"email"_s, Kind::Text},
                                            {u"phone_number"_s, Kind::Text},
                                            {u"number"_s, Kind::Number},
                                            {u"unique_id"_s, Kind::Number},
                                            {u"checkbox"_s, Kind::Flag},
                                            {u"select"_s, Kind::Option},
                                            {u"status"_s, Kind::Option},
                                            {u"multi_select"_s, Kind::Options},
                                            {u"people"_s, Kind::People},
                                            {u"created_by"_s, Kind::People},
                                            {u"last_edited_by"_s, Kind::People},
                                            {u"relation"_s, Kind::Pages},
                                            {u"date"_s, Kind::Date},
                                            {u"created_time"_s, Kind::Date},
                                            {u"last_edited_time"_s, Kind::Date},
                                            {u"files"_s, Kind::Existence}};
    return kinds.value(type, Kind::Unknown);
}

const QStringList &spans()
{
    static const QStringList all{u"this_week"_s,
                                 u"past_week"_s,
                                 u"past_month"_s,
                                 u"past_year"_s,
                                 u"next_week"_s,
                                 u"next_month"_s,
                                 u"next_year"_s};
    return all;
}

QStringList conditionsOf(Kind kind)
{
    const QStringList equality{u"equals"_s, u"does_not_equal"_s};
    const QStringList containment{u"contains"_s, u"does_not_contain"_s};
    const QStringList existence{u"is_empty"_s, u"is_not_empty"_s};
    switch (kind) {
    case Kind::Text:
        return containment + equality + QStringList{u"starts_with"_s, u"ends_with"_s} + existence;
    case Kind::Number:
        return equality
            + QStringList{u"greater_than"_s,
                          u"less_than"_s,
                          u"greater_than_or_equal_to"_s,
                          u"less_than_or_equal_to"_s}
        + existence;
    case Kind::Flag:
        return equality;
    case Kind::Option:
        return equality + existence;
    case Kind::Options:
    case Kind::People:
    case Kind::Pages:
        return containment + existence;
    case Kind::Date:
        return QStringList{
                   u"equals"_s, u"before"_s, u"after"_s, u"on_or_before"_s, u"on_or_after"_s}
        + spans() + existence;
    case Kind::Existence:
    case Kind::Unknown:
        break;
    }
    return existence;
}

/** A condition by its usual name: what it is for numbers, and for dates where that differs. */
struct Alias
{
    QLatin1StringView name;
    QLatin1StringView condition;
    QLatin1StringView ofDates;
};

constexpr std::array<Alias, 15> aliases{{
    {"="_L1, "equals"_L1, "equals"_L1},
    {"=="_L1, "equals"_L1, "equals"_L1},
    {"is"_L1, "equals"_L1, "equals"_L1},
    {"eq"_L1, "equals"_L1, "equals"_L1},
    {"!="_L1, "does_not_equal"_L1, "does_not_equal"_L1},
    {"not"_L1, "does_not_equal"_L1, "does_not_equal"_L1},
    {"is_not"_L1, "does_not_equal"_L1, "does_not_equal"_L1},
    {">"_L1, "greater_than"_L1, "after"_L1},
    {">="_L1, "greater_than_or_equal_to"_L1, "on_or_after"_L1},
    {"<"_L1, "less_than"_L1, "before"_L1},
    {"<="_L1, "less_than_or_equal_to"_L1, "on_or_before"_L1},
    {"from"_L1, "greater_than_or_equal_to"_L1, "on_or_after"_L1},
    {"to"_L1, "less_than_or_equal_to"_L1, "on_or_before"_L1},
    {"includes"_L1, "contains"_L1, "contains"_L1},
    {"excludes"_L1, "does_not_contain"_L1, "does_not_contain"_L1},
}};

/** Notion's name of a condition; `known` are those of the kind. */
QString conditionNamed(const QString &name, Kind kind, const QStringList &known)
{
    QString condition = name.trimmed().toLower();
    condition.replace(u' ', u'_');
    for (const Alias &alias : aliases) {
        if (condition == alias.name)
            condition = kind == Kind::Date ? alias.ofDates : alias.condition;
    }
    // A list has what a single value equals.
    if (!known.contains(condition) && condition == "equals"_L1)
        return u"contains"_s;
    if (!known.contains(condition) && condition == "does_not_equal"_L1)
        return u"does_not_contain"_s;
    return condition;
}

QString shown(const QJsonValue &value)
{
    if (value.isObject() || value.isArray())
        return value.isArray() ? u"a list"_s : u"an object"_s;
    return u"\"%1\""_s.arg(cleanedLine(value.toVariant().toString(), 100));
}

tl::unexpected<Error> refused(const Column &column, const QJsonValue &given, const QString &allowed)
{
    return failure(ErrorCode::InvalidInput,
                   u"The filter compares \"%1\" with %2, but must do so with %3."_s.arg(
                       column.name.isEmpty() ? column.type : column.name, shown(given), allowed));
}

Result<QJsonValue> numberOperand(const Column &column, const QJsonValue &given)
{
    if (given.isDouble())
        return given;
    QString text = given.toString().trimmed();
    if (column.type == "unique_id"_L1)
        text = text.section(u'-', -1); // "TASK-7"
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !qIsFinite(number))
        return refused(column, given, u"a number"_s);
    return number;
}

Result<QJsonValue> flagOperand(const Column &column, const QJsonValue &given)
{
    if (given.isBool())
        return given;
    const QString word = given.toString().trimmed().toLower();
    if (word == "true"_L1 || word == "yes"_L1)
        return true;
    if (word == "false"_L1 || word == "no"_L1)
        return false;
    return refused(column, given, u"true or false"_s);
}

Result<QJsonValue> optionOperand(const Column &column, const QJsonValue &given)
{
    if (!given.isString())
        return refused(column, given, u"one of its options"_s);
    if (const auto option = optionIn(column, given.toString()))
        return *option;
    return failure(noOption(column, given.toString()));
}

Result<QJsonValue> personOperand(const Column &column,
                                 const QJsonValue &given,
                                 const PeopleIds &people)
{
    const QString name = personNamed(given);
    const QString id = name.isEmpty() ? canonicalId(given.toString().trimmed()) : people[name];
    if (!id.isEmpty())
        return id;
    return refused(
        column, given, u"somebody whom Notion knows: a name, an e-mail, an id, or \"me\""_s);
}

Result<QJsonValue> operandOf(const Column &column, const QJsonValue &given, const PeopleIds &people)
{
    switch (kindOf(column.type)) {
    case Kind::Number:
        return numberOperand(column, given);
    case Kind::Flag:
        return flagOperand(column, given);
    case Kind::Option:
    case Kind::Options:
        return optionOperand(column, given);
    case Kind::People:
        return personOperand(column, given, people);
    case Kind::Pages: {
        const auto id = notionId(given.toString(), "filter"_L1);
        return id ? Result<QJsonValue>(*id) : refused(column, given, u"a page's id or URL"_s);
    }
    case Kind::Date:
        if (isDate(given.toString().trimmed()))
            return given.toString().trimmed();
        return refused(
            column, given, u"a date such as 2026-12-01, or one of %1"_s.arg(spans().join(u", "_s)));
    default:
        if (!given.isString() && !given.isDouble() && !given.isBool())
            return refused(column, given, u"a text"_s);
        return given.toVariant().toString();
    }
}

/** The schema does not say what a formula makes; the value it is compared with does. */
QJsonObject formulaCondition(const QString &name, const QJsonValue &operand)
{
    const QString text = operand.toString().trimmed();
    const Kind kind = operand.isBool() ? Kind::Flag
        : operand.isDouble()           ? Kind::Number
        : isDate(text)                 ? Kind::Date
                                       : Kind::Text;
    const QString key = operand.isBool() ? u"checkbox"_s
        : operand.isDouble()             ? u"number"_s
        : kind == Kind::Date             ? u"date"_s
                                         : u"string"_s;
    const QString condition =
        name.isEmpty() ? u"equals"_s : conditionNamed(name, kind, conditionsOf(kind));
    return {{key, QJsonObject{{condition, operand}}}};
}

QString usualCondition(Kind kind)
{
    const bool isContained =
        kind == Kind::Text || kind == Kind::Options || kind == Kind::People || kind == Kind::Pages;
    return isContained ? u"contains"_s : u"equals"_s;
}

/** The condition that a name, or a value without one, stands for. */
QString conditionMeant(Kind kind,
                       const QString &name,
                       const QJsonValue &operand,
                       const QStringList &known)
{
    if (name.isEmpty() && kind == Kind::Date && spans().contains(operand.toString()))
        return operand.toString();
    const QString condition =
        name.isEmpty() ? usualCondition(kind) : conditionNamed(name, kind, known);
    if (!operand.isNull())
        return condition;
    const bool isDenial = condition == "does_not_equal"_L1 || condition == "does_not_contain"_L1;
    return isDenial ? u"is_not_empty"_s : u"is_empty"_s;
}

Error noCondition(const Column &column, const QString &given, const QStringList &known)
{
    const QString hint = kindOf(column.type) == Kind::Unknown
        ? u" For %1 pass Notion's own filter, {\"property\":\"%2\",\"%1\":{…}}."_s.arg(column.type,
                                                                                       column.name)
        : QString();
    return {.code = ErrorCode::InvalidInput,
            .message = u"\"%1\" (%2) cannot be filtered by \"%3\". Conditions: %4.%5"_s.arg(
                column.name, column.type, cleanedLine(given, 60), known.join(u", "_s), hint)};
}

} // namespace

bool isOfPeople(const QString &type)
{
    return kindOf(type) == Kind::People;
}

QString personNamed(const QJsonValue &value)
{
    const QString name = value.toString().trimmed();
    return canonicalId(name).isEmpty() ? name.toLower() : QString();
}

bool passesWhole(const Column &column, const QJsonObject &value)
{
    if (column.type == "rollup"_L1 || column.type == "verification"_L1)
        return true;
    return column.type == "formula"_L1 && !value.isEmpty() && value.begin()->isObject();
}

Result<QJsonObject> conditionOn(const Column &column,
                                const QString &name,
                                const QJsonValue &operand,
                                const PeopleIds &people)
{
    if (operand.isObject() && passesWhole(column, operand.toObject()))
        return operand.toObject();
    if (column.type == "formula"_L1 && !operand.isNull() && !operand.isObject())
        return formulaCondition(name, operand);
    const QStringList known = conditionsOf(kindOf(column.type));
    const QString condition = conditionMeant(kindOf(column.type), name, operand, known);
    if (!known.contains(condition))
        return failure(noCondition(column, name.isEmpty() ? condition : name, known));
    const bool isDenied = operand.isBool() && !operand.toBool();
    if (condition == "is_empty"_L1)
        return QJsonObject{{isDenied ? u"is_not_empty"_s : condition, true}};
    if (condition == "is_not_empty"_L1)
        return QJsonObject{{isDenied ? u"is_empty"_s : condition, true}};
    if (spans().contains(condition))
        return QJsonObject{{condition, QJsonObject()}};
    const auto value = operandOf(column, operand, people);
    if (!value)
        return failure(value.error());
    return QJsonObject{{condition, *value}};
}

} // namespace fairlead::providers::notion
