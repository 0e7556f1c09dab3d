// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/ratelimit.h"
#include "server/http/router.h"
#include "server/tools/calllimit.h"

namespace fairlead::http {

/**
 * Holds every MCP key to its share: so many requests a minute, and no further tool call while as
 * many as it may have are running. Refuses with 429, Retry-After and a JSON-RPC error, which is
 * what MCP clients read; on the REST API with problem+json. Answers and cancellations pass a key
 * that is full; only the rate stops them. Outlives the router.
 */
class KeyGate final : public Gate
{
public:
    KeyGate(const Clock &clock, int requestsPerMinute, const tools::CallLimit &calls);

    [[nodiscard]] std::optional<Response> refuse(const Request &request,
                                                 const Principal &principal) override;

private:
    RateLimit m_rate;
    const tools::CallLimit &m_calls;
};

} // namespace fairlead::http
