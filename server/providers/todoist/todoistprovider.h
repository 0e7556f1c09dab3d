// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/tokenprovider.h"

namespace fairlead::providers::todoist {

/** Todoist: accounts, connected with the person's own API token. */
class TodoistProvider final : public TokenProvider
{
public:
    /** All of what is passed by reference outlives the event loop. */
    TodoistProvider(net::HttpClient &http,
                    connections::Connections &connections,
                    connections::Credentials &credentials,
                    QUrl apiBase = QUrl(QStringLiteral("https://api.todoist.com")));

    void addTools(fairlead::tools::ToolRegistry &registry) override;

protected:
    [[nodiscard]] Result<connections::Connection> placeOf(
        const QString &typedAddress) const override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> prove(RestSession session) const override;

private:
    QUrl m_apiBase;
};

} // namespace fairlead::providers::todoist
