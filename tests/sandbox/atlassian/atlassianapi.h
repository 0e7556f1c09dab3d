// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/jira/jiragateway.h"
#include "tests/sandbox/oauth/grantstore.h"

namespace fairlead::sandbox {

/**
 * api.atlassian.com: tells which sites a Bearer token was granted, and lets it in to them under
 * /ex/jira/{cloudId}. Scoped API tokens work there too.
 */
class AtlassianApi final : public Service
{
public:
    /** All of them must outlive it. */
    AtlassianApi(const QList<JiraSite *> &sites,
                 const Contract &contract,
                 const GrantStore &grants);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    void reset() override {}

private:
    [[nodiscard]] std::optional<GrantStore::Access> access(const Request &request) const;
    [[nodiscard]] Response accessibleResources(const Request &request) const;
    [[nodiscard]] Response answerGateway(const Request &request) const;

    const QList<JiraSite *> &m_sites;
    const GrantStore &m_grants;
    JiraGateway m_gateway;
};

} // namespace fairlead::sandbox
