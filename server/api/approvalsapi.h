// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/http/router.h"
#include "server/tools/approvals.h"

namespace fairlead::api {

/** /api/approvals: the calls that wait for a person's yes, and the answers, for management tokens.
 * What is passed outlives it. */
class ApprovalsApi final
{
public:
    ApprovalsApi(tools::Approvals &approvals, accounts::McpKeys &keys);

    void addRoutes(http::Router &router);

private:
    [[nodiscard]] QCoro::Task<http::Response> list(http::Call call);
    [[nodiscard]] QCoro::Task<http::Response> answer(http::Call call);
    /** Whether something waits for this user beside these questions. */
    [[nodiscard]] bool hasNews(const QString &userId, const QByteArrayList &known) const;
    [[nodiscard]] QCoro::Task<> waitForNews(QString userId,
                                            QByteArrayList known,
                                            std::chrono::milliseconds time,
                                            CancellationToken cancellation);

    tools::Approvals &m_approvals;
    accounts::McpKeys &m_keys;
};

} // namespace fairlead::api
