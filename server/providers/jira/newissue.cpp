// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/newissue.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfwriter.h"
#include "server/providers/jira/fieldvalue.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

/** One sentence for each required field that has no value yet. */
QStringList sentences(const QList<CreateField> &missing,
                      const NewIssue &issue,
                      const IssueType &type)
{
    QStringList sentences;
    for (const CreateField &field : missing) {
        sentences.append(
            u"Project %1 needs \"%2\" (%3) for the type %4.%5 Pass it as fields: {\"%2\": %6}."_s
                .arg(issue.project,
                     field.name,
                     field.id,
                     type.name,
                     allowedSentence(field),
                     exampleValue(field)));
    }
    return sentences;
}

QJsonObject member(const QString &name, const QString &value)
{
    QJsonObject object;
    object.insert(name, value);
    return object;
}

/** The fields that have arguments of their own. */
QJsonObject ownFields(const NewIssue &issue, const IssueType &type)
{
    QJsonObject fields;
    fields.insert("project"_L1, member(u"key"_s, issue.project));
    fields.insert("issuetype"_L1, member(u"id"_s, type.id));
    fields.insert("summary"_L1, issue.summary);
    if (!issue.description.isEmpty())
        fields.insert("description"_L1, adfFromMarkdown(issue.description));
    if (!issue.parent.isEmpty())
        fields.insert("parent"_L1, member(u"key"_s, issue.parent));
    if (!issue.assigneeId.isEmpty())
        fields.insert("assignee"_L1, member(u"accountId"_s, issue.assigneeId));
    if (!issue.labels.isEmpty())
        fields.insert("labels"_L1, QJsonArray::fromStringList(issue.labels));
    return fields;
}

/** The fields that are given by id or name. */
QJsonObject furtherFields(const NewIssue &issue)
{
    QJsonObject further = issue.fields;
    if (!issue.priority.isEmpty())
        further.insert("priority"_L1, issue.priority);
    if (!issue.components.isEmpty())
        further.insert("components"_L1, QJsonArray::fromStringList(issue.components));
    if (!issue.fixVersions.isEmpty())
        further.insert("fixVersions"_L1, QJsonArray::fromStringList(issue.fixVersions));
    return further;
}

} // namespace

QString mayNotCreateText(const QString &project)
{
    return u"You may not create issues in project %1. Choose another, or ask whoever administers "
           u"it "
           "for that right."_s.arg(project);
}

Result<IssueType> issueTypeNamed(const QList<IssueType> &types,
                                 const QString &wanted,
                                 const QString &project)
{
    QStringList names;
    for (const IssueType &type : types) {
        if (isSame(type.name, wanted) || type.id == wanted)
            return type;
        names.append(type.name);
    }
    if (names.isEmpty())
        return refused(mayNotCreateText(project));
    return refused(u"Argument \"type\" is \"%1\", but project %2 has: %3."_s.arg(
        cleanedLine(wanted, 100), project, listedNames(names)));
}

QList<CreateField> missingFields(const NewIssue &issue,
                                 const IssueType &type,
                                 const QList<CreateField> &known)
{
    QStringList given = ownFields(issue, type).keys();
    const QStringList further = furtherFields(issue).keys();
    for (const QString &name : further) {
        if (const CreateField *field = fieldNamed(known, name))
            given.append(field->id);
    }
    QList<CreateField> missing;
    for (const CreateField &field : known) {
        // Jira itself fills in the reporter.
        if (field.isRequired && field.id != "reporter"_L1 && !given.contains(field.id))
            missing.append(field);
    }
    return missing;
}

Result<QJsonObject> newIssueFields(const NewIssue &issue,
                                   const IssueType &type,
                                   const QList<CreateField> &known)
{
    if (type.isSubtask && issue.parent.isEmpty()) {
        return refused(u"The type %1 is a subtask, so it needs the argument \"parent\": the key of "
                       "the issue it belongs to."_s.arg(type.name));
    }
    QJsonObject fields = ownFields(issue, type);
    const QJsonObject further = furtherFields(issue);
    for (auto it = further.constBegin(); it != further.constEnd(); ++it) {
        const CreateField *field = fieldNamed(known, it.key());
        if (!field) {
            return refused(u"Project %1 has no field \"%2\" for the type %3. It has: %4."_s.arg(
                issue.project, cleanedLine(it.key(), 100), type.name, listedFields(known)));
        }
        const auto value = fieldValue(*field, it.value());
        if (!value)
            return failure(value.error());
        fields.insert(field->id, *value);
    }
    const QList<CreateField> missing = missingFields(issue, type, known);
    if (!missing.isEmpty())
        return refused(sentences(missing, issue, type).join(u'\n'));
    return fields;
}

} // namespace fairlead::providers::jira
