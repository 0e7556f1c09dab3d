// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calllog.h"

#include "server/base/text.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

Q_LOGGING_CATEGORY(lcTools, "fairlead.server.tools", QtInfoMsg)

constexpr qsizetype longestName = 64;

QString outcomeOf(const Result<ToolResult> &result, const CancellationToken &cancellation)
{
    if (cancellation.isCancelled())
        return errorName(ErrorCode::Cancelled);
    if (!result)
        return errorName(result.error().code);
    return result->isError ? u"tool_error"_s : u"ok"_s;
}

qsizetype bytesOf(const Result<ToolResult> &result)
{
    if (!result)
        return 0;
    qsizetype bytes = 0;
    for (const Content &content : result->content)
        bytes += content.text.toUtf8().size() + content.data.size();
    if (result->structured)
        bytes += QJsonDocument(*result->structured).toJson(QJsonDocument::Compact).size();
    return bytes;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

void write(const CallRecord &record)
{
    qCInfo(lcTools).noquote() << u"call tool=%1 key=%2 client=%3 outcome=%4 ms=%5 bytes=%6"_s
                                     .arg(record.tool,
                                          orDash(record.keyPrefix),
                                          u'"' + orDash(record.clientName) + u'"',
                                          record.outcome)
                                     .arg(record.durationMs)
                                     .arg(record.resultBytes);
}

} // namespace

CallLog::CallLog(ToolInvoker &next, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_next(next)
    , m_clock(clock)
{}

QList<ToolDefinition> CallLog::list(const Caller &caller) const
{
    return m_next.list(caller);
}

QCoro::Task<Result<ToolResult>> CallLog::invoke(ToolCall call)
{
    CallRecord record;
    record.startedAt = m_clock.now();
    record.tool = cleanedLine(call.tool, longestName);
    record.userId = call.caller.userId;
    record.keyId = call.caller.keyId;
    record.keyPrefix = call.caller.keyPrefix;
    record.clientName = cleanedLine(call.caller.clientName, longestName);
    const CancellationToken cancellation = call.cancellation;
    const qint64 started = m_clock.monotonicMs();
    auto result = co_await m_next.invoke(std::move(call));
    record.durationMs = m_clock.monotonicMs() - started;
    record.outcome = outcomeOf(result, cancellation);
    record.resultBytes = bytesOf(result);
    write(record);
    Q_EMIT toolCalled(record);
    co_return result;
}

} // namespace fairlead::tools
