// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/credentials.h"
#include "server/providers/connectionchoice.h"
#include "server/providers/jira/jiraclient.h"

#include <memory>

namespace fairlead::providers::jira {

/** Clients for connections, and which connection a call uses. Outlives the event loop. */
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

    [[nodiscard]] const ConnectionChoice &choice() const { return m_choice; }

    /** As in ConnectionChoice; `host` is that of an issue's URL. */
    [[nodiscard]] Result<QList<connections::Connection>> usable(const tools::Caller &caller) const
    {
        return m_choice.usable(caller);
    }
    [[nodiscard]] Result<connections::Connection> choose(const tools::Caller &caller,
                                                         const QString &wanted,
                                                         const QString &host) const
    {
        return m_choice.choose(caller, wanted, host);
    }
    [[nodiscard]] Result<connections::Connection> current(
        const connections::Connection &connection) const
    {
        return m_choice.current(connection);
    }

    /** Those of a site that the caller may use, oldest first; none: no such site for it. */
    [[nodiscard]] QList<connections::Connection> ofSite(const tools::Caller &caller,
                                                        const QString &site) const;

    [[nodiscard]] Session open(const connections::Connection &connection,
                               const tools::Caller &caller,
                               const CancellationToken &cancellation) const;
    /** What its calls are sent with. */
    [[nodiscard]] AuthorizedHttp httpOf(const connections::Connection &connection) const;

    /** For addresses that are not the site's: without its credential. */
    [[nodiscard]] net::HttpClient &http() const { return m_http; }

    /** Notes the outcome in the connection and hands it on. */
    template<typename T>
    [[nodiscard]] Result<T> noted(const connections::Connection &connection,
                                  Result<T> outcome) const
    {
        return m_choice.noted(connection, std::move(outcome));
    }

private:
    net::HttpClient &m_http;
    connections::Credentials &m_credentials;
    ConnectionChoice m_choice;
};

} // namespace fairlead::providers::jira
