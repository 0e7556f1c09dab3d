// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/fieldmeta.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QJsonObject system(const QString &id, const QString &type, const QString &items = {})
{
    QJsonObject schema{{u"type"_s, type}, {u"system"_s, id}};
    if (!items.isEmpty())
        schema.insert(u"items"_s, items);
    return schema;
}

QJsonObject custom(const QString &type, const QString &kind, int id)
{
    return {{u"type"_s, type},
            {u"custom"_s, u"com.atlassian.jira.plugin.system.customfieldtypes:"_s + kind},
            {u"customId"_s, id}};
}

FieldInfo field(const QString &id, const QString &name, const QString &type, bool isOnScreen)
{
    return {.id = id, .name = name, .schema = system(id, type), .isOnScreen = isOnScreen};
}

} // namespace

const QList<FieldInfo> &allFields()
{
    static const QList<FieldInfo> fields{
        field(u"summary"_s, u"Summary"_s, u"string"_s, true),
        field(u"issuetype"_s, u"Issue Type"_s, u"issuetype"_s, true),
        field(u"project"_s, u"Project"_s, u"project"_s, true),
        field(u"status"_s, u"Status"_s, u"status"_s, false),
        field(u"priority"_s, u"Priority"_s, u"priority"_s, true),
        field(u"assignee"_s, u"Assignee"_s, u"user"_s, true),
        field(u"reporter"_s, u"Reporter"_s, u"user"_s, true),
        field(u"creator"_s, u"Creator"_s, u"user"_s, false),
        {u"labels"_s, u"Labels"_s, system(u"labels"_s, u"array"_s, u"string"_s), true, true},
        {u"components"_s,
         u"Components"_s,
         system(u"components"_s, u"array"_s, u"component"_s),
         true,
         true},
        {u"fixVersions"_s,
         u"Fix versions"_s,
         system(u"fixVersions"_s, u"array"_s, u"version"_s),
         true,
         true},
        field(u"description"_s, u"Description"_s, u"string"_s, true),
        field(u"created"_s, u"Created"_s, u"datetime"_s, false),
        field(u"updated"_s, u"Updated"_s, u"datetime"_s, false),
        field(u"resolution"_s, u"Resolution"_s, u"resolution"_s, false),
        field(u"resolutiondate"_s, u"Resolved"_s, u"datetime"_s, false),
        field(u"duedate"_s, u"Due date"_s, u"date"_s, true),
        field(u"parent"_s, u"Parent"_s, u"issuelink"_s, true),
        {u"subtasks"_s, u"Sub-tasks"_s, system(u"subtasks"_s, u"array"_s, u"issuelinks"_s)},
        {u"issuelinks"_s, u"Linked Issues"_s, system(u"issuelinks"_s, u"array"_s, u"issuelinks"_s)},
        {u"comment"_s, u"Comment"_s, system(u"comment"_s, u"comments-page"_s), false, false},
        {u"worklog"_s, u"Log Work"_s, system(u"worklog"_s, u"array"_s, u"worklog"_s), false, false},
        {u"attachment"_s,
         u"Attachment"_s,
         system(u"attachment"_s, u"array"_s, u"attachment"_s),
         false,
         false},
        {storyPointsField,
         u"Story point estimate"_s,
         custom(u"number"_s, u"float"_s, 10016),
         true,
         true},
        {sprintField,
         u"Sprint"_s,
         QJsonObject{{u"type"_s, u"array"_s},
                     {u"items"_s, u"json"_s},
                     {u"custom"_s, u"com.pyxis.greenhopper.jira:gh-sprint"_s},
                     {u"customId"_s, 10020}}},
        {severityField, u"Severity"_s, custom(u"option"_s, u"select"_s, 10050), true, true},
    };
    return fields;
}

const FieldInfo *fieldInfo(const QString &id)
{
    const QList<FieldInfo> &fields = allFields();
    const auto found = std::find_if(
        fields.begin(), fields.end(), [&id](const FieldInfo &info) { return info.id == id; });
    return found == fields.end() ? nullptr : &*found;
}

const QList<NamedItem> &severities()
{
    static const QList<NamedItem> items{
        {.id = u"10061"_s, .name = u"Critical"_s},
        {.id = u"10062"_s, .name = u"Major"_s},
        {.id = u"10063"_s, .name = u"Minor"_s},
    };
    return items;
}

bool isFieldOnScreen(const FieldInfo &info, const JiraProject &project, const NamedItem &type)
{
    if (info.id == severityField)
        return project.requiresSeverity && type.name == "Bug"_L1;
    if (info.id == storyPointsField)
        return project.typeKey == "software"_L1 && !type.isSubtask;
    if (info.id == "labels"_L1)
        return project.typeKey != "business"_L1;
    if (info.id == "components"_L1 || info.id == "fixVersions"_L1)
        return project.typeKey == "software"_L1;
    return info.isOnScreen;
}

bool isFieldRequired(const FieldInfo &info, const JiraProject &project, const NamedItem &type)
{
    if (info.id == severityField)
        return isFieldOnScreen(info, project, type);
    return info.id == "summary"_L1 || info.id == "issuetype"_L1 || info.id == "project"_L1
        || (info.id == "parent"_L1 && type.isSubtask);
}

FieldSelection::FieldSelection(const QStringList &wanted, const QStringList &otherwise)
{
    const QStringList names = wanted.isEmpty() ? otherwise : wanted;
    m_isIdOnly = true;
    for (const QString &name : names) {
        m_isIdOnly = m_isIdOnly && name == "id"_L1;
        const bool isAll = name == "*all"_L1;
        if (isAll || name == "*navigable"_L1) {
            for (const FieldInfo &info : allFields()) {
                if (isAll || info.isNavigable)
                    m_ids.append(info.id);
            }
        } else if (name.startsWith(u'-')) {
            m_ids.removeAll(name.mid(1));
        } else if (fieldInfo(name)) {
            m_ids.append(name);
        }
    }
}

QJsonObject fieldNames(const FieldSelection &selection)
{
    QJsonObject names;
    for (const FieldInfo &info : allFields()) {
        if (selection.contains(info.id))
            names.insert(info.id, info.name);
    }
    return names;
}

} // namespace fairlead::sandbox
