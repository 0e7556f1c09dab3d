// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/calllimit.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

QString ownerOf(const Caller &caller)
{
    return caller.keyId.isEmpty() ? caller.userId : caller.keyId;
}

} // namespace

CallLimit::CallLimit(ToolInvoker &next, int callsPerKey)
    : m_next(next)
    , m_callsPerKey(callsPerKey)
{}

bool CallLimit::isFull(const Caller &caller) const
{
    return m_running.value(ownerOf(caller)) >= m_callsPerKey;
}

QList<ToolDefinition> CallLimit::list(const Caller &caller) const
{
    return m_next.list(caller);
}

QCoro::Task<Result<ToolResult>> CallLimit::invoke(ToolCall call)
{
    if (isFull(call.caller))
        co_return ToolResult::fromError(
            {.code = ErrorCode::RateLimited,
             .message =
                 u"%1 calls of this key are running already, so %2 was not started. Wait for "
                 "one of them to finish."_s.arg(m_callsPerKey)
                     .arg(call.tool)});
    const QString owner = ownerOf(call.caller);
    ++m_running[owner];
    const auto leave = qScopeGuard([this, owner] {
        if (--m_running[owner] == 0)
            m_running.remove(owner);
    });
    co_return co_await m_next.invoke(std::move(call));
}

} // namespace fairlead::tools
