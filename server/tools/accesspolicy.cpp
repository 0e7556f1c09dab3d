// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/accesspolicy.h"

#include "server/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestKeyName = 100;

KeyAccess neededAccess(ToolEffect effect)
{
    switch (effect) {
    case ToolEffect::Read:
        return KeyAccess::Read;
    case ToolEffect::Write:
        return KeyAccess::Write;
    case ToolEffect::Destructive:
        break;
    }
    return KeyAccess::Full;
}

QString describe(KeyAccess access)
{
    switch (access) {
    case KeyAccess::Read:
        return u"read"_s;
    case KeyAccess::Write:
        return u"write"_s;
    case KeyAccess::Full:
        break;
    }
    return u"full"_s;
}

ToolResult refusal(const ToolDefinition &tool, const Caller &caller)
{
    const QString key = caller.keyId.isEmpty()
        ? u"This call"_s
        : u"The key \"%1\" (%2…)"_s.arg(cleanedLine(caller.keyName, longestKeyName),
                                        caller.keyPrefix);
    const QString needed = describe(neededAccess(tool.effect));
    return ToolResult::fromError(
        {.code = ErrorCode::Forbidden,
         .message = u"%1 has %2 access, and %3 needs %4 access, so nothing was done. To allow it, "
                    "create a key with %4 access in Fairlead and use it in this client."_s.arg(
                        key, describe(caller.access), tool.name, needed)});
}

} // namespace

bool isAllowed(ToolEffect effect, KeyAccess access)
{
    return access >= neededAccess(effect);
}

AccessPolicy::AccessPolicy(ToolInvoker &next)
    : m_next(next)
{}

QList<ToolDefinition> AccessPolicy::list(const Caller &caller) const
{
    QList<ToolDefinition> tools = m_next.list(caller);
    tools.removeIf(
        [&](const ToolDefinition &tool) { return !isAllowed(tool.effect, caller.access); });
    return tools;
}

QCoro::Task<Result<ToolResult>> AccessPolicy::invoke(ToolCall call)
{
    const QList<ToolDefinition> tools = m_next.list(call.caller);
    const auto tool = std::ranges::find(tools, call.tool, &ToolDefinition::name);
    if (tool != tools.end() && !isAllowed(tool->effect, call.caller.access)) {
        call.caller.noteRefusal();
        return answered(refusal(*tool, call.caller));
    }
    return m_next.invoke(std::move(call));
}

} // namespace fairlead::tools
