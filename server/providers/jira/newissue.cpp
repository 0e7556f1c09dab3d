// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/newissue.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfwriter.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qsizetype valuesListed = 30;

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

bool isSame(const QString &left, const QString &right)
{
    return left.compare(right, Qt::CaseInsensitive) == 0;
}

QString listed(const QStringList &names)
{
    const QString text = names.first(std::min(names.size(), valuesListed)).join(u", "_s);
    const qsizetype more = names.size() - valuesListed;
    return more > 0 ? text + u" and %1 more"_s.arg(more) : text;
}

bool isDocument(const CreateField &field)
{
    return field.id == "description"_L1 || field.id == "environment"_L1
        || field.custom.endsWith(":textarea"_L1);
}

/** The member by which Jira takes a value of that type when it is given by name. */
QString memberFor(const QString &type)
{
    struct Row
    {
        QLatin1StringView type;
        QLatin1StringView member;
    };
    constexpr std::array<Row, 10> rows{{{"option"_L1, "value"_L1},
                                        {"option-with-child"_L1, "value"_L1},
                                        {"priority"_L1, "name"_L1},
                                        {"version"_L1, "name"_L1},
                                        {"component"_L1, "name"_L1},
                                        {"resolution"_L1, "name"_L1},
                                        {"group"_L1, "name"_L1},
                                        {"user"_L1, "accountId"_L1},
                                        {"project"_L1, "key"_L1},
                                        {"issuelink"_L1, "key"_L1}}};
    const auto found = std::find_if(
        rows.begin(), rows.end(), [&type](const Row &row) { return type == row.type; });
    return found == rows.end() ? QString() : QString(found->member);
}

/** The allowed value as Jira spells it. */
Result<QString> allowedName(const CreateField &field, const QString &given)
{
    if (field.allowedNames.isEmpty())
        return given;
    const auto found = std::find_if(field.allowedNames.begin(),
                                    field.allowedNames.end(),
                                    [&given](const QString &name) { return isSame(name, given); });
    if (found != field.allowedNames.end())
        return *found;
    return refused(u"Field \"%1\" is \"%2\", but must be one of: %3."_s.arg(
        field.name, cleanedLine(given, 100), listed(field.allowedNames)));
}

Result<QJsonValue> singleValue(const CreateField &field,
                               const QString &type,
                               const QJsonValue &given)
{
    if (type == "number"_L1 && given.isString()) {
        bool isNumber = false;
        const double number = given.toString().toDouble(&isNumber);
        if (!isNumber) {
            return refused(u"Field \"%1\" is \"%2\", but must be a number."_s.arg(
                field.name, cleanedLine(given.toString(), 100)));
        }
        return QJsonValue(number);
    }
    if (!given.isString())
        return given; // the caller knows Jira's own form
    if (isDocument(field))
        return QJsonValue(adfFromMarkdown(given.toString()));
    const auto name = allowedName(field, given.toString());
    if (!name)
        return failure(name.error());
    const QString member = memberFor(type);
    if (member.isEmpty())
        return QJsonValue(*name);
    QJsonObject value;
    value.insert(member, *name);
    return QJsonValue(value);
}

Result<QJsonValue> valueFor(const CreateField &field, const QJsonValue &given)
{
    if (field.type != "array"_L1)
        return singleValue(field, field.type, given);
    const QJsonArray elements = given.isArray() ? given.toArray() : QJsonArray{given};
    QJsonArray values;
    for (const auto &element : elements) {
        const auto value = singleValue(field, field.items, element);
        if (!value)
            return value;
        values.append(*value);
    }
    return QJsonValue(values);
}

const CreateField *fieldNamed(const QList<CreateField> &known, const QString &wanted)
{
    const auto byId = std::find_if(known.begin(), known.end(), [&wanted](const CreateField &field) {
        return isSame(field.id, wanted);
    });
    if (byId != known.end())
        return &*byId;
    const auto byName =
        std::find_if(known.begin(), known.end(), [&wanted](const CreateField &field) {
            return isSame(field.name, wanted);
        });
    return byName == known.end() ? nullptr : &*byName;
}

QString example(const CreateField &field)
{
    if (!field.allowedNames.isEmpty()) {
        return field.type == "array"_L1 ? u"[\"%1\"]"_s.arg(field.allowedNames.first())
                                        : u"\"%1\""_s.arg(field.allowedNames.first());
    }
    if (field.type == "number"_L1)
        return u"3"_s;
    if (field.type == "date"_L1)
        return u"\"2026-11-20\""_s;
    if (field.type == "datetime"_L1)
        return u"\"2026-11-20T10:00:00.000+0000\""_s;
    if (field.type == "user"_L1)
        return u"\"account id\""_s;
    return field.type == "array"_L1 ? u"[\"text\"]"_s : u"\"text\""_s;
}

/** One sentence for each required field that has no value yet. */
QStringList sentences(const QList<CreateField> &missing,
                      const NewIssue &issue,
                      const IssueType &type)
{
    QStringList sentences;
    for (const CreateField &field : missing) {
        const QString allowed = field.allowedNames.isEmpty()
            ? QString()
            : u" Allowed: %1."_s.arg(listed(field.allowedNames));
        sentences.append(
            u"Project %1 needs \"%2\" (%3) for the type %4.%5 Pass it as fields: {\"%2\": %6}."_s
                .arg(issue.project, field.name, field.id, type.name, allowed, example(field)));
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
    return further;
}

} // namespace

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
        return refused(u"You may not create issues in project %1."_s.arg(project));
    return refused(u"Argument \"type\" is \"%1\", but project %2 has: %3."_s.arg(
        cleanedLine(wanted, 100), project, listed(names)));
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
            QStringList names;
            for (const CreateField &each : known)
                names.append(each.name);
            return refused(u"Project %1 has no field \"%2\" for the type %3. It has: %4."_s.arg(
                issue.project, cleanedLine(it.key(), 100), type.name, listed(names)));
        }
        const auto value = valueFor(*field, it.value());
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
