// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionconditions.h"

#include "tests/sandbox/notion/notionrichtext.h"

#include <QHash>
#include <QTimeZone>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isEmptyValue(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isArray() && value.toArray().isEmpty())
        || (value.isString() && value.toString().isEmpty());
}

bool meetsText(const QString &text, const QString &condition, const QString &operand)
{
    if (condition == "equals"_L1)
        return text.compare(operand, Qt::CaseInsensitive) == 0;
    if (condition == "does_not_equal"_L1)
        return text.compare(operand, Qt::CaseInsensitive) != 0;
    if (condition == "contains"_L1)
        return text.contains(operand, Qt::CaseInsensitive);
    if (condition == "does_not_contain"_L1)
        return !text.contains(operand, Qt::CaseInsensitive);
    if (condition == "starts_with"_L1)
        return text.startsWith(operand, Qt::CaseInsensitive);
    return text.endsWith(operand, Qt::CaseInsensitive);
}

bool meetsNumber(const QJsonValue &value, const QString &condition, double operand)
{
    if (!value.isDouble())
        return condition == "does_not_equal"_L1;
    const double number = value.toDouble();
    if (condition == "equals"_L1)
        return number == operand;
    if (condition == "does_not_equal"_L1)
        return number != operand;
    if (condition == "greater_than"_L1)
        return number > operand;
    if (condition == "less_than"_L1)
        return number < operand;
    return condition == "greater_than_or_equal_to"_L1 ? number >= operand : number <= operand;
}

QDateTime timeOf(const QString &text)
{
    QDateTime result = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (result.timeSpec() == Qt::LocalTime)
        result.setTimeSpec(Qt::UTC);
    return result.toUTC();
}

bool meetsDate(const QString &text,
               const QString &condition,
               const QJsonValue &operand,
               const QDateTime &now)
{
    const QDateTime time = timeOf(text);
    const qint64 days = now.date().daysTo(time.date());
    if (condition == "this_week"_L1)
        return time.date().weekNumber() == now.date().weekNumber() && qAbs(days) < 7;
    static const QHash<QString, QPair<int, int>> spans{{u"past_week"_s, {-7, 0}},
                                                       {u"past_month"_s, {-31, 0}},
                                                       {u"past_year"_s, {-366, 0}},
                                                       {u"next_week"_s, {0, 7}},
                                                       {u"next_month"_s, {0, 31}},
                                                       {u"next_year"_s, {0, 366}}};
    if (const auto span = spans.constFind(condition); span != spans.constEnd())
        return days >= span->first && days <= span->second;
    // A condition without a time of day is about whole days.
    const bool byDay = operand.toString().size() == 10;
    const QDateTime limit = timeOf(operand.toString());
    const qint64 order = byDay ? limit.date().daysTo(time.date()) : limit.msecsTo(time);
    if (condition == "equals"_L1)
        return order == 0;
    if (condition == "before"_L1)
        return order < 0;
    if (condition == "after"_L1)
        return order > 0;
    return condition == "on_or_before"_L1 ? order <= 0 : order >= 0;
}

bool listContains(const QString &type, const QJsonArray &list, const QString &operand)
{
    const QString key = type == "multi_select"_L1 ? u"name"_s : u"id"_s;
    return std::any_of(list.begin(), list.end(), [&](const QJsonValue &item) {
        return item[key].toString() == operand;
    });
}

} // namespace

QStringList notionConditions(const QString &type)
{
    static const QStringList existence{u"is_empty"_s, u"is_not_empty"_s};
    static const QStringList equality{u"equals"_s, u"does_not_equal"_s};
    static const QStringList containment{u"contains"_s, u"does_not_contain"_s};
    static const QStringList text =
        existence + equality + containment + QStringList{u"starts_with"_s, u"ends_with"_s};
    static const QStringList number = existence + equality
        + QStringList{u"greater_than"_s,
                      u"less_than"_s,
                      u"greater_than_or_equal_to"_s,
                      u"less_than_or_equal_to"_s};
    static const QStringList date = existence
        + QStringList{u"equals"_s,
                      u"before"_s,
                      u"after"_s,
                      u"on_or_before"_s,
                      u"on_or_after"_s,
                      u"this_week"_s,
                      u"past_week"_s,
                      u"past_month"_s,
                      u"past_year"_s,
                      u"next_week"_s,
                      u"next_month"_s,
                      u"next_year"_s};
    static const QHash<QString, QStringList> byType{{u"title"_s, text},
                                                    {u"rich_text"_s, text},
                                                    {u"url"_s, text},
                                                    {u"email"_s, text},
                                                    {u"phone_number"_s, text},
                                                    {u"number"_s, number},
                                                    {u"unique_id"_s, number},
                                                    {u"checkbox"_s, equality},
                                                    {u"select"_s, existence + equality},
                                                    {u"status"_s, existence + equality},
                                                    {u"multi_select"_s, existence + containment},
                                                    {u"people"_s, existence + containment},
                                                    {u"created_by"_s, existence + containment},
                                                    {u"last_edited_by"_s, existence + containment},
                                                    {u"relation"_s, existence + containment},
                                                    {u"files"_s, existence},
                                                    {u"date"_s, date},
                                                    {u"created_time"_s, date},
                                                    {u"last_edited_time"_s, date}};
    return byType.value(type);
}

bool meetsCondition(const QString &type,
                    const QJsonValue &value,
                    const QString &condition,
                    const QJsonValue &operand,
                    const QDateTime &now)
{
    if (condition == "is_empty"_L1)
        return isEmptyValue(value);
    if (condition == "is_not_empty"_L1)
        return !isEmptyValue(value);
    if (type == "checkbox"_L1)
        return (value.toBool() == operand.toBool()) == (condition == "equals"_L1);
    if (type == "number"_L1)
        return meetsNumber(value, condition, operand.toDouble());
    if (type == "unique_id"_L1)
        return meetsNumber(value["number"_L1], condition, operand.toDouble());
    if (type == "select"_L1 || type == "status"_L1)
        return (value["name"_L1].toString() == operand.toString()) == (condition == "equals"_L1);
    if (type == "multi_select"_L1 || type == "people"_L1 || type == "relation"_L1)
        return listContains(type, value.toArray(), operand.toString())
            == (condition == "contains"_L1);
    if (type == "created_by"_L1 || type == "last_edited_by"_L1)
        return (value["id"_L1].toString() == operand.toString()) == (condition == "contains"_L1);
    if (type == "date"_L1)
        return !value.isNull() && meetsDate(value["start"_L1].toString(), condition, operand, now);
    if (type == "created_time"_L1 || type == "last_edited_time"_L1)
        return meetsDate(value.toString(), condition, operand, now);
    const QString text = value.isArray() ? plainText(value.toArray()) : value.toString();
    return meetsText(text, condition, operand.toString());
}

} // namespace fairlead::sandbox
