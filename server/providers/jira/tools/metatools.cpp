// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/metatools.h"

#include "server/providers/jira/fieldvalue.h"
#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/lookupparser.h"
#include "server/providers/jira/newissue.h"
#include "server/providers/jira/tools/callarguments.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

ToolDefinition createFieldsDefinition()
{
    return {.name = u"jira_get_create_fields"_s,
            .title = u"Create fields"_s,
            .description = u"Issue types; with type, its fields and values."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "project":{"type":"string","minLength":2,"maxLength":10},
                "type":{"type":"string","maxLength":100},
                "connection":{"type":"string","maxLength":200}})",
                {u"project"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .endpoints = siteEndpoints(
                {u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes"_s,
                 u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/{issueTypeId}"_s})};
}

ToolDefinition projectDefinition()
{
    return {.name = u"jira_get_project"_s,
            .title = u"Get a Jira project"_s,
            .description = u"A project's lead, issue types with their statuses, components and "
                           "versions."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "project":{"type":"string","minLength":2,"maxLength":10},
                "connection":{"type":"string","maxLength":200}})",
                {u"project"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"jira"_s,
            .toolset = u"jira_issues"_s,
            .endpoints = siteEndpoints({u"GET /rest/api/3/project/{projectIdOrKey}"_s,
                                        u"GET /rest/api/3/project/{projectIdOrKey}/statuses"_s})};
}

QString typesText(const QString &project, const QList<IssueType> &types)
{
    QStringList names;
    for (const IssueType &type : types)
        names.append(type.isSubtask ? type.name + u" (subtask: needs parent)"_s : type.name);
    if (names.isEmpty())
        return mayNotCreateText(project);
    return u"%1 has the types: %2.\nCall again with type for the fields of one."_s.arg(
        project, names.join(u", "_s));
}

QString kindOf(const CreateField &field)
{
    if (isDocument(field))
        return u"Markdown"_s;
    if (field.type == "array"_L1)
        return u"list of "_s + field.items;
    return field.type;
}

QString fieldLine(const CreateField &field)
{
    QString line = u"%1  %2  %3"_s.arg(field.name, field.id, kindOf(field));
    if (!field.allowedNames.isEmpty())
        line += u": "_s + listedNames(field.allowedNames);
    return line;
}

QString fieldsText(const QString &project, const IssueType &type, const QList<CreateField> &fields)
{
    QStringList required;
    QStringList others;
    for (const CreateField &field : fields) {
        // They are said by the arguments project and type.
        if (field.id != "project"_L1 && field.id != "issuetype"_L1)
            (field.isRequired ? required : others).append(fieldLine(field));
    }
    QString result = u"%1 in %2 (name  id  kind: values)"_s.arg(type.name, project);
    if (!required.isEmpty())
        result += u"\nRequired:\n"_s + required.join(u'\n');
    if (!others.isEmpty())
        result += u"\nOptional:\n"_s + others.join(u'\n');
    return result;
}

QCoro::Task<Result<ToolResult>> createFields(JiraSessions::Session session,
                                             QString project,
                                             QString wanted)
{
    const auto types = co_await session.client->issueTypes(project);
    if (!types)
        co_return failure(types.error());
    if (wanted.isEmpty())
        co_return ToolResult::fromText(typesText(project, *types));
    const auto type = issueTypeNamed(*types, wanted, project);
    if (!type)
        co_return failure(type.error());
    const auto fields = co_await session.client->createFields(project, type->id);
    if (!fields)
        co_return failure(fields.error());
    co_return ToolResult::fromText(
        text::bounded(fieldsText(project, *type, *fields), text::defaultBytes, {}));
}

QCoro::Task<Result<ToolResult>> getCreateFields(JiraTools tools, ToolCall call)
{
    const auto project = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!project)
        co_return failure(project.error());
    const auto session = co_await projectTarget(tools, call, *project);
    if (!session)
        co_return failure(session.error());
    auto result = co_await createFields(*session, *project, arguments::text(call, "type"_L1));
    co_return tools.sessions.noted(session->connection, std::move(result));
}

QString projectText(const ProjectDetails &project, const QStringList &statuses, const QUrl &site)
{
    QStringList lines{u"%1  %2"_s.arg(project.key, project.name),
                      u"%1/browse/%2"_s.arg(site.toString(QUrl::StripTrailingSlash), project.key)};
    if (!project.lead.isEmpty())
        lines.append(u"Lead: "_s + project.lead);
    if (!project.components.isEmpty())
        lines.append(u"Components: "_s + listedNames(project.components));
    if (!project.versions.isEmpty())
        lines.append(u"Versions: "_s + listedNames(project.versions));
    if (!statuses.isEmpty())
        lines.append(u"Types and their statuses:\n"_s + statuses.join(u'\n'));
    if (!project.description.isEmpty())
        lines.append(u"\n"_s + project.description);
    return lines.join(u'\n');
}

QCoro::Task<Result<ToolResult>> readProject(JiraSessions::Session session, QString key)
{
    RestCall details;
    details.path = u"/rest/api/3/project/"_s + key;
    details.subject = u"Project "_s + key;
    RestCall states = details;
    states.path += u"/statuses"_s;
    auto readingDetails = session.client->ask(details, parser::projectDetails);
    auto readingStates = session.client->ask(states, parser::projectStatuses);
    const auto project = co_await readingDetails;
    const auto statuses = co_await readingStates;
    if (!project)
        co_return failure(project.error());
    QString text = projectText(*project, statuses.value_or(QStringList()), session.connection.site);
    if (!statuses)
        text += u"\nTypes and their statuses: "_s + statuses.error().message;
    co_return ToolResult::fromText(text::bounded(text, text::defaultBytes, {}));
}

QCoro::Task<Result<ToolResult>> getProject(JiraTools tools, ToolCall call)
{
    const auto project = projectKey(arguments::text(call, "project"_L1), "project"_L1);
    if (!project)
        co_return failure(project.error());
    const auto session = co_await projectTarget(tools, call, *project);
    if (!session)
        co_return failure(session.error());
    auto result = co_await readProject(*session, *project);
    co_return tools.sessions.noted(session->connection, std::move(result));
}

} // namespace

void addMetaTools(tools::ToolRegistry &registry, JiraTools tools)
{
    registry.add(createFieldsDefinition(),
                 [tools](ToolCall call) { return getCreateFields(tools, std::move(call)); });
    registry.add(projectDefinition(),
                 [tools](ToolCall call) { return getProject(tools, std::move(call)); });
}

} // namespace fairlead::providers::jira
