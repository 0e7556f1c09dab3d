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
constexpr qsizetype longestWork = 160; // a resource's address may be longer than a tool's name

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

/** Where a tool says what kind of error it was, that. */
QString outcomeOfCall(const Result<ToolResult> &result, const CancellationToken &cancellation)
{
    if (!result || !result->isError || cancellation.isCancelled())
        return CallLog::outcomeOf(result, cancellation);
    return result->errorCode ? QString(errorName(*result->errorCode)) : u"tool_error"_s;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

/** What the call has made is what it was about, too. */
void addMade(QStringList &targets, const ToolResult &result)
{
    targets += targetsOf(result);
    targets.removeDuplicates();
}

void write(const CallRecord &record)
{
    qCInfo(lcTools).noquote() << u"call tool=%1 key=%2 client=%3 outcome=%4 ms=%5 bytes=%6"_s.arg(
        record.tool,
        orDash(record.keyPrefix),
        u'"' + orDash(record.clientName) + u'"',
        record.outcome,
        QString::number(record.durationMs),
        QString::number(record.resultBytes));
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
    Entry entry = started(call.tool, call.caller);
    entry.record.targets = targetsOf(call.arguments);
    entry.record.arguments = keptText(call.arguments, m_keptArguments);
    const CancellationToken cancellation = call.cancellation;
    call.caller.notes = entry.notes;
    auto result = co_await m_next.invoke(std::move(call));
    if (result && !result->isError)
        addMade(entry.record.targets, *result);
    end(std::move(entry), outcomeOfCall(result, cancellation), bytesOf(result));
    co_return result;
}

CallLog::Entry CallLog::begin(const QString &what, const Caller &caller) const
{
    Entry entry = started(what, caller);
    entry.record.targets = targetsIn(what);
    return entry;
}

CallLog::Entry CallLog::started(const QString &what, const Caller &caller) const
{
    Entry entry{
        .record = {}, .startedMs = m_clock.monotonicMs(), .notes = std::make_shared<LoggedNotes>()};
    entry.record.startedAt = m_clock.now();
    entry.record.tool = cleanedLine(what, longestWork);
    entry.notes->tool = entry.record.tool;
    entry.record.userId = caller.userId;
    entry.record.keyId = caller.keyId;
    entry.record.keyPrefix = caller.keyPrefix;
    entry.record.clientName = cleanedLine(caller.clientName, longestName);
    return entry;
}

void CallLog::end(Entry entry, const QString &outcome, qsizetype bytes)
{
    entry.record.durationMs = m_clock.monotonicMs() - entry.startedMs;
    entry.record.connectionId = entry.notes->connectionId;
    entry.record.connectionName = cleanedLine(entry.notes->connectionName, longestName);
    entry.record.outcome = entry.notes->isRefused ? u"refused"_s : outcome;
    entry.record.resultBytes = bytes;
    entry.record.undoCall = entry.notes->undoCall;
    write(entry.record);
    Q_EMIT toolCalled(entry.record);
}

} // namespace fairlead::tools
