// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/neededfields.h"

using namespace Qt::StringLiterals;

namespace fairlead::publishing {

namespace jira = providers::jira;

namespace {

NeededField::Kind kindOf(const jira::CreateField &field)
{
    using Kind = NeededField::Kind;
    if (!field.allowedNames.isEmpty())
        return field.type == "array"_L1 ? Kind::SomeOf : Kind::OneOf;
    if (field.type == "number"_L1)
        return Kind::Number;
    return field.type == "date"_L1 ? Kind::Date : Kind::Text;
}

} // namespace

QList<NeededField> neededFieldsOf(const QString &project,
                                  const jira::IssueType &type,
                                  const QList<jira::CreateField> &known)
{
    jira::NewIssue issue;
    issue.project = project;
    issue.summary = issue.description = u"–"_s; // a file has both
    QList<NeededField> needed;
    const auto missing = jira::missingFields(issue, type, known);
    for (const jira::CreateField &field : missing) {
        if (field.id != "parent"_L1) // has a place of its own
            needed.append({.id = field.id,
                           .name = field.name,
                           .kind = kindOf(field),
                           .allowed = field.allowedNames});
    }
    return needed;
}

} // namespace fairlead::publishing
