// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/accesspolicy.h"
#include "server/tools/calllimit.h"
#include "server/tools/calllog.h"
#include "server/tools/toolregistry.h"

namespace fairlead::wiring {

/**
 * The registry and the layers that no call can pass beside: log, then the limit of each key, then
 * access policy, then the registry, which checks the arguments.
 */
class ToolStack final
{
public:
    ToolStack(const Clock &clock, int callsPerKey)
        : m_policy(m_registry)
        , m_limit(m_policy, callsPerKey)
        , m_log(m_limit, clock)
    {}

    [[nodiscard]] tools::ToolRegistry &registry() { return m_registry; }
    /** The outermost layer: what the protocol gets. */
    [[nodiscard]] tools::ToolInvoker &front() { return m_log; }
    [[nodiscard]] const tools::CallLimit &limit() const { return m_limit; }
    [[nodiscard]] const tools::CallLog &log() const { return m_log; }

private:
    tools::ToolRegistry m_registry;
    tools::AccessPolicy m_policy;
    tools::CallLimit m_limit;
    tools::CallLog m_log;
};

} // namespace fairlead::wiring
