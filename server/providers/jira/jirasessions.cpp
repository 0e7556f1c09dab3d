// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirasessions.h"

#include "server/providers/jira/jiraproxy.h"
#include "server/providers/writewitness.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

using connections::Connection;

JiraSessions::JiraSessions(net::HttpClient &http,
                           connections::Connections &connections,
                           connections::Credentials &credentials)
    : m_http(http)
    , m_credentials(credentials)
    , m_choice(connections, {u"jira"_s, u"Jira"_s, u"Jira site"_s})
{}

QList<Connection> JiraSessions::ofSite(const tools::Caller &caller, const QString &site) const
{
    QList<Connection> fitting = m_choice.usable(caller).value_or(QList<Connection>());
    fitting.removeIf([&site](const Connection &connection) {
        return connection.name.compare(site, Qt::CaseInsensitive) != 0;
    });
    return fitting;
}

JiraSessions::Session JiraSessions::open(const Connection &connection,
                                         const tools::Caller &caller,
                                         const CancellationToken &cancellation) const
{
    JiraClient::Target target{.apiBase = connection.apiBase,
                              .siteName = connection.name,
                              .cancellation = cancellation,
                              .owner = caller.keyId.isEmpty() ? caller.userId : caller.keyId};
    auto door = seenBy(m_http, caller, connection);
    AuthorizedHttp http(*door, m_credentials, connection, &JiraClient::isRefusal, callRate);
    auto seen = std::make_shared<SeenClient<JiraClient>>(
        std::move(door), std::move(http), std::move(target));
    return {connection, std::shared_ptr<JiraClient>(seen, &seen->client)};
}

AuthorizedHttp JiraSessions::httpOf(const Connection &connection) const
{
    return {m_http, m_credentials, connection, &JiraClient::isRefusal, callRate};
}

} // namespace fairlead::providers::jira
