// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/openproject/openprojectstate.h"

#include "tests/sandbox/sandboxdata.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

/** A thing with its own address, as the API shows it. */
QJsonObject shown(QJsonObject thing, const QString &type, const QString &path)
{
    const QString href = u"/api/v3/%1/%2"_s.arg(path).arg(thing["id"_L1].toInt());
    thing.insert(u"_type"_s, type);
    thing.insert(
        u"_links"_s,
        QJsonObject{{u"self"_s, QJsonObject{{u"href"_s, href}, {u"title"_s, thing["name"_L1]}}}});
    return thing;
}

QList<QJsonObject> things(const QJsonValue &value, const QString &type, const QString &path)
{
    QList<QJsonObject> result;
    const QJsonArray array = value.toArray();
    for (const auto &each : array)
        result.append(shown(each.toObject(), type, path));
    return result;
}

QString titleOf(const QJsonValue &link)
{
    return link["title"_L1].toString();
}

} // namespace

int idOf(const QJsonValue &link)
{
    return link["href"_L1].toString().section(u'/', -1).toInt();
}

OpenProjectState::OpenProjectState(const Clock &clock)
    : m_clock(clock)
{
    seed();
}

void OpenProjectState::seed()
{
    const QJsonObject data = sandboxData(u"openproject.json"_s);
    token = data["token"_L1].toString().toLatin1();
    users = things(data["users"_L1], u"User"_s, u"users"_s);
    me = users.first();
    projects = things(data["projects"_L1], u"Project"_s, u"projects"_s);
    statuses = things(data["statuses"_L1], u"Status"_s, u"statuses"_s);
    types = things(data["types"_L1], u"Type"_s, u"types"_s);
    priorities = things(data["priorities"_L1], u"Priority"_s, u"priorities"_s);
    timeActivities =
        things(data["activities"_L1], u"TimeEntriesActivity"_s, u"time_entries/activities"_s);
    const QJsonArray seeded = data["work_packages"_L1].toArray();
    for (const auto &each : seeded) {
        const QJsonObject given = each.toObject();
        QJsonObject &work = add(given["project"_L1].toInt(), given["subject"_L1].toString());
        QJsonObject links = work["_links"_L1].toObject();
        const QList<QPair<QString, QString>> linked{{u"type"_s, u"types"_s},
                                                    {u"status"_s, u"statuses"_s},
                                                    {u"priority"_s, u"priorities"_s},
                                                    {u"assignee"_s, u"users"_s},
                                                    {u"author"_s, u"users"_s},
                                                    {u"parent"_s, u"work_packages"_s}};
        for (const auto &[name, path] : linked) {
            if (given.contains(name))
                links.insert(name, linkTo(u"/api/v3/%1/%2"_s.arg(path).arg(given[name].toInt())));
        }
        for (auto it = given.begin(); it != given.end(); ++it) {
            if (!links.contains(it.key()) && it.key() != "description"_L1)
                work.insert(it.key(), it.value());
        }
        work.insert(u"description"_s,
                    QJsonObject{{u"format"_s, u"markdown"_s},
                                {u"raw"_s, given["description"_L1].toString()}});
        work.insert(u"_links"_s, links);
    }
    const QJsonArray written = data["journal"_L1].toArray();
    for (const auto &each : written) {
        QStringList details;
        const QJsonArray texts = each["details"_L1].toArray();
        for (const auto &text : texts)
            details.append(text.toString());
        write(each["work_package"_L1].toInt(), details, each["comment"_L1].toString());
        journal.last().insert(u"createdAt"_s, each["createdAt"_L1]);
        journal.last().insert(
            u"_links"_s,
            QJsonObject{
                {u"user"_s,
                 QJsonObject{{u"href"_s, u"/api/v3/users/%1"_s.arg(each["user"_L1].toInt())}}}});
    }
}

QJsonObject *OpenProjectState::workPackage(int id)
{
    const auto found =
        std::find_if(workPackages.begin(), workPackages.end(), [id](const QJsonObject &each) {
            return each["id"_L1].toInt() == id;
        });
    return found == workPackages.end() ? nullptr : &*found;
}

const QJsonObject *OpenProjectState::project(int id) const
{
    const auto found =
        std::find_if(projects.begin(), projects.end(), [id](const QJsonObject &each) {
            return each["id"_L1].toInt() == id;
        });
    return found == projects.end() ? nullptr : &*found;
}

QJsonObject OpenProjectState::linkTo(const QString &href) const
{
    for (const auto *list : {&users, &projects, &statuses, &types, &priorities, &timeActivities}) {
        for (const QJsonObject &each : *list) {
            const QJsonObject self = each["_links"_L1]["self"_L1].toObject();
            if (self["href"_L1].toString() == href)
                return self;
        }
    }
    for (const QJsonObject &work : workPackages) {
        if (href == u"/api/v3/work_packages/%1"_s.arg(work["id"_L1].toInt()))
            return {{u"href"_s, href}, {u"title"_s, work["subject"_L1]}};
    }
    return {};
}

bool OpenProjectState::isMember(int id, const QString &userHref) const
{
    const QJsonObject *found = project(id);
    return found && (*found)["members"_L1].toArray().contains(userHref.section(u'/', -1).toInt());
}

QJsonObject &OpenProjectState::add(int projectId, const QString &subject)
{
    int id = 0;
    for (const QJsonObject &each : std::as_const(workPackages))
        id = std::max(id, each["id"_L1].toInt());
    const QString now = m_clock.now().toUTC().toString(Qt::ISODate);
    const QJsonObject links{
        {u"project"_s, linkTo(u"/api/v3/projects/%1"_s.arg(projectId))},
        {u"type"_s, types.first()["_links"_L1]["self"_L1]},
        {u"status"_s, statuses.first()["_links"_L1]["self"_L1]},
        {u"priority"_s, priorities[1]["_links"_L1]["self"_L1]},
        {u"author"_s, me["_links"_L1]["self"_L1]},
        {u"assignee"_s, QJsonObject{{u"href"_s, QJsonValue::Null}}},
        {u"parent"_s, QJsonObject{{u"href"_s, QJsonValue::Null}, {u"title"_s, QJsonValue::Null}}}};
    workPackages.append({{u"_type"_s, u"WorkPackage"_s},
                         {u"id"_s, id + 1},
                         {u"lockVersion"_s, 0},
                         {u"subject"_s, subject},
                         {u"startDate"_s, QJsonValue::Null},
                         {u"dueDate"_s, QJsonValue::Null},
                         {u"createdAt"_s, now},
                         {u"updatedAt"_s, now},
                         {u"_links"_s, links}});
    return workPackages.last();
}

void OpenProjectState::change(QJsonObject &work,
                              const QJsonObject &fields,
                              const QJsonObject &newLinks)
{
    QStringList details;
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.value() != work[it.key()])
            details.append(u"%1 changed"_s.arg(it.key()));
        work.insert(it.key(), it.value());
    }
    QJsonObject links = work["_links"_L1].toObject();
    for (auto it = newLinks.begin(); it != newLinks.end(); ++it) {
        details.append(u"%1 changed from %2 to %3"_s.arg(
            it.key(), titleOf(links[it.key()]), titleOf(it.value())));
        links.insert(it.key(), it.value());
    }
    work.insert(u"_links"_s, links);
    work.insert(u"lockVersion"_s, work["lockVersion"_L1].toInt() + 1);
    work.insert(u"updatedAt"_s, m_clock.now().toUTC().toString(Qt::ISODate));
    write(work["id"_L1].toInt(), details, {});
}

void OpenProjectState::comment(int workPackage, const QString &text)
{
    write(workPackage, {}, text);
}

void OpenProjectState::write(int workPackage, const QStringList &details, const QString &comment)
{
    QJsonArray texts;
    for (const QString &detail : details)
        texts.append(QJsonObject{{u"format"_s, u"markdown"_s}, {u"raw"_s, detail}});
    journal.append({{u"_type"_s, u"Activity"_s},
                    {u"id"_s, int(journal.size()) + 1},
                    {u"work_package"_s, workPackage},
                    {u"details"_s, texts},
                    {u"comment"_s, QJsonObject{{u"format"_s, u"markdown"_s}, {u"raw"_s, comment}}},
                    {u"createdAt"_s, m_clock.now().toUTC().toString(Qt::ISODate)},
                    {u"_links"_s, QJsonObject{{u"user"_s, me["_links"_L1]["self"_L1]}}}});
}

} // namespace fairlead::sandbox
