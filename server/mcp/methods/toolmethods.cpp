// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/toolmethods.h"

#include "server/base/text.h"
#include "server/mcp/methods/page.h"
#include "server/mcp/methods/toolmessages.h"

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestName = 128;

/** Whoever answers a request without a session adds to the result, and so needs its object; so does
 * what was handed through as it came. */
Reply replyOf(const tools::ToolResult &result, Revision revision, bool isInSession)
{
    if (isInSession && result.structuredText.isEmpty())
        return Reply::fromJson(toolResultText(result, revision));
    Reply reply = Reply::fromResult(toolResultToJson(result, revision));
    if (reply.result.contains("structuredContent"_L1))
        reply.structuredContent = result.structuredText;
    return reply;
}

} // namespace

QCoro::Task<Reply> listTools(MethodContext context)
{
    const QList<tools::ToolDefinition> tools = context.server.tools.list(context.caller);
    const auto toJson = [&](const tools::ToolDefinition &tool) {
        return toolToJson(tool, context.revision);
    };
    co_return pageOf(context, "tools"_L1, tools, &tools::ToolDefinition::name, toJson);
}

QCoro::Task<Reply> callTool(MethodContext context)
{
    const QJsonValue name = context.params["name"_L1];
    const QJsonValue arguments = context.params["arguments"_L1];
    if (!name.isString() || name.toString().isEmpty())
        co_return Reply::fromError(RpcCode::InvalidParams, u"tools/call needs a \"name\"."_s);
    if (!arguments.isUndefined() && !arguments.isNull() && !arguments.isObject())
        co_return Reply::fromError(RpcCode::InvalidParams, u"\"arguments\" must be an object."_s);

    tools::ToolCall call;
    call.tool = name.toString();
    call.arguments = arguments.toObject();
    call.caller = context.caller;
    call.cancellation = context.cancellation;
    call.reportProgress = context.reportProgress;
    call.client = context.client;
    call.text = context.text;
    const bool isInSession = context.session != nullptr;
    const auto result = co_await context.server.tools.invoke(std::move(call));
    if (result)
        co_return replyOf(*result, context.revision, isInSession);
    if (result.error().code == ErrorCode::NotFound)
        co_return Reply::fromError(RpcCode::InvalidParams,
                                   u"Unknown tool: "_s + cleanedLine(name.toString(), longestName));
    const auto failed = tools::ToolResult::fromError(result.error());
    co_return replyOf(failed, context.revision, isInSession);
}

} // namespace fairlead::mcp
