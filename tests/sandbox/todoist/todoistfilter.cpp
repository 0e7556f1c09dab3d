// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/todoist/todoistfilter.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QDate dueDate(const QJsonObject &task)
{
    return QDate::fromString(task["due"_L1]["date"_L1].toString().left(10), Qt::ISODate);
}

std::optional<TodoistFilter> dateTerm(const QString &term, const TodoistState &state)
{
    const QDate today = state.today();
    if (term == "today"_L1)
        return [today](const QJsonObject &task) { return dueDate(task) == today; };
    if (term == "overdue"_L1) {
        return [today](const QJsonObject &task) {
            return dueDate(task).isValid() && dueDate(task) < today;
        };
    }
    if (term == "no date"_L1)
        return [](const QJsonObject &task) { return !dueDate(task).isValid(); };
    return std::nullopt;
}

std::optional<TodoistFilter> projectTerm(const QString &name, const TodoistState &state)
{
    for (const QJsonObject &project : state.projects) {
        if (project["name"_L1].toString().compare(name, Qt::CaseInsensitive) == 0) {
            return [id = project["id"_L1].toString()](const QJsonObject &task) {
                return task["project_id"_L1].toString() == id;
            };
        }
    }
    return std::nullopt;
}

std::optional<TodoistFilter> term(const QString &text, const TodoistState &state)
{
    static const QRegularExpression priority(u"\\Ap([1-4])\\z"_s);
    const QString word = text.trimmed().toLower();
    if (const auto match = priority.match(word); match.hasMatch()) {
        return [wanted = 5 - match.captured(1).toInt()](const QJsonObject &task) {
            return task["priority"_L1].toInt() == wanted;
        };
    }
    if (word.startsWith(u'@')) {
        return [label = word.mid(1)](const QJsonObject &task) {
            return task["labels"_L1].toArray().contains(label);
        };
    }
    if (word.startsWith("search:"_L1)) {
        return [wanted = word.mid(7).trimmed()](const QJsonObject &task) {
            return task["content"_L1].toString().contains(wanted, Qt::CaseInsensitive);
        };
    }
    if (word.startsWith(u'#'))
        return projectTerm(word.mid(1), state);
    if (word == "all"_L1)
        return [](const QJsonObject &) { return true; };
    return dateTerm(word, state);
}

} // namespace

std::optional<TodoistFilter> todoistFilter(const QString &query, const TodoistState &state)
{
    QList<QList<TodoistFilter>> alternatives;
    for (const QString &alternative : query.split(u'|')) {
        QList<TodoistFilter> conditions;
        for (const QString &text : alternative.split(u'&')) {
            const auto condition = term(text, state);
            if (!condition)
                return std::nullopt;
            conditions.append(*condition);
        }
        alternatives.append(conditions);
    }
    return [alternatives](const QJsonObject &task) {
        return std::ranges::any_of(alternatives, [&task](const QList<TodoistFilter> &conditions) {
            return std::ranges::all_of(
                conditions, [&task](const TodoistFilter &condition) { return condition(task); });
        });
    };
}

} // namespace fairlead::sandbox
