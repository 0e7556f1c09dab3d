// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/issueupdate.h"

#include "server/base/text.h"
#include "server/providers/jira/fieldvalue.h"
#include "server/tools/nearestname.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

tl::unexpected<Error> unknownField(const FieldChange &change, const QString &name)
{
    if (change.known.isEmpty()) {
        return refused(
            u"%1 has no fields %2, or you may not edit it, so \"%3\" cannot be set."_s.arg(
                change.subject, change.where, cleanedLine(name, 100)));
    }
    if (name.compare("status"_L1, Qt::CaseInsensitive) == 0)
        return refused(
            u"The status of %1 is changed with jira_transition_issue."_s.arg(change.subject));
    QStringList names;
    for (const CreateField &field : change.known)
        names.append(field.name);
    const auto nearest = tools::nearestName(name, names);
    return refused(u"%1 has no field \"%2\" %3.%4 It has: %5."_s.arg(
        change.subject,
        cleanedLine(name, 100),
        change.where,
        nearest ? u" Did you mean \"%1\"?"_s.arg(*nearest) : QString(),
        listedNames(names)));
}

} // namespace

Result<QJsonObject> changedFields(const FieldChange &change, const QJsonObject &values)
{
    QJsonObject fields;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        const CreateField *field = fieldNamed(change.known, it.key());
        if (!field)
            return unknownField(change, it.key());
        const auto value = fieldValue(*field, it.value());
        if (!value)
            return failure(value.error());
        if (value->isNull() && field->isRequired) {
            return refused(u"Field \"%1\" of %2 is required, so it cannot be emptied.%3"_s.arg(
                field->name, change.subject, allowedSentence(*field)));
        }
        fields.insert(field->id, *value);
    }
    return fields;
}

QStringList missingSentences(const FieldChange &change, const QJsonObject &fields)
{
    QStringList sentences;
    for (const CreateField &field : change.known) {
        if (!field.isRequired || fields.contains(field.id))
            continue;
        sentences.append(u"%1 needs \"%2\" (%3).%4 Pass it as fields: {\"%2\": %5}."_s.arg(
            change.subject, field.name, field.id, allowedSentence(field), exampleValue(field)));
    }
    return sentences;
}

} // namespace fairlead::providers::jira
