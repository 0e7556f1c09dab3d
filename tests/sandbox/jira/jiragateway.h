// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/jira/contract.h"
#include "tests/sandbox/jira/jirasite.h"

namespace fairlead::sandbox {

/**
 * The way in for tokens that have scopes: /ex/jira/{cloudId}/rest/… of every site of the sandbox.
 * Checks scopes and contract, and hands the request to the site.
 */
class JiraGateway
{
public:
    /** Whoever a token stands for, and what it may be used for. */
    struct Visitor
    {
        const JiraUser *user = nullptr; ///< nullptr: the token is refused
        QStringList scopes = {};
    };

    /** All sites of the process; both must outlive the gateway. */
    JiraGateway(const QList<JiraSite *> &sites, const Contract &contract);

    [[nodiscard]] static bool serves(const Request &request);

    /** The site that the path names; nullptr: there is none. */
    [[nodiscard]] JiraSite *site(const Request &request) const;

    /** Whoever sent a scoped API token of that site, by Basic. */
    [[nodiscard]] static Visitor scopedToken(const Request &request, const JiraSite &site);

    /** 404 without a site, 401 without a user or a scope that is needed, else what the site says.
     */
    [[nodiscard]] Response answer(const Request &request,
                                  JiraSite *site,
                                  const Visitor &visitor) const;

private:
    const QList<JiraSite *> &m_sites;
    const Contract &m_contract;
};

} // namespace fairlead::sandbox
