// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/toolinvoker.h"

#include <functional>

namespace fairlead::tools {

class ToolRegistry;

/**
 * Keeps to the toolsets that a key has switched on: tools of others are not listed, and a call to
 * one is answered with how to switch it on. What this protects is the model's context; what a key
 * may do is the access policy's business. Lives as long as the program.
 */
class ToolsetFilter final : public ToolInvoker
{
public:
    /** Whether a caller has a connection to the service: its only toolset is on then. */
    using HasConnection = std::function<bool(const Caller &caller, const QString &service)>;

    /** `registry`: what there is, whatever stands between. */
    ToolsetFilter(ToolInvoker &next, const ToolRegistry &registry, HasConnection hasConnection);

    [[nodiscard]] QList<ToolDefinition> list(const Caller &caller) const override;
    /** The tools that the caller could have and does not see. */
    [[nodiscard]] QList<ToolDefinition> hidden(const Caller &caller) const;
    [[nodiscard]] QCoro::Task<Result<ToolResult>> invoke(ToolCall call) override;

private:
    [[nodiscard]] bool isOn(const QString &toolset, const Caller &caller) const;
    /** Those of all toolsets that are on, or of all that are off. */
    [[nodiscard]] QList<ToolDefinition> listed(const Caller &caller, bool on) const;

    ToolInvoker &m_next;
    const ToolRegistry &m_registry;
    HasConnection m_hasConnection;
};

/** How a person switches toolsets on for this caller's key, or connects what they need. */
[[nodiscard]] QString howToSwitchOn(const QStringList &toolsets, const Caller &caller);

} // namespace fairlead::tools
