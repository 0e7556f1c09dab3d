// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/guardedprompts.h"

#include "server/base/text.h"
#include "server/tools/accesspolicy.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestName = 100;

qsizetype bytesOf(const Result<PromptText> &prompt)
{
    qsizetype bytes = 0;
    if (prompt) {
        for (const PromptMessage &message : prompt->messages)
            bytes += message.content.text.toUtf8().size() + message.content.data.size();
    }
    return bytes;
}

} // namespace

GuardedPrompts::GuardedPrompts(PromptProvider &next, CallLimit &limit, CallLog &log)
    : m_next(next)
    , m_limit(limit)
    , m_log(log)
{}

QList<PromptDefinition> GuardedPrompts::list(const Caller &caller) const
{
    QList<PromptDefinition> prompts = m_next.list(caller);
    prompts.removeIf(
        [&](const PromptDefinition &prompt) { return !isAllowed(prompt.effect, caller.access); });
    return prompts;
}

QCoro::Task<Result<PromptText>> GuardedPrompts::get(PromptCall call)
{
    const CallLog::Entry entry = m_log.begin(u"prompt "_s + call.name, call.caller);
    const CancellationToken cancellation = call.cancellation;
    call.caller.notes = entry.notes;
    auto prompt = co_await getWithin(std::move(call));
    m_log.end(entry, CallLog::outcomeOf(prompt, cancellation), bytesOf(prompt));
    co_return prompt;
}

QCoro::Task<Result<PromptText>> GuardedPrompts::getWithin(PromptCall call)
{
    if (const auto allowed = check(call.name, call.caller); !allowed)
        co_return failure(allowed.error());
    const auto turn = m_limit.enter(call.caller, u"the prompt "_s + call.name);
    if (!turn)
        co_return failure(turn.error());
    co_return co_await m_next.get(std::move(call));
}

QCoro::Task<Result<Completion>> GuardedPrompts::complete(CompletionQuery query)
{
    if (const auto allowed = check(query.of, query.caller); !allowed)
        co_return failure(allowed.error());
    const auto turn = m_limit.enter(query.caller, u"the search for suggestions"_s);
    if (!turn)
        co_return failure(turn.error());
    co_return co_await m_next.complete(std::move(query));
}

Result<> GuardedPrompts::check(const QString &name, const Caller &caller) const
{
    const QList<PromptDefinition> prompts = list(caller);
    if (std::ranges::find(prompts, name, &PromptDefinition::name) != prompts.end())
        return {};
    return failure(ErrorCode::NotFound,
                   u"There is no prompt \"%1\"."_s.arg(cleanedLine(name, longestName)));
}

} // namespace fairlead::tools
