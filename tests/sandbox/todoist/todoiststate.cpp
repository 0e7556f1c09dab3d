// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/todoist/todoiststate.h"

#include "tests/sandbox/sandboxdata.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject whole(const QJsonObject &fields, const QString &user)
{
    QJsonObject task{{u"user_id"_s, user},
                     {u"section_id"_s, QJsonValue::Null},
                     {u"parent_id"_s, QJsonValue::Null},
                     {u"responsible_uid"_s, QJsonValue::Null},
                     {u"description"_s, QString()},
                     {u"labels"_s, QJsonArray()},
                     {u"deadline"_s, QJsonValue::Null},
                     {u"duration"_s, QJsonValue::Null},
                     {u"due"_s, QJsonValue::Null},
                     {u"checked"_s, false},
                     {u"is_deleted"_s, false},
                     {u"priority"_s, 1}};
    for (auto it = fields.begin(); it != fields.end(); ++it)
        task.insert(it.key(), it.value());
    return task;
}

} // namespace

TodoistState::TodoistState(const Clock &clock)
    : m_clock(clock)
{
    seed();
}

void TodoistState::seed()
{
    const QJsonObject data = sandboxData(u"todoist.json"_s);
    token = data["token"_L1].toString().toLatin1();
    user = data["user"_L1].toObject();
    const QJsonArray seededProjects = data["projects"_L1].toArray();
    for (const auto &project : seededProjects)
        projects.append(project.toObject());
    const QJsonArray seededTasks = data["tasks"_L1].toArray();
    for (const auto &each : seededTasks)
        tasks.append(whole(each.toObject(), user["id"_L1].toString()));
}

QJsonObject *TodoistState::task(const QString &id)
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [&id](const QJsonObject &each) {
        return each["id"_L1].toString() == id;
    });
    return found == tasks.end() ? nullptr : &*found;
}

const QJsonObject *TodoistState::project(const QString &id) const
{
    const auto found =
        std::find_if(projects.begin(), projects.end(), [&id](const QJsonObject &each) {
            return each["id"_L1].toString() == id;
        });
    return found == projects.end() ? nullptr : &*found;
}

QString TodoistState::inboxId() const
{
    return projects.first()["id"_L1].toString();
}

QJsonObject TodoistState::add(const QJsonObject &fields)
{
    QJsonObject task = whole(fields, user["id"_L1].toString());
    task.insert(u"id"_s, u"6XMade%1"_s.arg(++m_made, 6, 10, QChar(u'0')));
    if (!task.contains("project_id"_L1))
        task.insert(u"project_id"_s, inboxId());
    tasks.append(task);
    return task;
}

void TodoistState::remove(const QString &id)
{
    QStringList below;
    for (const QJsonObject &each : std::as_const(tasks)) {
        if (each["parent_id"_L1].toString() == id)
            below.append(each["id"_L1].toString());
    }
    for (const QString &child : below)
        remove(child);
    tasks.removeIf([&id](const QJsonObject &each) { return each["id"_L1].toString() == id; });
}

void TodoistState::close(const QString &id)
{
    QJsonObject &closed = *task(id);
    QJsonObject when = closed["due"_L1].toObject();
    if (when["is_recurring"_L1].toBool()) {
        const QDate date = QDate::fromString(when["date"_L1].toString().left(10), Qt::ISODate);
        when.insert(u"date"_s, date.addDays(7).toString(Qt::ISODate));
        closed.insert(u"due"_s, when);
        return;
    }
    closed.insert(u"checked"_s, true);
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        if (tasks[i]["parent_id"_L1].toString() == id)
            close(tasks[i]["id"_L1].toString());
    }
}

std::optional<QJsonObject> TodoistState::due(const QString &words) const
{
    const QString text = words.trimmed().toLower();
    QDate date = QDate::fromString(text.left(10), Qt::ISODate);
    if (text.startsWith("today"_L1))
        date = today();
    else if (text.startsWith("tomorrow"_L1))
        date = today().addDays(1);
    else if (text.startsWith("every "_L1))
        date = today().addDays(7);
    if (!date.isValid())
        return std::nullopt;
    return QJsonObject{{u"date"_s, date.toString(Qt::ISODate)},
                       {u"string"_s, words},
                       {u"lang"_s, u"en"_s},
                       {u"is_recurring"_s, text.startsWith("every "_L1)}};
}

QDate TodoistState::today() const
{
    return m_clock.now().date();
}

} // namespace fairlead::sandbox
