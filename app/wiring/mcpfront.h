// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wiring/instructions.h"
#include "app/wiring/toolstack.h"
#include "server/http/mcp/keygate.h"
#include "server/http/mcp/mcpssetransport.h"
#include "server/http/mcp/mcpstreamabletransport.h"
#include "server/settings/settings.h"

namespace fairlead::wiring {

/** Where MCP clients come in: what the server says of itself, both transports, and what a key may
 * ask of them at a time. */
class McpFront final
{
public:
    /** `tools` and what is passed after it outlive the event loop. */
    McpFront(const settings::Settings &settings,
             ToolStack &tools,
             tools::ChangeFeed &changes,
             const Clock &clock)
        : m_gate(clock, settings.requestsPerMinutePerKey, tools.limit())
        , m_profile{.tools = tools.front(),
                    .instructions = instructions(),
                    .callsInFlight = settings.maximumCallsPerKey,
                    .resources = &tools.resourceFront(),
                    .prompts = &tools.promptFront(),
                    .changes = &changes}
        , m_streamable(m_profile, clock)
    {}

    void addRoutes(http::Router &router)
    {
        router.setGate(m_gate);
        m_sse.addRoutes(router);
        m_streamable.addRoutes(router);
    }

    /** Proves from now on that a request state is of this server, after a restart, too; until then
     * a key of this life does. */
    void setStateKey(const QByteArray &key) { m_profile.stateKey = key; }

    [[nodiscard]] size_t sseSessions() const { return m_sse.sessionCount(); }
    [[nodiscard]] size_t streamableSessions() const { return m_streamable.sessionCount(); }

    void closeSessionsOf(const QString &keyId)
    {
        m_sse.closeSessionsOf(keyId);
        m_streamable.closeSessionsOf(keyId);
    }

    /** Calls `note` with the key and the client's name whenever a client has told its name. */
    template<typename Note>
    void onClientIdentified(QObject *receiver, const Note &note)
    {
        QObject::connect(&m_sse, &http::McpSseTransport::clientIdentified, receiver, note);
        QObject::connect(
            &m_streamable, &http::McpStreamableTransport::clientIdentified, receiver, note);
    }

private:
    http::KeyGate m_gate;
    mcp::ServerProfile m_profile;
    http::McpSseTransport m_sse{m_profile};
    http::McpStreamableTransport m_streamable;
};

} // namespace fairlead::wiring
