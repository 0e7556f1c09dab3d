// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/tasktools.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"
#include "server/tools/schematext.h"
#include "server/tools/toolregistry.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ToolCall;
using tools::ToolDefinition;
using tools::ToolEffect;
using tools::ToolResult;

ToolDefinition taskStatusDefinition()
{
    return {.name = u"notion_task_status"_s,
            .title = u"Status of a Notion task"_s,
            .description =
                u"Tells whether work that Notion does in the background is running, done or "
                "failed."_s,
            .inputSchema = tools::inputSchema(R"({
                "task":{"type":"string","maxLength":100},
                "connection":{"type":"string","maxLength":200}})",
                                              {u"task"_s}),
            .outputSchema = {},
            .effect = ToolEffect::Read,
            .service = u"notion"_s,
            .toolset = u"notion_tasks"_s,
            .endpoints = {u"GET /v1/async_tasks/{task_id}"_s}};
}

QString operationOf(const json::Element &task)
{
    const auto operation = json::member(task, "operation");
    const QString name = operation ? json::line(*operation, "name") : QString();
    return name.isEmpty() ? u"The task"_s : u"The task (%1)"_s.arg(name);
}

QString failureOf(const json::Element &task)
{
    const auto error = json::member(task, "error");
    const QString message = error ? json::line(*error, "message") : QString();
    return message.isEmpty() ? u"Notion does not say why."_s : message;
}

QString resultOf(const json::Element &task)
{
    const auto result = json::member(task, "result");
    const QString id = result ? canonicalId(json::line(*result, "id")) : QString();
    return id.isEmpty() ? QString() : u"  "_s + text::urlOf(id);
}

/** The answer as the text that the tool gives. */
Result<QString> taskText(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const QString status = json::line(*root, "status");
    if (status.isEmpty())
        return failure(ErrorCode::InvalidData, u"\"status\" is missing in the answer"_s);
    const QString what = operationOf(*root);
    if (status == "succeeded"_L1)
        return what + u" has succeeded."_s + resultOf(*root);
    if (status == "failed"_L1)
        return u"%1 has failed: %2"_s.arg(what, failureOf(*root));
    return u"%1 is not done yet (%2). Ask again in %3 seconds."_s.arg(what, status)
        .arg(std::max<qint64>(json::number(*root, "poll_after_seconds", 5), 1));
}

QCoro::Task<Result<ToolResult>> taskStatus(NotionTools tools, ToolCall call)
{
    const QString given = textOf(call, "task"_L1).trimmed();
    const QString id = canonicalId(given);
    if (id.isEmpty())
        co_return failure(ErrorCode::InvalidInput,
                          u"Argument \"task\" is \"%1\", but must be the id that the tool named "
                          "which started the work."_s.arg(cleanedLine(given, 100)));
    const QStringList probes(u"/v1/async_tasks/%1"_s);
    const auto session = co_await sessionFor(tools, call, id, probes);
    if (!session)
        co_return failure(session.error());
    RestCall wanted;
    wanted.path = u"/v1/async_tasks/"_s + id;
    auto text = co_await session->client->ask(wanted, taskText);
    text = tools.sessions.choice().noted(session->connection, std::move(text));
    if (!text && text.error().code == ErrorCode::NotFound)
        co_return failure(ErrorCode::NotFound,
                          u"Notion knows no task %1 of this connection. Tasks are forgotten some "
                          "time after they ended."_s.arg(bareId(id)));
    if (!text)
        co_return failure(text.error());
    co_return ToolResult::fromText(*text);
}

} // namespace

void addTaskTools(tools::ToolRegistry &registry, NotionTools tools)
{
    registry.add(taskStatusDefinition(),
                 [tools](ToolCall call) { return taskStatus(tools, std::move(call)); });
}

} // namespace fairlead::providers::notion
