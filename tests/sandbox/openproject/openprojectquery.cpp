// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/openproject/openprojectquery.h"

#include <QJsonDocument>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isClosed(const QJsonObject &work, const OpenProjectState &state)
{
    const int id = idOf(work["_links"_L1]["status"_L1]);
    return std::any_of(state.statuses.begin(), state.statuses.end(), [id](const QJsonObject &each) {
        return each["id"_L1].toInt() == id && each["isClosed"_L1].toBool();
    });
}

bool hasLink(const QJsonObject &work,
             const QString &field,
             const QStringList &values,
             const OpenProjectState &state)
{
    const int id = idOf(work["_links"_L1][field]);
    return std::any_of(values.begin(), values.end(), [&](const QString &value) {
        return (value == "me"_L1 ? state.me["id"_L1].toInt() : value.toInt()) == id;
    });
}

bool contains(const QJsonObject &thing,
              std::initializer_list<QLatin1StringView> fields,
              const QString &text)
{
    return std::any_of(fields.begin(), fields.end(), [&](QLatin1StringView field) {
        return thing[field].toString().contains(text, Qt::CaseInsensitive);
    });
}

struct Condition
{
    QString field;
    QString comparison;
    QStringList values;
};

std::optional<bool> statusFits(const QJsonObject &thing,
                               const Condition &condition,
                               const OpenProjectState &state)
{
    if (condition.comparison == "*"_L1)
        return true;
    if (condition.comparison == "o"_L1)
        return !isClosed(thing, state);
    if (condition.comparison == "c"_L1)
        return isClosed(thing, state);
    return hasLink(thing, u"status"_s, condition.values, state);
}

std::optional<bool> fits(const QJsonObject &thing,
                         const Condition &condition,
                         const OpenProjectState &state)
{
    const QString value = condition.values.value(0);
    if (condition.field == "status"_L1)
        return statusFits(thing, condition, state);
    if (condition.field == "assignee"_L1 && condition.comparison == "!*"_L1)
        return idOf(thing["_links"_L1]["assignee"_L1]) == 0;
    const QStringList linked{u"project"_s, u"type"_s, u"assignee"_s};
    if (linked.contains(condition.field) && condition.comparison == "="_L1)
        return hasLink(thing, condition.field, condition.values, state);
    if (condition.field == "search"_L1 && condition.comparison == "**"_L1)
        return contains(thing, {"subject"_L1}, value)
            || contains(thing["description"_L1].toObject(), {"raw"_L1}, value);
    if (condition.field == "active"_L1)
        return thing["active"_L1].toBool() == (value == "t"_L1);
    if (condition.field == "name_and_identifier"_L1)
        return contains(thing, {"name"_L1, "identifier"_L1}, value);
    if (condition.field == "any_name_attribute"_L1)
        return contains(thing, {"name"_L1, "login"_L1, "email"_L1}, value);
    return std::nullopt;
}

bool isBefore(const QJsonObject &one, const QJsonObject &other, const QString &field)
{
    if (field == "id"_L1)
        return one["id"_L1].toInt() < other["id"_L1].toInt();
    if (field == "priority"_L1)
        return idOf(one["_links"_L1]["priority"_L1]) < idOf(other["_links"_L1]["priority"_L1]);
    return one[field].toString() < other[field].toString();
}

bool sort(QList<QJsonObject> &all, const QString &sorting)
{
    const QStringList known{
        u"id"_s, u"name"_s, u"priority"_s, u"updatedAt"_s, u"createdAt"_s, u"dueDate"_s};
    const QJsonArray order = QJsonDocument::fromJson(sorting.toUtf8()).array().at(0).toArray();
    const QString field = order.at(0).toString();
    if (!known.contains(field))
        return false;
    const bool isDown = order.at(1).toString() == "desc"_L1;
    std::stable_sort(all.begin(), all.end(), [&](const QJsonObject &one, const QJsonObject &other) {
        return isDown ? isBefore(other, one, field) : isBefore(one, other, field);
    });
    return true;
}

} // namespace

std::optional<QList<QJsonObject>> queried(QList<QJsonObject> all,
                                          const QString &filters,
                                          const QString &sorting,
                                          const OpenProjectState &state)
{
    const QJsonArray conditions = QJsonDocument::fromJson(filters.toUtf8()).array();
    for (const auto &each : conditions) {
        const QJsonObject named = each.toObject();
        if (named.isEmpty())
            return std::nullopt;
        Condition condition{.field = named.begin().key(),
                            .comparison = named.begin().value()["operator"_L1].toString(),
                            .values = {}};
        const QJsonArray values = named.begin().value()["values"_L1].toArray();
        for (const auto &value : values)
            condition.values.append(value.toString());
        QList<QJsonObject> left;
        for (const QJsonObject &thing : std::as_const(all)) {
            const auto isFitting = fits(thing, condition, state);
            if (!isFitting)
                return std::nullopt;
            if (*isFitting)
                left.append(thing);
        }
        all = left;
    }
    if (!sorting.isEmpty() && !sort(all, sorting))
        return std::nullopt;
    return all;
}

} // namespace fairlead::sandbox
