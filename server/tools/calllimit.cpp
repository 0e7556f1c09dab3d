// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calllimit.h"

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

QString ownerOf(const Caller &caller)
{
    return caller.keyId.isEmpty() ? caller.userId : caller.keyId;
}

} // namespace

CallLimit::CallLimit(ToolInvoker &next, int callsPerKey, const Pause *pause)
    : m_next(next)
    , m_callsPerKey(callsPerKey)
    , m_pause(pause)
{}

bool CallLimit::isFull(const Caller &caller) const
{
    return m_running.value(ownerOf(caller)) >= m_callsPerKey;
}

Result<CallLimit::Turn> CallLimit::enter(const Caller &caller, const QString &what)
{
    // What the person does without a key is not held up by their own pause.
    if (m_pause && !caller.keyId.isEmpty()) {
        if (const auto open = m_pause->check(); !open) {
            caller.noteRefusal();
            return failure(open.error());
        }
    }
    if (isFull(caller)) {
        caller.noteRefusal();
        return failure(ErrorCode::RateLimited,
                       u"%1 calls of this key are running already, so %2 was not started. Wait for "
                       "one of them to finish."_s.arg(m_callsPerKey)
                           .arg(what));
    }
    const QString owner = ownerOf(caller);
    ++m_running[owner];
    return Turn(nullptr, [this, owner](void *) {
        if (--m_running[owner] == 0)
            m_running.remove(owner);
    });
}

QList<ToolDefinition> CallLimit::list(const Caller &caller) const
{
    return m_next.list(caller);
}

QCoro::Task<Result<ToolResult>> CallLimit::invoke(ToolCall call)
{
    const auto turn = enter(call.caller, call.tool);
    if (!turn)
        co_return ToolResult::fromError(turn.error());
    co_return co_await m_next.invoke(std::move(call));
}

} // namespace fairlead::tools
