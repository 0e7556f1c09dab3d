// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/mcp/methods/toolmethods.h"

#include "server/base/text.h"
#include "server/mcp/methods/toolmessages.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::mcp {
namespace {

constexpr qsizetype longestName = 128;

/** A cursor names the last tool of the page before: it stays right when tools come and go. */
QString cursorAfter(const QString &tool)
{
    return QString::fromLatin1(
        tool.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

/** Where the page after the cursor starts; nothing when no tool of the list is meant. */
std::optional<qsizetype> startAfter(const QJsonValue &cursor,
                                    const QList<tools::ToolDefinition> &tools)
{
    if (cursor.isUndefined() || cursor.isNull())
        return 0;
    const auto name = QByteArray::fromBase64Encoding(cursor.toString().toUtf8(),
                                                     QByteArray::Base64UrlEncoding
                                                         | QByteArray::AbortOnBase64DecodingErrors);
    const auto last =
        std::ranges::find(tools, QString::fromUtf8(name.decoded), &tools::ToolDefinition::name);
    if (!cursor.isString() || last == tools.end())
        return std::nullopt;
    return last - tools.begin() + 1;
}

} // namespace

QCoro::Task<Reply> listTools(MethodContext context)
{
    const QList<tools::ToolDefinition> tools = context.server.tools.list(context.caller);
    const auto start = startAfter(context.params["cursor"_L1], tools);
    if (!start)
        co_return Reply::fromError(RpcCode::InvalidParams,
                                   u"Unknown cursor. List the tools from the start."_s);
    const qsizetype end = std::min(tools.size(), *start + context.server.toolsPerPage);
    QJsonArray page;
    for (qsizetype i = *start; i < end; ++i)
        page.append(toolToJson(tools[i], context.revision));
    QJsonObject result;
    result["tools"_L1] = page;
    if (end < tools.size())
        result["nextCursor"_L1] = cursorAfter(tools[end - 1].name);
    co_return Reply::fromResult(result);
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
    const auto result = co_await context.server.tools.invoke(std::move(call));
    if (result)
        co_return Reply::fromResult(toolResultToJson(*result, context.revision));
    if (result.error().code == ErrorCode::NotFound)
        co_return Reply::fromError(RpcCode::InvalidParams,
                                   u"Unknown tool: "_s + cleanedLine(name.toString(), longestName));
    const auto failed = tools::ToolResult::fromError(result.error());
    co_return Reply::fromResult(toolResultToJson(failed, context.revision));
}

} // namespace fairlead::mcp
