// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/providers/jira/jiraclient.h"

#include <memory>

namespace fairlead::providers::jira {

/**
 * Which connection a tool call uses, a client for it, and the note how it went. Outlives the event
 * loop.
 */
class JiraSessions final
{
public:
    /** A client for one connection; its tasks must end before it goes. */
    struct Session
    {
        connections::Connection connection;
        std::shared_ptr<JiraClient> client; // shared only so that a session can be copied
    };

    JiraSessions(net::HttpClient &http,
                 connections::Connections &connections,
                 connections::Credentials &credentials);

    /** What each is called when a caller has to say which: the site, and the account where the site
     * alone does not tell. */
    [[nodiscard]] static QStringList labelsOf(const QList<connections::Connection> &connections);

    /** All that the caller may use, oldest first. NotFound with the next step when there is none.
     */
    [[nodiscard]] Result<QList<connections::Connection>> usable(const tools::Caller &caller) const;

    /**
     * The one connection for a call. `wanted` (site name, URL, e-mail or id) and `host` (of an
     * issue's URL) may be empty. InvalidInput lists the connections when it is not clear which.
     */
    [[nodiscard]] Result<connections::Connection> choose(const tools::Caller &caller,
                                                         const QString &wanted,
                                                         const QString &host) const;

    /** Those of a site that the caller may use, oldest first; none: no such site for it. */
    [[nodiscard]] QList<connections::Connection> ofSite(const tools::Caller &caller,
                                                        const QString &site) const;

    /** As it is now; NotFound when it was removed. */
    [[nodiscard]] Result<connections::Connection> current(
        const connections::Connection &connection) const;

    [[nodiscard]] Session open(const connections::Connection &connection,
                               const tools::Caller &caller,
                               const CancellationToken &cancellation) const;
    /** What its calls are sent with. */
    [[nodiscard]] AuthorizedHttp httpOf(const connections::Connection &connection) const;

    /** Notes the outcome in the connection and hands it on. */
    template<typename T>
    [[nodiscard]] Result<T> noted(const connections::Connection &connection,
                                  Result<T> outcome) const
    {
        note(connection.id, outcome ? nullptr : &outcome.error());
        return outcome;
    }

private:
    void note(const QString &id, const Error *error) const;

    net::HttpClient &m_http;
    connections::Connections &m_connections;
    connections::Credentials &m_credentials;
};

} // namespace fairlead::providers::jira
