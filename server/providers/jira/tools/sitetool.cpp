// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/sitetool.h"

#include "server/providers/jira/issuekey.h"
#include "server/providers/jira/jiratext.h"
#include "server/providers/jira/tools/callarguments.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using tools::ToolCall;
using tools::ToolResult;

QCoro::Task<Result<JiraSessions::Session>> sessionFor(JiraTools tools, ToolCall call)
{
    const QStringList keys = arguments::list(call, "keys"_L1);
    if (!keys.isEmpty())
        call.arguments.insert("key"_L1, keys.first());
    if (call.arguments.contains("key"_L1)) {
        auto target = co_await issueTarget(tools, std::move(call), "key"_L1);
        if (!target)
            co_return failure(target.error());
        co_return std::move(target->session);
    }
    QString project = arguments::text(call, "project"_L1);
    if (project.isEmpty())
        project = call.arguments["issues"_L1][0]["project"_L1].toString().trimmed();
    if (project.isEmpty())
        co_return co_await siteTarget(tools, std::move(call));
    const auto key = projectKey(project, "project"_L1);
    if (!key)
        co_return failure(key.error());
    co_return co_await projectTarget(tools, std::move(call), *key);
}

QCoro::Task<Result<ToolResult>> run(JiraTools tools, ToolCall call, SiteWork work)
{
    const auto session = co_await sessionFor(tools, call);
    if (!session)
        co_return failure(session.error());
    auto text = co_await work(tools, *session, std::move(call));
    text = tools.sessions.noted(session->connection, std::move(text));
    if (!text)
        co_return failure(text.error());
    co_return ToolResult::fromText(text::bounded(
        *text, text::defaultBytes, u"Ask for less: a lower limit, fewer fields or keys."_s));
}

} // namespace

void addSiteTool(tools::ToolRegistry &registry,
                 JiraTools tools,
                 tools::ToolDefinition definition,
                 SiteWork work)
{
    // With several sites connected, those that may be meant are asked for the project.
    const QJsonObject properties = definition.inputSchema.value("properties"_L1).toObject();
    for (const QLatin1StringView name : {"key"_L1, "keys"_L1, "project"_L1, "issues"_L1}) {
        if (properties.contains(name))
            definition.endpoints = siteEndpoints(definition.endpoints);
    }
    registry.add(std::move(definition),
                 [tools, work](ToolCall call) { return run(tools, std::move(call), work); });
}

} // namespace fairlead::providers::jira
