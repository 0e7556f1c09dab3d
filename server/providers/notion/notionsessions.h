// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/connectionchoice.h"
#include "server/providers/notion/notionclient.h"

#include <memory>

namespace fairlead::connections {
class Credentials;
} // namespace fairlead::connections

namespace fairlead::providers::notion {

/** Clients for connections, and which connection a call uses. Outlives the event loop. */
class NotionSessions final
{
public:
    /** A client for one connection; its tasks must end before it goes. */
    struct Session
    {
        connections::Connection connection;
        std::shared_ptr<NotionClient> client; // shared only because a value is copied into tasks
    };

    NotionSessions(net::HttpClient &http,
                   connections::Connections &connections,
                   connections::Credentials &credentials);

    [[nodiscard]] const ConnectionChoice &choice() const { return m_choice; }

    /** The connections to one workspace that the caller may use; none: no such workspace for it. */
    [[nodiscard]] QList<connections::Connection> ofWorkspace(const tools::Caller &caller,
                                                             const QString &workspace) const;

    [[nodiscard]] Session open(const connections::Connection &connection,
                               const tools::Caller &caller,
                               const CancellationToken &cancellation) const;

private:
    net::HttpClient &m_http;
    connections::Credentials &m_credentials;
    ConnectionChoice m_choice;
};

} // namespace fairlead::providers::notion
