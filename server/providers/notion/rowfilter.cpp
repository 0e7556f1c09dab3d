// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/rowfilter.h"

#include "server/base/text.h"
#include "server/providers/notion/conditions.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr int deepest = 8; // of groups in groups; Notion itself takes two

struct Filtering
{
    const QList<Column> &columns;
    const PeopleIds &people;
};

bool isTimestamp(const QString &name)
{
    return name == "created_time"_L1 || name == "last_edited_time"_L1;
}

/** The column, or one that stands for the time that every row has. */
Result<Column> columnOf(const QString &name, const QList<Column> &columns)
{
    if (const Column *column = columnNamed(columns, name))
        return *column;
    if (isTimestamp(name))
        return Column{.id = {}, .name = {}, .type = name, .options = {}};
    return failure(noColumn(name, columns));
}

QJsonObject grouped(const QString &group, const QJsonArray &filters)
{
    return filters.size() == 1 ? filters.first().toObject() : QJsonObject{{group, filters}};
}

// Notion's own form names the property; what is in it is Notion's business.
bool isNotionsOwn(const QJsonObject &filter)
{
    const auto isCondition = [](const QJsonValue &value) { return value.isObject(); };
    const QString named = filter["property"_L1].toString() + filter["timestamp"_L1].toString();
    return !named.isEmpty() && std::any_of(filter.begin(), filter.end(), isCondition);
}

Result<QJsonObject> condition(const Column &column,
                              const QString &name,
                              const QJsonValue &operand,
                              const PeopleIds &people)
{
    const auto made = conditionOn(column, name, operand, people);
    if (!made)
        return failure(made.error());
    if (column.name.isEmpty())
        return QJsonObject{{"timestamp"_L1, column.type}, {column.type, *made}};
    return QJsonObject{{"property"_L1, column.name}, {column.type, *made}};
}

/** What one property must fulfil. */
Result<QJsonObject> conditions(const Column &column,
                               const QJsonValue &value,
                               const PeopleIds &people)
{
    QJsonArray filters;
    if (value.isArray()) {
        const QJsonArray values = value.toArray();
        for (const auto &each : values) {
            const auto made = condition(column, {}, each, people);
            if (!made)
                return made;
            filters.append(*made);
        }
        if (filters.isEmpty())
            return condition(column, {}, QJsonValue::Null, people);
        return grouped(u"or"_s, filters);
    }
    if (!value.isObject() || passesWhole(column, value.toObject()))
        return condition(column, {}, value, people);
    const QJsonObject wanted = value.toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const auto made = condition(column, it.key(), it.value(), people);
        if (!made)
            return made;
        filters.append(*made);
    }
    if (filters.isEmpty())
        return condition(column, {}, QJsonValue::Null, people);
    return grouped(u"and"_s, filters);
}

Result<QJsonObject> converted(const QJsonObject &filter, const Filtering &with, int depth);

Result<QJsonObject> group(const QString &name,
                          const QJsonArray &members,
                          const Filtering &with,
                          int depth)
{
    QJsonArray filters;
    for (const auto &member : members) {
        const auto made = converted(member.toObject(), with, depth + 1);
        if (!made)
            return made;
        // One in the other of the same kind says nothing, and Notion takes two levels only.
        if (const QJsonValue inner = made->value(name); inner.isArray()) {
            const QJsonArray same = inner.toArray();
            for (const auto &each : same)
                filters.append(each);
        } else if (!made->isEmpty()) {
            filters.append(*made);
        }
    }
    return filters.isEmpty() ? QJsonObject() : grouped(name, filters);
}

Result<QJsonObject> notionsOwn(QJsonObject filter, const QList<Column> &columns)
{
    if (filter.contains("property"_L1)) {
        const auto column = columnOf(filter["property"_L1].toString(), columns);
        if (!column)
            return failure(column.error());
        if (!column->name.isEmpty())
            filter["property"_L1] = column->name;
    }
    return filter;
}

Result<QJsonObject> member(const QString &key,
                           const QJsonValue &value,
                           const Filtering &with,
                           int depth)
{
    if ((key == "and"_L1 || key == "or"_L1) && value.isArray())
        return group(key, value.toArray(), with, depth);
    const auto column = columnOf(key, with.columns);
    if (!column)
        return failure(column.error());
    return conditions(*column, value, with.people);
}

Result<QJsonObject> converted(const QJsonObject &filter, const Filtering &with, int depth)
{
    if (depth > deepest)
        return failure(ErrorCode::InvalidInput,
                       u"Argument \"filter\" has too many groups in groups. Notion takes two "
                       "levels."_s);
    if (isNotionsOwn(filter))
        return notionsOwn(filter, with.columns);
    QJsonArray filters;
    for (auto it = filter.begin(); it != filter.end(); ++it) {
        const auto made = member(it.key(), it.value(), with, depth);
        if (!made)
            return made;
        if (const QJsonValue inner = made->value("and"_L1); inner.isArray()) {
            const QJsonArray same = inner.toArray();
            for (const auto &each : same)
                filters.append(each);
        } else if (!made->isEmpty()) {
            filters.append(*made);
        }
    }
    return filters.isEmpty() ? QJsonObject() : grouped(u"and"_s, filters);
}

void collectPeople(const QJsonValue &value, QStringList &names)
{
    if (value.isObject() || value.isArray()) {
        const QJsonObject object = value.toObject();
        for (const auto &each : object)
            collectPeople(each, names);
        const QJsonArray array = value.toArray();
        for (const auto &each : array)
            collectPeople(each, names);
        return;
    }
    const QString name = personNamed(value);
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

void collectPeople(const QJsonObject &filter,
                   const QList<Column> &columns,
                   QStringList &names,
                   int depth)
{
    for (auto it = filter.begin(); it != filter.end() && depth <= deepest; ++it) {
        if (it.key() == "and"_L1 || it.key() == "or"_L1) {
            const QJsonArray members = it.value().toArray();
            for (const auto &each : members)
                collectPeople(each.toObject(), columns, names, depth + 1);
            continue;
        }
        const Column *const column = columnNamed(columns, it.key());
        if (column != nullptr && isOfPeople(column->type))
            collectPeople(it.value(), names);
    }
}

} // namespace

QStringList peopleInFilter(const QJsonObject &filter, const QList<Column> &columns)
{
    QStringList names;
    collectPeople(filter, columns, names, 0);
    return names;
}

Result<QJsonObject> rowFilter(const QJsonObject &filter,
                              const QList<Column> &columns,
                              const PeopleIds &people)
{
    return converted(filter, {columns, people}, 0);
}

Result<QJsonArray> rowSorts(const QJsonArray &sorts, const QList<Column> &columns)
{
    QJsonArray result;
    for (const auto &sort : sorts) {
        if (sort.isObject()) {
            result.append(sort);
            continue;
        }
        QString name = sort.toString().trimmed();
        // A column may begin with a hyphen itself.
        const bool isReversed = name.startsWith(u'-') && columnNamed(columns, name) == nullptr;
        if (isReversed)
            name.remove(0, 1);
        const auto column = columnOf(name, columns);
        if (!column)
            return failure(column.error());
        const QString key = column->name.isEmpty() ? u"timestamp"_s : u"property"_s;
        result.append(QJsonObject{{key, column->name.isEmpty() ? column->type : column->name},
                                  {"direction"_L1, isReversed ? u"descending"_s : u"ascending"_s}});
    }
    return result;
}

} // namespace fairlead::providers::notion
