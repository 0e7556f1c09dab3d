// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionsessions.h"

#include "server/providers/notion/notionaddress.h"
#include "server/providers/notion/notionproxy.h"
#include "server/providers/writewitness.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {

using connections::Connection;

NotionSessions::NotionSessions(net::HttpClient &http,
                               connections::Connections &connections,
                               connections::Credentials &credentials)
    : m_http(http)
    , m_credentials(credentials)
    , m_choice(connections, {u"notion"_s, u"Notion"_s, u"Notion workspace"_s})
{}

QList<Connection> NotionSessions::ofWorkspace(const tools::Caller &caller,
                                              const QString &workspace) const
{
    QList<Connection> fitting = m_choice.usable(caller).value_or(QList<Connection>());
    fitting.removeIf([&workspace](const Connection &connection) {
        return NotionAddress::workspaceOf(connection.site) != workspace;
    });
    return fitting;
}

NotionSessions::Session NotionSessions::open(const Connection &connection,
                                             const tools::Caller &caller,
                                             const CancellationToken &cancellation) const
{
    NotionClient::Target target{.apiBase = connection.apiBase,
                                .connection = connection.name,
                                .cancellation = cancellation,
                                .owner = caller.keyId.isEmpty() ? caller.userId : caller.keyId};
    auto door = seenBy(m_http, caller, connection);
    AuthorizedHttp http(*door, m_credentials, connection, isRefusal, callRate);
    auto seen = std::make_shared<SeenClient<NotionClient>>(
        std::move(door), std::move(http), std::move(target));
    return {connection, std::shared_ptr<NotionClient>(seen, &seen->client)};
}

} // namespace fairlead::providers::notion
