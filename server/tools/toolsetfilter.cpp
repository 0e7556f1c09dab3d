// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/toolsetfilter.h"

#include "server/base/text.h"
#include "server/tools/toolregistry.h"
#include "server/tools/toolsets.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr qsizetype longestKeyName = 100;

const Toolset *toolsetNamed(const QString &name)
{
    const auto found = std::ranges::find(allToolsets(), name, &Toolset::name);
    return found == allToolsets().end() ? nullptr : &*found;
}

} // namespace

QString howToSwitchOn(const QStringList &toolsets, const Caller &caller)
{
    QStringList switches;
    QStringList services;
    for (const QString &name : toolsets) {
        const Toolset *toolset = toolsetNamed(name);
        if (toolset != nullptr && toolset->comesWithConnection)
            services.append(toolset->title);
        else
            switches.append(name);
    }
    QStringList sentences;
    if (!switches.isEmpty()) {
        sentences.append(
            u"Ask the person to switch on %1 for the key “%2” in Fairlead (Clients and keys, "
            "Toolsets), or by: fairleadctl keys toolsets %3 %4"_s.arg(
                switches.join(u", "_s),
                cleanedLine(caller.keyName, longestKeyName),
                caller.keyId,
                switches.join(u' ')));
    }
    if (!services.isEmpty()) {
        sentences.append(
            u"The tools of %1 come with a connection: ask the person to connect it in Fairlead."_s
                .arg(services.join(u", "_s)));
    }
    return sentences.join(u'\n');
}

ToolsetFilter::ToolsetFilter(ToolInvoker &next,
                             const ToolRegistry &registry,
                             HasConnection hasConnection)
    : m_next(next)
    , m_registry(registry)
    , m_hasConnection(std::move(hasConnection))
{}

bool ToolsetFilter::isOn(const QString &toolset, const Caller &caller) const
{
    if (isSwitchedOn(toolset, caller))
        return true;
    const Toolset *known = toolsetNamed(toolset);
    return known != nullptr && known->comesWithConnection
        && m_hasConnection(caller, known->service);
}

QList<ToolDefinition> ToolsetFilter::listed(const Caller &caller, bool on) const
{
    QHash<QString, bool> known; // of a service it takes a look into the connections
    QList<ToolDefinition> tools = m_next.list(caller);
    tools.removeIf([&](const ToolDefinition &tool) {
        const auto asked = known.constFind(tool.toolset);
        const bool isItOn = asked != known.cend() ? *asked : isOn(tool.toolset, caller);
        known.insert(tool.toolset, isItOn);
        return isItOn != on;
    });
    return tools;
}

QList<ToolDefinition> ToolsetFilter::list(const Caller &caller) const
{
    return listed(caller, true);
}

QList<ToolDefinition> ToolsetFilter::hidden(const Caller &caller) const
{
    return listed(caller, false);
}

QCoro::Task<Result<ToolResult>> ToolsetFilter::invoke(ToolCall call)
{
    const ToolDefinition *tool = m_registry.find(call.tool);
    if (tool != nullptr && !isOn(tool->toolset, call.caller)) {
        call.caller.noteRefusal();
        return answered(ToolResult::fromError(
            {.code = ErrorCode::Forbidden,
             .message = u"%1 belongs to the toolset %2, which this key does not have, so nothing "
                        "was done. %3"_s.arg(tool->name,
                                             tool->toolset,
                                             howToSwitchOn({tool->toolset}, call.caller))}));
    }
    return m_next.invoke(std::move(call));
}

} // namespace fairlead::tools
