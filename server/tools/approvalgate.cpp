// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/approvalgate.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

KeyAsking askedFrom(ToolEffect effect)
{
    return effect == ToolEffect::Destructive ? KeyAsking::Destructive : KeyAsking::Writes;
}

ToolResult refused(const ToolCall &call, const QString &why)
{
    call.caller.noteRefusal();
    return ToolResult::fromError(
        {.code = ErrorCode::Forbidden, .message = u"Nothing was done: "_s + why});
}

ToolResult notRun(const ToolCall &call, Approvals::Standing standing)
{
    using enum Approvals::Standing;
    switch (standing) {
    case Denied:
        return refused(call,
                       u"the person at Fairlead said no to this call of %1. Do not repeat "
                       "it; ask them what to do instead."_s.arg(call.tool));
    case NobodyThere:
        return refused(
            call,
            u"%1 needs a person's yes, and nobody can be asked just now. Open "
            "Fairlead's window, or run on its computer: fairleadctl approvals"_s.arg(call.tool));
    case TooMany:
        return refused(call,
                       u"too many calls of this key wait for a person's yes already. Answer "
                       "them in Fairlead first."_s);
    case Unanswered:
    case Approved:
        break;
    }
    return refused(call,
                   u"%1 waits for a person's yes in Fairlead. Ask them to answer it there, then "
                   "make the same call again within ten minutes."_s.arg(call.tool));
}

} // namespace

ToolDecision decisionFor(const ToolDefinition &tool, const Caller &caller)
{
    if (const auto decided = caller.decisions.find(tool.name); decided != caller.decisions.end())
        return *decided;
    if (tool.effect == ToolEffect::Read || caller.asks < askedFrom(tool.effect))
        return ToolDecision::Allow;
    return ToolDecision::Ask;
}

ApprovalGate::ApprovalGate(ToolInvoker &next, Approvals &approvals)
    : m_next(next)
    , m_approvals(approvals)
{}

QList<ToolDefinition> ApprovalGate::list(const Caller &caller) const
{
    QList<ToolDefinition> tools = m_next.list(caller);
    if (!caller.decisions.isEmpty())
        tools.removeIf([&](const ToolDefinition &tool) {
            return decisionFor(tool, caller) == ToolDecision::Deny;
        });
    return tools;
}

QCoro::Task<Result<ToolResult>> ApprovalGate::invoke(ToolCall call)
{
    if (call.caller.asks == KeyAsking::Never && call.caller.decisions.isEmpty())
        co_return co_await m_next.invoke(std::move(call));
    const QList<ToolDefinition> tools = m_next.list(call.caller);
    const auto tool = std::ranges::find(tools, call.tool, &ToolDefinition::name);
    const auto decision =
        tool == tools.end() ? ToolDecision::Allow : decisionFor(*tool, call.caller);
    if (decision == ToolDecision::Deny)
        co_return refused(call, u"%1 is switched off for this key in Fairlead."_s.arg(call.tool));
    if (decision == ToolDecision::Ask && !m_approvals.isGranted(call.caller, call.tool)) {
        const Approvals::Standing standing = co_await m_approvals.ask(*tool, call);
        if (call.cancellation.isCancelled())
            co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
        if (standing != Approvals::Standing::Approved)
            co_return notRun(call, standing);
    }
    co_return co_await m_next.invoke(std::move(call));
}

} // namespace fairlead::tools
