// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/askperson.h"

#include "server/base/text.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiradefinitions.h"
#include "server/providers/jira/newissue.h"
#include "server/tools/argumentcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;
using tools::PersonForm;
using tools::ToolCall;

constexpr int projectsOffered = 100;

bool isMissing(const QJsonObject &arguments, const QString &name)
{
    return arguments[name].toString().trimmed().isEmpty();
}

void insertAll(QJsonObject &arguments, const QJsonObject &answers)
{
    for (auto it = answers.begin(); it != answers.end(); ++it)
        arguments[it.key()] = it.value();
}

/** What the person gave passes the same check as what a model gives. */
Result<QJsonObject> checked(const QJsonObject &arguments)
{
    const auto check = tools::ArgumentCheck::create(definitions::createIssue().inputSchema);
    if (!check)
        return failure(check.error());
    return check->check(arguments);
}

QCoro::Task<Result<QJsonObject>> askProjectAndSummary(JiraSessions::Session session,
                                                      tools::ClientPortPointer client,
                                                      QJsonObject arguments)
{
    PersonForm form(u"issue"_s,
                    u"A Jira issue is to be created on %1."_s.arg(session.connection.name));
    if (isMissing(arguments, u"project"_s)) {
        const auto page = co_await session.client->projects({}, 0, projectsOffered);
        if (!page)
            co_return failure(page.error());
        QStringList keys;
        QStringList labels;
        for (const Project &project : page->isLast ? page->projects : QList<Project>()) {
            keys.append(project.key);
            labels.append(u"%1  %2"_s.arg(project.key, cleanedLine(project.name, 60)));
        }
        form.addChoice(u"project"_s, u"Project"_s, keys, labels);
    }
    if (isMissing(arguments, u"summary"_s))
        form.addValue(u"summary"_s, u"Summary"_s, u"string"_s);
    if (form.isEmpty())
        co_return arguments;
    const auto answers = co_await PersonForm::ask(client, form);
    if (!answers)
        co_return failure(answers.error());
    insertAll(arguments, *answers);
    co_return arguments;
}

QCoro::Task<Result<QJsonObject>> askType(JiraSessions::Session session,
                                         tools::ClientPortPointer client,
                                         QJsonObject arguments)
{
    const auto project = projectKey(arguments["project"_L1].toString(), "project"_L1);
    if (!project)
        co_return failure(project.error());
    const auto types = co_await session.client->issueTypes(*project);
    if (!types)
        co_return failure(types.error());
    QStringList names;
    for (const IssueType &type : *types) {
        // A subtask without its issue would only be refused.
        if (!type.isSubtask || !isMissing(arguments, u"parent"_s))
            names.append(type.name);
    }
    if (names.isEmpty())
        co_return failure(ErrorCode::Forbidden, mayNotCreateText(*project));
    PersonForm form(u"type"_s,
                    u"Which type has the new issue “%1” in %2?"_s.arg(
                        cleanedLine(arguments["summary"_L1].toString(), 100), *project));
    form.addChoice(u"type"_s, u"Type"_s, names);
    const auto answers = co_await PersonForm::ask(client, form);
    if (!answers)
        co_return failure(answers.error());
    insertAll(arguments, *answers);
    co_return arguments;
}

/** Whether a plain value is enough for it. */
bool fitsAForm(const CreateField &field)
{
    const QString &type = field.type == "array"_L1 ? field.items : field.type;
    if (!field.allowedNames.isEmpty())
        return true;
    return type == "string"_L1 || type == "number"_L1 || type == "date"_L1 || type == "datetime"_L1;
}

} // namespace

QCoro::Task<Result<Connection>> chooseAsking(const JiraSessions &sessions,
                                             ToolCall call,
                                             QString host)
{
    return sessions.choice().chooseAsking(std::move(call), std::move(host));
}

QCoro::Task<Result<QJsonObject>> completeNewIssue(JiraSessions::Session session, ToolCall call)
{
    if (!PersonForm::canAsk(call.client))
        co_return call.arguments;
    const auto basics = co_await askProjectAndSummary(session, call.client, call.arguments);
    if (!basics)
        co_return failure(basics.error());
    if (!isMissing(*basics, u"type"_s))
        co_return checked(*basics);
    const auto whole = co_await askType(session, call.client, *basics);
    if (!whole)
        co_return failure(whole.error());
    co_return checked(*whole);
}

QCoro::Task<Result<NewIssue>> completeFields(tools::ClientPortPointer client,
                                             NewIssue issue,
                                             IssueType type,
                                             QList<CreateField> known)
{
    const QList<CreateField> missing = missingFields(issue, type, known);
    if (missing.isEmpty() || !PersonForm::canAsk(client)
        || !std::ranges::all_of(missing, fitsAForm))
        co_return issue;
    PersonForm form(u"fields"_s,
                    u"Project %1 needs more for the new %2 “%3”."_s.arg(
                        issue.project, type.name, cleanedLine(issue.summary, 100)));
    for (const CreateField &field : missing) {
        if (field.allowedNames.isEmpty())
            form.addValue(
                field.id, field.name, field.type == "number"_L1 ? u"number"_s : u"string"_s);
        else
            form.addChoice(field.id, field.name, field.allowedNames);
    }
    const auto answers = co_await PersonForm::ask(client, form);
    if (!answers)
        co_return failure(answers.error());
    insertAll(issue.fields, *answers);
    co_return issue;
}

} // namespace fairlead::providers::jira
