// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/toolstack.h"

#include "server/connections/connections.h"

#include <algorithm>

namespace fairlead::wiring {

bool ToolStack::hasConnection(const connections::Connections &connections,
                              const tools::Caller &caller,
                              const QString &service)
{
    const auto usable = connections.usableBy(caller, service);
    return usable && !usable->isEmpty();
}

bool ToolStack::hasOwn(const QString &beginning) const
{
    const QList<tools::ToolDefinition> own = m_registry.list({});
    return std::ranges::any_of(own, [&beginning](const tools::ToolDefinition &tool) {
        return tool.name.startsWith(beginning);
    });
}

} // namespace fairlead::wiring
