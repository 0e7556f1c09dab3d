// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreaminvoker.h"
#include "server/providers/signinasking.h"
#include "server/tools/accesspolicy.h"
#include "server/tools/approvalgate.h"
#include "server/tools/calllimit.h"
#include "server/tools/calllog.h"
#include "server/tools/findtools.h"
#include "server/tools/guardedprompts.h"
#include "server/tools/guardedresources.h"
#include "server/tools/promptregistry.h"
#include "server/tools/resourceregistry.h"
#include "server/tools/resultbudget.h"
#include "server/tools/toolregistry.h"
#include "server/tools/toolsetfilter.h"

namespace fairlead::wiring {

/**
 * The registry and the layers that no call can pass beside: log, then the pause and the limit of
 * each key, then its toolsets, then access policy, then the bound of an answer, then asking to sign
 * in again, then remote MCP servers, then the registry, which checks the arguments. Resources and
 * prompts pass the same limit and log.
 */
class ToolStack final
{
public:
    struct Limits
    {
        int callsPerKey = 0;
        int resultBytes = 0; ///< of one answer's text
    };

    ToolStack(const Clock &clock,
              const Limits &limits,
              const connections::Connections &connections,
              providers::BrowserSignIn &signIns,
              gateway::Upstreams &upstreams)
        : m_upstreams(m_registry, upstreams)
        , m_signInAsking(m_upstreams, connections, signIns)
        , m_budget(m_signInAsking, clock, limits.resultBytes)
        , m_approvals(clock)
        , m_approval(m_budget, m_approvals, m_previews)
        , m_policy(m_approval)
        , m_toolsets(m_policy,
                     m_registry,
                     [&connections](const tools::Caller &caller, const QString &service) {
                         return hasConnection(connections, caller, service);
                     })
        , m_limit(m_toolsets, limits.callsPerKey, &m_pause)
        , m_log(m_limit, clock)
        , m_guardedResources(m_resources, m_limit, m_log)
        , m_guardedPrompts(m_prompts, m_limit, m_log)
    {
        m_budget.addTo(m_registry);
        tools::addFindTools(m_registry, m_toolsets);
    }

    [[nodiscard]] tools::ToolRegistry &registry() { return m_registry; }
    [[nodiscard]] const tools::ToolRegistry &registry() const { return m_registry; }
    /** Whether the name of a tool that is not of a remote server begins so. */
    [[nodiscard]] bool hasOwn(const QString &beginning) const;
    /** The outermost layer: what the protocol gets. */
    [[nodiscard]] tools::ToolInvoker &front() { return m_log; }
    [[nodiscard]] tools::ResourceRegistry &resources() { return m_resources; }
    [[nodiscard]] tools::ResourceProvider &resourceFront() { return m_guardedResources; }
    [[nodiscard]] tools::PromptRegistry &prompts() { return m_prompts; }
    [[nodiscard]] tools::PromptProvider &promptFront() { return m_guardedPrompts; }
    [[nodiscard]] tools::Pause &pause() { return m_pause; }
    [[nodiscard]] tools::ChangePreviews &previews() { return m_previews; }
    [[nodiscard]] tools::Approvals &approvals() { return m_approvals; }
    [[nodiscard]] tools::ResultBudget &budget() { return m_budget; }
    [[nodiscard]] tools::CallLimit &limit() { return m_limit; }
    [[nodiscard]] tools::CallLog &log() { return m_log; }
    [[nodiscard]] const tools::CallLog &log() const { return m_log; }

private:
    [[nodiscard]] static bool hasConnection(const connections::Connections &connections,
                                            const tools::Caller &caller,
                                            const QString &service);

    tools::ToolRegistry m_registry;
    gateway::UpstreamInvoker m_upstreams;
    providers::SignInAsking m_signInAsking;
    tools::ResultBudget m_budget;
    tools::Approvals m_approvals;
    tools::ChangePreviews m_previews;
    tools::ApprovalGate m_approval;
    tools::AccessPolicy m_policy;
    tools::ToolsetFilter m_toolsets;
    tools::Pause m_pause;
    tools::CallLimit m_limit;
    tools::CallLog m_log;
    tools::ResourceRegistry m_resources;
    tools::PromptRegistry m_prompts;
    tools::GuardedResources m_guardedResources;
    tools::GuardedPrompts m_guardedPrompts;
};

} // namespace fairlead::wiring
