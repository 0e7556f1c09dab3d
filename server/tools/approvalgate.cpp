// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/approvalgate.h"

#include "server/tools/personform.h"

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

InputRequest lookAtFairlead(const QString &tool)
{
    const QJsonObject noFields{{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}};
    return {.kind = InputRequest::Kind::Form,
            .key = u"fairlead_approval"_s,
            .message = u"%1 waits for your yes in Fairlead, which shows what it would do. Answer "
                       "it there, in Fairlead's window on its computer: what you answer here does "
                       "not count."_s.arg(tool),
            .schema = noFields};
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

QString refusalText(const QString &tool, Approvals::Standing standing)
{
    using enum Approvals::Standing;
    switch (standing) {
    case Denied:
        return u"the person at Fairlead said no to this call of %1. Do not repeat it; ask them "
               "what to do instead."_s.arg(tool);
    case NobodyThere:
        return u"%1 needs a person's yes, and nobody can be asked just now. Open Fairlead's "
               "window, or run on its computer: fairleadctl approvals"_s.arg(tool);
    case TooMany:
        return u"too many calls of this key wait for a person's yes already. Answer them in "
               "Fairlead first."_s;
    case Unanswered:
    case Approved:
        break;
    }
    return u"%1 waits for a person's yes in Fairlead. Ask them to answer it there, then make the "
           "same call again within ten minutes."_s.arg(tool);
}

ApprovalGate::ApprovalGate(ToolInvoker &next, Approvals &approvals, const ChangePreviews &previews)
    : m_next(next)
    , m_approvals(approvals)
    , m_previews(previews)
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
    const bool isNeverAsked =
        call.caller.asks == KeyAsking::Never && call.caller.decisions.isEmpty();
    return isNeverAsked ? m_next.invoke(std::move(call)) : invokeIfAllowed(std::move(call));
}

QCoro::Task<Result<ToolResult>> ApprovalGate::invokeIfAllowed(ToolCall call)
{
    const QList<ToolDefinition> tools = m_next.list(call.caller);
    const auto tool = std::ranges::find(tools, call.tool, &ToolDefinition::name);
    const auto decision =
        tool == tools.end() ? ToolDecision::Allow : decisionFor(*tool, call.caller);
    if (decision == ToolDecision::Deny)
        co_return refused(call, u"%1 is switched off for this key in Fairlead."_s.arg(call.tool));
    if (decision == ToolDecision::Ask && !m_approvals.isGranted(call.caller, call.tool)) {
        const auto standing = co_await ask(*tool, call);
        if (!standing)
            co_return failure(standing.error());
        if (call.cancellation.isCancelled())
            co_return failure(ErrorCode::Cancelled, u"The request was given up."_s);
        if (*standing != Approvals::Standing::Approved)
            co_return refused(call, refusalText(call.tool, *standing));
    }
    co_return co_await m_next.invoke(std::move(call));
}

QCoro::Task<Result<Approvals::Standing>> ApprovalGate::ask(ToolDefinition tool, ToolCall call)
{
    ChangePreview change;
    m_approvals.refresh();
    if (!m_approvals.isKnown(call) && m_approvals.isSomebodyThere(call.caller.userId))
        change = co_await m_previews.of(call);
    if (call.cancellation.isCancelled())
        co_return Approvals::Standing::Unanswered;
    const auto standing = m_approvals.put(tool, call, change);
    if (!standing)
        co_return failure(standing.error());
    if (*standing == Approvals::Standing::Unanswered && PersonForm::canAsk(call.client)) {
        const auto pointed = co_await pointToFairlead(call);
        if (!pointed)
            co_return failure(pointed.error());
    }
    co_return co_await m_approvals.ask(tool, call);
}

/** What the client answers is of no account, only that its person has seen it. */
QCoro::Task<Result<>> ApprovalGate::pointToFairlead(ToolCall call)
{
    const InputRequest request = lookAtFairlead(call.tool);
    const QList<InputRequest> requests(1, request);
    if (!call.client->asksByResult()) {
        // The answer may come in Fairlead before the client's person has closed the form.
        QCoro::connect(call.client->ask(requests), &m_approvals, [](const auto &) {});
        co_return Result<>();
    }
    if (call.client->hasAnswer(request.key))
        co_return Result<>();
    const auto asked = co_await call.client->ask(requests);
    if (!asked)
        co_return failure(asked.error());
    co_return Result<>();
}

} // namespace fairlead::tools
