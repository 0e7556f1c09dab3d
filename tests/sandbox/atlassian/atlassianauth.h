// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/jira/jirasite.h"
#include "tests/sandbox/oauth/signinflow.h"

namespace fairlead::sandbox {

/**
 * auth.atlassian.com for OAuth 2.0 (3LO) apps: the authorize page with login, consent and choice of
 * a site, and the token endpoint. One Atlassian account is one account id on all sites.
 */
class AtlassianAuth final : public Service, private SignInHost
{
public:
    /** All of them must outlive it. */
    AtlassianAuth(const QList<JiraSite *> &sites,
                  const ClientRegistry &clients,
                  GrantStore &grants,
                  const Clock &clock);

    /** What Atlassian's tokens are like; the leeway for reuse is off. */
    [[nodiscard]] static GrantStore::Rules rules();

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    void reset() override { m_flow.reset(); }

private:
    [[nodiscard]] std::optional<SignInPerson> person(const QString &email,
                                                     const QString &password) const override;
    void offer(const OAuthClient &client,
               const SignInPerson &person,
               ConsentPage &page) const override;

    [[nodiscard]] Response authorize(const Request &request);
    [[nodiscard]] Response token(const Request &request);
    [[nodiscard]] Response exchange(const QString &clientId, const QJsonObject &body);
    [[nodiscard]] Response refresh(const QString &clientId, const QJsonObject &body);

    const QList<JiraSite *> &m_sites;
    const ClientRegistry &m_clients;
    GrantStore &m_grants;
    SignInFlow m_flow;
};

} // namespace fairlead::sandbox
