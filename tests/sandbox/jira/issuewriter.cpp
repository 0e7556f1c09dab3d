// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/issuewriter.h"

#include "tests/sandbox/jira/adf.h"

#include <QJsonArray>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maximumSummary = 255;
constexpr qsizetype maximumLabel = 255;

/** The item that {"id"} or {"name"} (or {"value"}) names. */
const NamedItem *chosen(const QList<NamedItem> &items, const QJsonValue &value)
{
    const QString id = value["id"_L1].toString();
    const QString name = value["name"_L1].toString(value["value"_L1].toString());
    for (const NamedItem &item : items) {
        if (item.id == id || (id.isEmpty() && item.name.compare(name, Qt::CaseInsensitive) == 0))
            return &item;
    }
    return nullptr;
}

} // namespace

IssueWriter::IssueWriter(const Site &site, const JiraUser *caller, JiraIssue issue)
    : m_site(site)
    , m_caller(caller)
    , m_issue(std::move(issue))
{}

void IssueWriter::setFields(const QJsonObject &fields)
{
    // The type decides which other fields there are.
    if (fields.contains("issuetype"_L1))
        setIssueType(fields["issuetype"_L1]);
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        if (it.key() != "issuetype"_L1)
            setField(it.key(), it.value());
    }
}

void IssueWriter::setField(const QString &id, const QJsonValue &value)
{
    const FieldInfo *info = fieldInfo(id);
    const JiraProject *project = m_site.project(m_issue.projectId);
    const NamedItem *type = m_site.issueType(m_issue.typeId);
    if (!info || (project && type && !isFieldOnScreen(*info, *project, *type))) {
        m_errors.insert(id,
                        u"Field '%1' cannot be set. It is not on the appropriate screen, or "
                        "unknown."_s.arg(id));
        return;
    }
    if (id == "summary"_L1)
        setSummary(value);
    else if (id == "description"_L1)
        setDescription(value);
    else if (id == "priority"_L1)
        setPriority(value);
    else if (id == "assignee"_L1 || id == "reporter"_L1)
        setPerson(id, value);
    else if (id == "labels"_L1)
        setLabels(value);
    else if (id == "components"_L1 || id == "fixVersions"_L1)
        setParts(id, value);
    else if (id == "parent"_L1)
        setParent(value);
    else if (id == "duedate"_L1)
        setDueDate(value);
    else if (id == severityField)
        setSeverity(value);
    else if (id == storyPointsField && (value.isDouble() || value.isNull()))
        m_issue.storyPoints = value;
    else if (id == storyPointsField)
        m_errors.insert(id, u"Operation value must be a number"_s);
}

void IssueWriter::setIssueType(const QJsonValue &value)
{
    const NamedItem *type = chosen(m_site.issueTypes, value);
    const JiraProject *project = m_site.project(m_issue.projectId);
    if (!type || (project && !project->issueTypeIds.contains(type->id)))
        m_errors.insert(u"issuetype"_s, u"Specify a valid issue type"_s);
    else
        m_issue.typeId = type->id;
}

void IssueWriter::setSummary(const QJsonValue &value)
{
    const QString text = value.toString();
    if (!value.isString())
        m_errors.insert(u"summary"_s, u"Operation value must be a string"_s);
    else if (text.trimmed().isEmpty())
        m_errors.insert(u"summary"_s, u"You must specify a summary of the issue."_s);
    else if (text.size() > maximumSummary)
        m_errors.insert(u"summary"_s, u"Summary can't exceed 255 characters."_s);
    else if (text.contains(u'\n'))
        m_errors.insert(u"summary"_s,
                        u"The summary is invalid because it contains newline characters."_s);
    else
        m_issue.summary = text;
}

void IssueWriter::setDescription(const QJsonValue &value)
{
    if (value.isNull())
        m_issue.description = {};
    else if (!value.isObject())
        m_errors.insert(u"description"_s,
                        u"Operation value must be an Atlassian Document (see the Atlassian "
                        "Document Format)"_s);
    else if (const QString wrong = checkAdf(value); !wrong.isEmpty())
        m_errors.insert(u"description"_s, u"INVALID_INPUT: "_s + wrong);
    else
        m_issue.description = value.toObject();
}

void IssueWriter::setPriority(const QJsonValue &value)
{
    if (const NamedItem *priority = chosen(m_site.priorities, value))
        m_issue.priorityId = priority->id;
    else
        m_errors.insert(u"priority"_s, u"The priority selected is invalid."_s);
}

void IssueWriter::setPerson(const QString &id, const QJsonValue &value)
{
    // "id" is the older spelling of the same thing, and Jira still takes it.
    const QString accountId = value["accountId"_L1].toString(value["id"_L1].toString());
    const JiraUser *user = m_site.user(accountId);
    const JiraProject *project = m_site.project(m_issue.projectId);
    QString &target = id == "assignee"_L1 ? m_issue.assigneeId : m_issue.reporterId;
    if (!value.isNull() && !value.isObject())
        m_errors.insert(id, u"data was not an object"_s);
    else if (value.isNull() || accountId.isEmpty())
        target.clear();
    else if (!user)
        m_errors.insert(id, u"Specify a valid value for %1"_s.arg(id));
    else if (id == "assignee"_L1 && !m_site.allows(user, *project, Permission::EditIssues))
        m_errors.insert(id, u"User '%1' cannot be assigned issues."_s.arg(user->displayName));
    else
        target = accountId;
}

void IssueWriter::setLabels(const QJsonValue &value)
{
    QStringList labels;
    if (!value.isArray()) {
        m_errors.insert(u"labels"_s, u"data was not an array"_s);
        return;
    }
    for (const auto &label : value.toArray()) {
        const QString text = label.toString();
        if (!label.isString() || text.isEmpty() || text.size() > maximumLabel) {
            m_errors.insert(u"labels"_s, u"The label is empty or too long."_s);
            return;
        }
        if (text.contains(u' ')) {
            m_errors.insert(u"labels"_s,
                            u"The label '%1' contains spaces which is invalid."_s.arg(text));
            return;
        }
        if (!labels.contains(text))
            labels.append(text);
    }
    m_issue.labels = labels;
}

QList<NamedItem> IssueWriter::partsToChoose(const QString &id) const
{
    QList<NamedItem> parts;
    if (id == "components"_L1) {
        for (const JiraComponent &component : m_site.components) {
            if (component.projectId == m_issue.projectId)
                parts.append({.id = component.id, .name = component.name});
        }
        return parts;
    }
    for (const JiraVersion &version : m_site.versions) {
        if (version.projectId == m_issue.projectId)
            parts.append({.id = version.id, .name = version.members["name"_L1].toString()});
    }
    return parts;
}

void IssueWriter::setParts(const QString &id, const QJsonValue &value)
{
    const bool isComponent = id == "components"_L1;
    QStringList &target = isComponent ? m_issue.componentIds : m_issue.fixVersionIds;
    if (!value.isArray() && !value.isNull()) {
        m_errors.insert(id, u"data was not an array"_s);
        return;
    }
    const QList<NamedItem> parts = partsToChoose(id);
    QStringList ids;
    for (const auto &each : value.toArray()) {
        const NamedItem *part = each.isObject() ? chosen(parts, each) : nullptr;
        if (!part) {
            const QString said = each["name"_L1].toString(each["id"_L1].toString());
            m_errors.insert(id,
                            isComponent ? u"Component name '%1' is not valid"_s.arg(said)
                                        : u"Version name '%1' is not valid"_s.arg(said));
            return;
        }
        if (!ids.contains(part->id))
            ids.append(part->id);
    }
    target = ids;
}

void IssueWriter::setParent(const QJsonValue &value)
{
    const NamedItem *type = m_site.issueType(m_issue.typeId);
    if (value.isNull()) {
        m_issue.parentId.clear();
        return;
    }
    const JiraIssue *parent = m_site.issue(value["key"_L1].toString(value["id"_L1].toString()));
    const NamedItem *parentType = parent ? m_site.issueType(parent->typeId) : nullptr;
    const bool isVisible =
        parent != nullptr && m_site.allows(m_caller, *parent, Permission::BrowseProjects);
    if (!isVisible)
        m_errors.insert(u"parent"_s, u"Could not find issue by id or key."_s);
    else if (type && type->isSubtask
             && (parentType->isSubtask || parentType->name == "Epic"_L1
                 || parent->projectId != m_issue.projectId))
        m_errors.insert(u"parentId"_s,
                        u"Given parent issue does not belong to appropriate hierarchy."_s);
    else if (type && !type->isSubtask && parentType->name != "Epic"_L1)
        m_errors.insert(u"parentId"_s,
                        u"Given parent work item does not belong to appropriate hierarchy."_s);
    else
        m_issue.parentId = parent->id;
}

void IssueWriter::setDueDate(const QJsonValue &value)
{
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    if (value.isNull())
        m_issue.dueDate.clear();
    else if (!date.isValid())
        m_errors.insert(u"duedate"_s, u"Error parsing date string: %1"_s.arg(value.toString()));
    else
        m_issue.dueDate = date.toString(Qt::ISODate);
}

void IssueWriter::setSeverity(const QJsonValue &value)
{
    const NamedItem *severity = chosen(severities(), value);
    if (value.isNull())
        m_issue.severity.clear();
    else if (!value.isObject())
        m_errors.insert(severityField, u"Specify a valid 'id' or 'name' for Severity"_s);
    else if (!severity)
        m_errors.insert(severityField,
                        u"Option value '%1' is not valid"_s.arg(
                            value["value"_L1].toString(value["id"_L1].toString())));
    else
        m_issue.severity = severity->name;
}

void IssueWriter::update(const QJsonObject &operations)
{
    for (auto it = operations.begin(); it != operations.end(); ++it) {
        for (const auto &operation : it.value().toArray()) {
            if (operation.toObject().contains("set"_L1)) {
                const QJsonValue value = operation["set"_L1];
                const bool isNone = it.key() == "parent"_L1 && value["none"_L1].toBool();
                setField(it.key(), isNone ? QJsonValue(QJsonValue::Null) : value);
            } else if (it.key() == "labels"_L1) {
                updateLabels(operation.toObject());
            } else if (it.key() == "components"_L1 || it.key() == "fixVersions"_L1) {
                updateParts(it.key(), operation.toObject());
            } else {
                m_errors.insert(it.key(),
                                u"Field '%1' does not support this operation."_s.arg(it.key()));
            }
        }
    }
}

void IssueWriter::updateLabels(const QJsonObject &operation)
{
    QStringList labels = m_issue.labels;
    labels.removeAll(operation["remove"_L1].toString());
    if (operation.contains("add"_L1))
        labels.append(operation["add"_L1].toString());
    setLabels(QJsonArray::fromStringList(labels));
}

void IssueWriter::updateParts(const QString &id, const QJsonObject &operation)
{
    const QList<NamedItem> parts = partsToChoose(id);
    QStringList ids = id == "components"_L1 ? m_issue.componentIds : m_issue.fixVersionIds;
    if (const NamedItem *removed = chosen(parts, operation["remove"_L1]))
        ids.removeAll(removed->id);
    QJsonArray wanted;
    for (const QString &each : std::as_const(ids))
        wanted.append(QJsonObject{{u"id"_s, each}});
    if (operation.contains("add"_L1))
        wanted.append(operation["add"_L1]);
    setParts(id, wanted);
}

void IssueWriter::requireFields()
{
    const NamedItem *type = m_site.issueType(m_issue.typeId);
    if (!type) {
        if (!m_errors.contains(u"issuetype"_s))
            m_errors.insert(u"issuetype"_s, u"Specify an issue type"_s);
        return;
    }
    if (m_issue.summary.isEmpty() && !m_errors.contains(u"summary"_s))
        m_errors.insert(u"summary"_s, u"You must specify a summary of the issue."_s);
    const JiraProject *project = m_site.project(m_issue.projectId);
    if (isFieldRequired(*fieldInfo(severityField), *project, *type) && m_issue.severity.isEmpty()
        && !m_errors.contains(severityField))
        m_errors.insert(severityField, u"Severity is required."_s);
    if (type->isSubtask && m_issue.parentId.isEmpty() && !m_errors.contains(u"parent"_s))
        m_errors.insert(u"parent"_s, u"You must specify a parent issue for a sub-task."_s);
}

} // namespace fairlead::sandbox
