// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionquery.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionconditions.h"
#include "tests/sandbox/notion/notionproperties.h"
#include "tests/sandbox/notion/notionrichtext.h"

#include <QVariant>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int deepestGroup = 2;
constexpr qsizetype mostFilters = 100;

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

bool isTimestamp(const QString &name)
{
    return name == "created_time"_L1 || name == "last_edited_time"_L1;
}

Result<> checkOperand(const QString &type,
                      const QString &condition,
                      const QJsonValue &operand,
                      const QString &path)
{
    if (condition.startsWith("is_"_L1))
        return operand == QJsonValue(true) ? Result<>() : complaint(path, u"`true`"_s, operand);
    if (type == "checkbox"_L1)
        return operand.isBool() ? Result<>() : complaint(path, u"a boolean"_s, operand);
    if (type == "number"_L1 || type == "unique_id"_L1)
        return operand.isDouble() ? Result<>() : complaint(path, u"a number"_s, operand);
    if (condition.endsWith("_week"_L1) || condition.endsWith("_month"_L1)
        || condition.endsWith("_year"_L1))
        return operand.isObject() ? Result<>() : complaint(path, u"an object"_s, operand);
    if (!operand.isString())
        return complaint(path, u"a string"_s, operand);
    const bool isDate = type == "date"_L1 || isTimestamp(type);
    if (isDate && !QDateTime::fromString(operand.toString(), Qt::ISODateWithMs).isValid())
        return complaint(path, u"a valid ISO 8601 date string"_s, operand);
    const bool isId = type == "people"_L1 || type == "relation"_L1 || type.endsWith("_by"_L1);
    if (isId && notionId(operand.toString()).isEmpty())
        return complaint(path, u"a valid uuid"_s, operand);
    return {};
}

} // namespace

NotionQuery::NotionQuery(const NotionWorkspace &workspace, const NotionDataSource &source)
    : m_workspace(workspace)
    , m_source(source)
{}

Result<> NotionQuery::prepare(const QJsonObject &body)
{
    if (body.contains("filter"_L1)) {
        if (const Result<> checked = check(body["filter"_L1], u"body.filter"_s, 0); !checked)
            return checked;
        m_filter = body["filter"_L1].toObject();
    }
    if (body.contains("sorts"_L1)) {
        if (const Result<> checked = checkSorts(body["sorts"_L1]); !checked)
            return checked;
        m_sorts = body["sorts"_L1].toArray();
    }
    return {};
}

const NotionProperty *NotionQuery::property(const QString &nameOrId) const
{
    for (const NotionProperty &candidate : m_source.properties) {
        if (candidate.name == nameOrId || candidate.id == nameOrId)
            return &candidate;
    }
    return nullptr;
}

Result<> NotionQuery::check(const QJsonValue &filter, const QString &path, int depth) const
{
    if (!filter.isObject())
        return complaint(path, u"an object"_s, filter);
    for (const QString &group : {u"and"_s, u"or"_s}) {
        if (!filter[group].isArray())
            continue;
        const QJsonArray filters = filter[group].toArray();
        if (depth >= deepestGroup)
            return complaint(path + u'.' + group, u"not present"_s, filters);
        if (filters.size() > mostFilters)
            return complaint(path + u'.' + group + u".length"_s, u"≤ `100`"_s, filters.size());
        for (qsizetype i = 0; i < filters.size(); ++i) {
            const QString inner = u"%1.%2[%3]"_s.arg(path, group).arg(i);
            if (const Result<> checked = check(filters[i], inner, depth + 1); !checked)
                return checked;
        }
        return {};
    }
    const QString timestamp = filter["timestamp"_L1].toString();
    if (!timestamp.isEmpty())
        return isTimestamp(timestamp)
            ? checkCondition(timestamp, filter[timestamp], path + u'.' + timestamp)
            : complaint(path + u".timestamp"_s,
                        u"`\"created_time\"` or `\"last_edited_time\"`"_s,
                        timestamp);
    if (!filter["property"_L1].isString())
        return complaint(path + u".property"_s, u"defined"_s, filter["property"_L1]);
    const QString name = filter["property"_L1].toString();
    const NotionProperty *found = property(name);
    if (!found)
        return failure(ErrorCode::InvalidInput,
                       u"Could not find property with name or id: %1"_s.arg(name));
    if (!filter[found->type].isObject())
        return failure(ErrorCode::InvalidInput,
                       u"database property %1 does not match filter %2"_s.arg(
                           found->type, filter.toObject().keys().constFirst()));
    return checkCondition(found->type, filter[found->type], path + u'.' + found->type);
}

Result<> NotionQuery::checkCondition(const QString &type,
                                     const QJsonValue &condition,
                                     const QString &path) const
{
    const QJsonObject conditions = condition.toObject();
    const QStringList known = notionConditions(type);
    if (conditions.isEmpty())
        return complaint(path + u'.' + known.value(0), u"defined"_s, QJsonValue::Undefined);
    for (auto it = conditions.begin(); it != conditions.end(); ++it) {
        const QString inner = path + u'.' + it.key();
        if (!known.contains(it.key()))
            return complaint(inner, u"not present"_s, it.value());
        if (const Result<> checked = checkOperand(type, it.key(), it.value(), inner); !checked)
            return checked;
    }
    return {};
}

Result<> NotionQuery::checkSorts(const QJsonValue &sorts) const
{
    if (!sorts.isArray())
        return complaint(u"body.sorts"_s, u"an array"_s, sorts);
    const QJsonArray wanted = sorts.toArray();
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QString path = u"body.sorts[%1]"_s.arg(i);
        const QString direction = wanted[i]["direction"_L1].toString();
        if (direction != "ascending"_L1 && direction != "descending"_L1)
            return complaint(path + u".direction"_s,
                             u"`\"ascending\"` or `\"descending\"`"_s,
                             wanted[i]["direction"_L1]);
        const QString timestamp = wanted[i]["timestamp"_L1].toString();
        const QString name = wanted[i]["property"_L1].toString();
        if (name.isEmpty() && !isTimestamp(timestamp))
            return complaint(path + u".property"_s, u"defined"_s, wanted[i]["property"_L1]);
        if (!name.isEmpty() && !property(name))
            return failure(ErrorCode::InvalidInput,
                           u"Could not find sort property with name or id: %1"_s.arg(name));
    }
    return {};
}

QJsonValue NotionQuery::valueOf(const NotionPage &page, const NotionProperty &property) const
{
    if (property.type == "created_time"_L1)
        return notionTime(page.times.created);
    if (property.type == "last_edited_time"_L1)
        return notionTime(page.times.edited);
    if (property.type == "created_by"_L1)
        return QJsonObject{{u"id"_s, page.times.createdBy}};
    if (property.type == "last_edited_by"_L1)
        return QJsonObject{{u"id"_s, page.times.editedBy}};
    return page.values.value(property.id, QJsonValue::Null);
}

bool NotionQuery::matches(const NotionPage &page) const
{
    return m_filter.isEmpty() || holds(m_filter, page);
}

bool NotionQuery::holds(const QJsonObject &filter, const NotionPage &page) const
{
    const auto each = [&](const QJsonValue &inner) { return holds(inner.toObject(), page); };
    if (filter["and"_L1].isArray()) {
        const QJsonArray all = filter["and"_L1].toArray();
        return std::all_of(all.begin(), all.end(), each);
    }
    if (filter["or"_L1].isArray()) {
        const QJsonArray any = filter["or"_L1].toArray();
        return std::any_of(any.begin(), any.end(), each);
    }
    const QString timestamp = filter["timestamp"_L1].toString();
    const NotionProperty *found = property(filter["property"_L1].toString());
    const QString type = found ? found->type : timestamp;
    const QJsonValue value = found       ? valueOf(page, *found)
        : timestamp == "created_time"_L1 ? QJsonValue(notionTime(page.times.created))
                                         : QJsonValue(notionTime(page.times.edited));
    const QJsonObject conditions = filter[type].toObject();
    for (auto it = conditions.begin(); it != conditions.end(); ++it) {
        if (!meetsCondition(type, value, it.key(), it.value(), m_workspace.now()))
            return false;
    }
    return true;
}

QVariant NotionQuery::keyOf(const NotionPage &page, const QJsonObject &sort) const
{
    const NotionProperty *found = property(sort["property"_L1].toString());
    if (!found)
        return sort["timestamp"_L1].toString() == "created_time"_L1 ? page.times.created
                                                                    : page.times.edited;
    const QJsonValue value = valueOf(page, *found);
    if (found->type == "select"_L1 || found->type == "status"_L1) {
        const QJsonArray options = found->config["options"_L1].toArray();
        for (qsizetype i = 0; i < options.size(); ++i) {
            if (options[i]["id"_L1] == value["id"_L1])
                return i;
        }
        return options.size();
    }
    if (found->type == "unique_id"_L1)
        return value["number"_L1].toDouble();
    if (found->type == "date"_L1)
        return value["start"_L1].toString();
    if (value.isArray())
        return plainText(value.toArray()).toCaseFolded();
    return value.isString() ? QVariant(value.toString().toCaseFolded()) : value.toVariant();
}

void NotionQuery::sort(QList<const NotionPage *> &rows) const
{
    for (qsizetype i = m_sorts.size(); i-- > 0;) {
        const QJsonObject sort = m_sorts[i].toObject();
        const bool isDescending = sort["direction"_L1].toString() == "descending"_L1;
        std::stable_sort(
            rows.begin(), rows.end(), [&](const NotionPage *left, const NotionPage *right) {
                const QPartialOrdering order =
                    QVariant::compare(keyOf(*left, sort), keyOf(*right, sort));
                return isDescending ? order == QPartialOrdering::Greater
                                    : order == QPartialOrdering::Less;
            });
    }
}

} // namespace fairlead::sandbox
