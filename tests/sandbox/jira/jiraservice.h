// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/jira/jiragateway.h"

namespace fairlead::sandbox {

/**
 * Jira Cloud as one port shows it: a site's REST API, the tenant information that needs no
 * sign-in, and the gateway /ex/jira/{cloudId} to every site of the sandbox. Decides who calls,
 * checks the request against the contract and hands it to the site.
 */
class JiraService final : public Service
{
public:
    /** `sites` are all sites of the process, for the gateway; `site` is the one at this port. */
    JiraService(JiraSite &site, const QList<JiraSite *> &sites, const Contract &contract);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    void reset() override;

private:
    [[nodiscard]] Response answerSite(const Request &request);
    [[nodiscard]] Response answerGateway(const Request &request) const;

    JiraSite &m_site;
    const Contract &m_contract;
    JiraGateway m_gateway;
};

} // namespace fairlead::sandbox
