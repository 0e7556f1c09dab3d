// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/jqlfields.h"

#include "tests/sandbox/jira/adf.h"

#include <QSet>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

using Kind = JqlField::Kind;

QString categoryName(const QString &key)
{
    if (key == "new"_L1)
        return u"To Do"_s;
    return key == "done"_L1 ? u"Done"_s : u"In Progress"_s;
}

QStringList lowered(QStringList values)
{
    for (QString &value : values)
        value = value.toLower();
    values.removeAll(QString());
    return values;
}

QStringList namesOf(const NamedItem *item)
{
    return item ? lowered({item->id, item->name}) : QStringList();
}

QStringList namesOf(const JiraUser *user)
{
    return user ? lowered({user->accountId, user->email, user->displayName}) : QStringList();
}

bool anyNamed(const QList<NamedItem> &items, const QString &value)
{
    return std::any_of(items.begin(), items.end(), [&value](const NamedItem &item) {
        return namesOf(&item).contains(value);
    });
}

QStringList namesOf(const QList<NamedItem> &items)
{
    QStringList names;
    for (const NamedItem &item : items)
        names += namesOf(&item);
    return names;
}

/** Those of an issue, or all. */
QList<NamedItem> componentsOf(const Site &site, const JiraIssue *issue)
{
    QList<NamedItem> items;
    for (const JiraComponent &component : site.components) {
        if (!issue || issue->componentIds.contains(component.id))
            items.append({.id = component.id, .name = component.name});
    }
    return items;
}

QList<NamedItem> versionsOf(const Site &site, const JiraIssue *issue)
{
    QList<NamedItem> items;
    for (const JiraVersion &version : site.versions) {
        if (!issue || issue->fixVersionIds.contains(version.id))
            items.append({.id = version.id, .name = version.members["name"_L1].toString()});
    }
    return items;
}

QStringList categoryNames(const QString &key)
{
    static const QHash<QString, QString> ids{
        {u"new"_s, u"2"_s}, {u"indeterminate"_s, u"4"_s}, {u"done"_s, u"3"_s}};
    return lowered({key, categoryName(key), ids.value(key)});
}

QString paddedKey(const QString &key)
{
    return key.section(u'-', 0, 0) + u'-' + key.section(u'-', 1).rightJustified(9, u'0');
}

} // namespace

std::optional<JqlField> jqlField(const QString &name)
{
    static const QHash<QString, JqlField> fields{
        {u"project"_s, {u"project"_s, Kind::Item}},
        {u"status"_s, {u"status"_s, Kind::Item}},
        {u"statuscategory"_s, {u"statusCategory"_s, Kind::Item}},
        {u"issuetype"_s, {u"issuetype"_s, Kind::Item}},
        {u"type"_s, {u"issuetype"_s, Kind::Item}},
        {u"priority"_s, {u"priority"_s, Kind::Item}},
        {u"resolution"_s, {u"resolution"_s, Kind::Item}},
        {u"assignee"_s, {u"assignee"_s, Kind::Person}},
        {u"reporter"_s, {u"reporter"_s, Kind::Person}},
        {u"creator"_s, {u"creator"_s, Kind::Person}},
        {u"key"_s, {u"key"_s, Kind::Issue}},
        {u"issuekey"_s, {u"key"_s, Kind::Issue}},
        {u"issue"_s, {u"key"_s, Kind::Issue}},
        {u"id"_s, {u"key"_s, Kind::Issue}},
        {u"parent"_s, {u"parent"_s, Kind::Issue}},
        {u"labels"_s, {u"labels"_s, Kind::Label}},
        {u"component"_s, {u"component"_s, Kind::Item}},
        {u"fixversion"_s, {u"fixVersion"_s, Kind::Item}},
        {u"text"_s, {u"text"_s, Kind::Text, false}},
        {u"summary"_s, {u"summary"_s, Kind::Text}},
        {u"description"_s, {u"description"_s, Kind::Text}},
        {u"comment"_s, {u"comment"_s, Kind::Text, false}},
        {u"created"_s, {u"created"_s, Kind::Date}},
        {u"createddate"_s, {u"created"_s, Kind::Date}},
        {u"updated"_s, {u"updated"_s, Kind::Date}},
        {u"updateddate"_s, {u"updated"_s, Kind::Date}},
        {u"resolved"_s, {u"resolved"_s, Kind::Date}},
        {u"resolutiondate"_s, {u"resolved"_s, Kind::Date}},
        {u"due"_s, {u"due"_s, Kind::Date}},
        {u"duedate"_s, {u"due"_s, Kind::Date}},
        {u"story point estimate"_s, {u"points"_s, Kind::Number}},
        {u"rank"_s, {u"rank"_s, Kind::Number}},
    };
    const auto found = fields.find(name.toLower());
    return found == fields.end() ? std::nullopt : std::optional<JqlField>(*found);
}

QStringList jqlValuesOf(const JqlField &field, const JiraIssue &issue, const Site &site)
{
    if (field.name == "project"_L1) {
        const JiraProject *project = site.project(issue.projectId);
        return lowered({project->id, project->key, project->name});
    }
    if (field.name == "status"_L1)
        return namesOf(site.status(issue.statusId));
    if (field.name == "statusCategory"_L1)
        return categoryNames(site.status(issue.statusId)->categoryKey);
    if (field.name == "issuetype"_L1)
        return namesOf(site.issueType(issue.typeId));
    if (field.name == "priority"_L1)
        return namesOf(site.priority(issue.priorityId));
    if (field.name == "resolution"_L1)
        return issue.resolved.isValid() ? QStringList{u"done"_s} : QStringList();
    if (field.name == "assignee"_L1)
        return namesOf(site.user(issue.assigneeId));
    if (field.name == "reporter"_L1)
        return namesOf(site.user(issue.reporterId));
    if (field.name == "creator"_L1)
        return namesOf(site.user(issue.creatorId));
    if (field.name == "key"_L1)
        return lowered({issue.id, issue.key});
    if (field.name == "parent"_L1) {
        const JiraIssue *parent = site.issue(issue.parentId);
        return parent ? lowered({parent->id, parent->key}) : QStringList();
    }
    if (field.name == "component"_L1)
        return namesOf(componentsOf(site, &issue));
    if (field.name == "fixVersion"_L1)
        return namesOf(versionsOf(site, &issue));
    return field.name == "labels"_L1 ? lowered(issue.labels) : QStringList();
}

bool jqlValueExists(const JqlField &field,
                    const QString &value,
                    const Site &site,
                    const JiraUser *caller)
{
    const QString wanted = value.toLower();
    if (field.name == "project"_L1)
        return std::any_of(site.projects.begin(), site.projects.end(), [&](const JiraProject &p) {
            return lowered({p.id, p.key, p.name}).contains(wanted)
                && site.allows(caller, p, Permission::BrowseProjects);
        });
    if (field.name == "status"_L1)
        return anyNamed(site.statuses, wanted);
    if (field.name == "statusCategory"_L1)
        return (categoryNames(u"new"_s) + categoryNames(u"indeterminate"_s)
                + categoryNames(u"done"_s))
            .contains(wanted);
    if (field.name == "issuetype"_L1)
        return anyNamed(site.issueTypes, wanted);
    if (field.name == "priority"_L1)
        return anyNamed(site.priorities, wanted);
    if (field.name == "component"_L1)
        return anyNamed(componentsOf(site, nullptr), wanted);
    if (field.name == "fixVersion"_L1)
        return anyNamed(versionsOf(site, nullptr), wanted);
    if (field.name == "resolution"_L1)
        return wanted == "done"_L1 || wanted == "unresolved"_L1;
    if (field.kind == Kind::Person)
        return std::any_of(site.users.begin(), site.users.end(), [&](const JiraUser &user) {
            return namesOf(&user).contains(wanted);
        });
    if (field.kind == Kind::Issue) {
        const JiraIssue *issue = site.issue(value);
        return issue && site.allows(caller, *issue, Permission::BrowseProjects);
    }
    return true;
}

std::optional<double> jqlNumberOf(const JqlField &field, const JiraIssue &issue)
{
    const auto milliseconds = [](const QDateTime &time) {
        return time.isValid() ? std::optional<double>(double(time.toMSecsSinceEpoch()))
                              : std::nullopt;
    };
    if (field.name == "created"_L1)
        return milliseconds(issue.created);
    if (field.name == "updated"_L1)
        return milliseconds(issue.updated);
    if (field.name == "resolved"_L1)
        return milliseconds(issue.resolved);
    if (field.name == "due"_L1)
        return milliseconds(
            QDateTime(QDate::fromString(issue.dueDate, Qt::ISODate), QTime(0, 0), Qt::UTC));
    if (field.name == "rank"_L1)
        return issue.id.toDouble();
    return issue.storyPoints.isDouble() ? std::optional<double>(issue.storyPoints.toDouble())
                                        : std::nullopt;
}

QString jqlSortKey(const JqlField &field, const JiraIssue &issue, const Site &site)
{
    if (field.kind == Kind::Date || field.kind == Kind::Number) {
        const std::optional<double> number = jqlNumberOf(field, issue);
        return number ? QString::number(*number, 'f', 0).rightJustified(20, u'0') : QString();
    }
    if (field.name == "key"_L1)
        return paddedKey(issue.key);
    if (field.name == "parent"_L1) {
        const JiraIssue *parent = site.issue(issue.parentId);
        return parent ? paddedKey(parent->key) : QString();
    }
    // Ids of priorities fall with importance, and "DESC" shall bring the important ones first.
    if (field.name == "priority"_L1)
        return QString::number(99 - issue.priorityId.toInt());
    if (field.name == "summary"_L1)
        return issue.summary.toLower();
    if (field.name == "status"_L1)
        return issue.statusId;
    return jqlValuesOf(field, issue, site).value(field.kind == Kind::Person ? 2 : 1);
}

QString jqlTextOf(const JqlField &field, const JiraIssue &issue)
{
    QString comments;
    for (const JiraComment &comment : issue.comments)
        comments += adfText(comment.body) + u'\n';
    if (field.name == "summary"_L1)
        return issue.summary;
    if (field.name == "description"_L1)
        return adfText(issue.description);
    if (field.name == "comment"_L1)
        return comments;
    return issue.summary + u'\n' + adfText(issue.description) + u'\n' + comments;
}

} // namespace fairlead::sandbox
