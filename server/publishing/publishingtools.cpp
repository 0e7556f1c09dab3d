// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/publishing/publishingtools.h"

#include "server/publishing/publishtexts.h"
#include "server/tools/schematext.h"

using namespace Qt::StringLiterals;

namespace fairlead::publishing {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

constexpr qsizetype filesShown = 100;
const QString toolset = u"jira_publishing"_s;

ToolDefinition publishDefinition()
{
    return {.name = u"publish_file"_s,
            .title = u"Publish a file"_s,
            .description =
                u"Makes a Jira issue of a Markdown or other file in a folder that the user has "
                "approved, and remembers the link. A file that is published already and has "
                "changed needs `again`."_s,
            .inputSchema = tools::inputSchema(
                R"({
                "path":{"type":"string","minLength":1,"maxLength":4096},
                "project":{"type":"string","maxLength":255,"description":"Key; needed the first time"},
                "type":{"type":"string","maxLength":100,"default":"Task"},
                "parent":{"type":"string","maxLength":2048},
                "fields":{"type":"object"},
                "attach":{"type":"boolean","description":"Attach the file itself, too"},
                "again":{"enum":["update","comment","new"]},
                "dry_run":{"type":"boolean"},
                "connection":{"type":"string","maxLength":200}})",
                {u"path"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Write,
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = {u"GET /rest/api/3/project/{projectIdOrKey}"_s,
                          u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes"_s,
                          u"GET /rest/api/3/issue/createmeta/{projectIdOrKey}/issuetypes/"
                          "{issueTypeId}"_s,
                          u"GET /rest/api/3/user/search"_s,
                          u"GET /rest/api/3/user/assignable/search"_s,
                          u"POST /rest/api/3/issue"_s,
                          u"POST /rest/api/3/search/jql"_s,
                          u"GET /rest/api/3/issue/{issueIdOrKey}"_s,
                          u"PUT /rest/api/3/issue/{issueIdOrKey}"_s,
                          u"POST /rest/api/3/issue/{issueIdOrKey}/comment"_s,
                          u"GET /rest/api/3/attachment/meta"_s,
                          u"POST /rest/api/3/issue/{issueIdOrKey}/attachments"_s}};
}

ToolDefinition listDefinition()
{
    return {.name = u"list_published_files"_s,
            .title = u"List published files"_s,
            .description = u"Files that became Jira issues, with each issue's status and whether "
                           "the file has changed since."_s,
            .inputSchema = tools::inputSchema(R"({
                "folder":{"type":"string","maxLength":4096}})"),
            .outputSchema = {},
            .service = u"jira"_s,
            .toolset = toolset,
            .endpoints = {u"GET /rest/api/3/project/{projectIdOrKey}"_s,
                          u"POST /rest/api/3/issue/bulkfetch"_s}};
}

PublishRequest requestOf(const ToolCall &call)
{
    PublishRequest request;
    request.caller = call.caller;
    request.cancellation = call.cancellation;
    const auto text = [&call](QLatin1StringView name) {
        return call.arguments.value(name).toString().trimmed();
    };
    request.path = text("path"_L1);
    request.connection = text("connection"_L1);
    request.project = text("project"_L1);
    if (const QString type = text("type"_L1); !type.isEmpty())
        request.type = type;
    request.parent = text("parent"_L1);
    request.fields = call.arguments.value("fields"_L1).toObject();
    request.attachOriginal = call.arguments.value("attach"_L1).toBool();
    request.isDryRun = call.arguments.value("dry_run"_L1).toBool();
    request.again = againFromName(text("again"_L1)).value_or(Again::Ask);
    return request;
}

QCoro::Task<Result<ToolResult>> publishFile(Publisher *publisher, ToolCall call)
{
    const PublishRequest request = requestOf(call);
    const auto outcome = co_await publisher->publish(request);
    if (!outcome)
        co_return failure(outcome.error());
    co_return ToolResult::fromText(outcomeText(*outcome, request.isDryRun));
}

QString lineOf(const PublishedFile &file)
{
    const Publication &publication = file.publication;
    QStringList parts{publication.isSettled() ? publication.issueKey : publication.project,
                      file.status.isEmpty() ? u"?"_s : file.status,
                      publication.path};
    if (!file.isFileThere)
        parts.append(u"file is gone"_s);
    else if (file.isFileChanged)
        parts.append(u"changed since"_s);
    if (!file.problem.isEmpty())
        parts.append(file.problem);
    if (!file.missing.isEmpty())
        parts.append(missingFilesText(file.missing));
    return parts.join(u"  "_s);
}

QCoro::Task<Result<ToolResult>> listFiles(Publisher *publisher, ToolCall call)
{
    const QString folder = call.arguments.value("folder"_L1).toString();
    const auto files = co_await publisher->list(call.caller, folder, true, call.cancellation);
    if (!files)
        co_return failure(files.error());
    if (files->isEmpty())
        co_return ToolResult::fromText(u"No file is published yet."_s);
    QStringList lines;
    for (const PublishedFile &file : files->first(qMin(files->size(), filesShown)))
        lines.append(lineOf(file));
    if (files->size() > filesShown)
        lines.append(u"%1 more: name a folder."_s.arg(files->size() - filesShown));
    co_return ToolResult::fromText(lines.join(u'\n'));
}

} // namespace

void addPublishingTools(tools::ToolRegistry &registry, Publisher &publisher)
{
    registry.add(publishDefinition(),
                 [&publisher](ToolCall call) { return publishFile(&publisher, std::move(call)); });
    registry.add(listDefinition(),
                 [&publisher](ToolCall call) { return listFiles(&publisher, std::move(call)); });
}

} // namespace fairlead::publishing
