// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/upstreamsapi.h"
#include "server/gateway/fileuploads.h"
#include "server/gateway/mcpprovider.h"
#include "server/gateway/upstreams.h"
#include "server/net/streamingclient.h"
#include "server/oauth/serverstore.h"

namespace fairlead::wiring {

/** All of the remote MCP servers: how they are reached, what is known of their tools, and how they
 * are asked about. */
class GatewayParts final
{
public:
    /** What signing in to them takes. */
    struct SignIn
    {
        net::HttpClient &http;
        oauth::Clients &clients;
        oauth::Grants &grants;
        QString document; ///< where the one that describes Fairlead is published; may be empty
    };

    /** Everything passed outlives the event loop. */
    GatewayParts(store::Database &database,
                 connections::Connections &connections,
                 connections::Credentials &credentials,
                 const net::StreamingClient::Options &http,
                 const Clock &clock,
                 const SignIn &signIn)
        : m_connections(connections)
        , m_http(http)
        , m_pinnedTools(database)
        , m_paces(database)
        , m_servers(database)
        , m_fileUploads(signIn.http)
        , m_signIn({.http = signIn.http,
                    .clients = signIn.clients,
                    .grants = signIn.grants,
                    .servers = m_servers,
                    .document = signIn.document})
        , m_upstreams({.connections = connections,
                       .credentials = credentials,
                       .pins = m_pinnedTools,
                       .http = m_http,
                       .clock = clock,
                       .scopesOf = [this](const QString &id) { return m_signIn.scopesOf(id); },
                       .paces = &m_paces})
        , m_api(m_upstreams, m_pinnedTools)
    {}

    /** `isTaken` tells a prefix that tools of our own have. */
    [[nodiscard]] std::unique_ptr<providers::Provider> provider(
        std::function<bool(const QString &prefix)> isTaken)
    {
        return std::make_unique<gateway::McpProvider>(
            m_upstreams, m_pinnedTools, m_connections, m_signIn, std::move(isTaken));
    }

    /** Before any sign-in is used: where those of earlier lives are renewed. */
    [[nodiscard]] Result<> load() { return m_signIn.load(); }

    [[nodiscard]] gateway::Upstreams &upstreams() { return m_upstreams; }
    [[nodiscard]] gateway::FileUploads &fileUploads() { return m_fileUploads; }
    [[nodiscard]] gateway::PinnedTools &pinnedTools() { return m_pinnedTools; }
    [[nodiscard]] api::UpstreamsApi &api() { return m_api; }

private:
    connections::Connections &m_connections;
    net::StreamingClient m_http;
    gateway::PinnedTools m_pinnedTools;
    gateway::PaceStore m_paces;
    oauth::ServerStore m_servers;
    gateway::FileUploads m_fileUploads;
    gateway::RemoteSignIn m_signIn;
    gateway::Upstreams m_upstreams;
    api::UpstreamsApi m_api;
};

} // namespace fairlead::wiring
