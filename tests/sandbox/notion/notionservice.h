// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/front/service.h"
#include "tests/sandbox/notion/notioncontract.h"
#include "tests/sandbox/notion/notionlimiter.h"
#include "tests/sandbox/notion/notionoauth.h"

namespace fairlead::sandbox {

/**
 * Notion's API as its port shows it. Decides who calls and whether they may, checks version, rate
 * and body, and hands the request to the workspace's endpoints.
 */
class NotionService final : public Service
{
public:
    struct Options
    {
        NotionSite::Options site{};
        NotionOAuth::Options oauth{};
    };

    /** All of them must outlive the service. */
    NotionService(const Options &options,
                  const ClientRegistry &clients,
                  GrantStore &grants,
                  const Clock &clock);

    [[nodiscard]] NotionWorkspace &workspace() { return m_site.state(); }
    [[nodiscard]] const NotionWorkspace &workspace() const { return m_site.state(); }
    [[nodiscard]] NotionLimiter &limiter() { return m_limiter; }

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Response answer(const Request &request) override;
    [[nodiscard]] std::optional<Response> failed(const FaultRule &rule) const override;
    void reset() override;

private:
    [[nodiscard]] NotionConnection *caller(const Request &request);
    [[nodiscard]] std::optional<Response> refused(const Request &request,
                                                  const NotionRoute &route,
                                                  const NotionConnection &caller);

    NotionContract m_contract;
    NotionSite m_site;
    NotionOAuth m_oauth;
    NotionLimiter m_limiter;
};

} // namespace fairlead::sandbox
