// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/mcp/mcpssetransport.h"
#include "server/http/mcp/mcpstreamabletransport.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/fakeexchange.h"
#include "tests/fakes/faketools.h"

namespace fairlead::http {

/** Takes whatever stands in X-MCP-API-Key for the id of a key. */
class AnyKey final : public Authenticator
{
public:
    [[nodiscard]] Result<Principal> authenticate(const Request &request, Access access) override;
};

/** Both MCP transports over fake exchanges and fake tools. */
class McpHarness final
{
public:
    explicit McpHarness(const SessionLimits &limits = {});

    fakes::FakeExchange *send(Request request);
    fakes::FakeExchange *post(const QByteArray &path,
                              const QByteArray &body,
                              const QByteArray &key = "key_1",
                              const QList<Header> &headers = {});
    fakes::FakeExchange *get(const QByteArray &path,
                             const QByteArray &key = "key_1",
                             const QList<Header> &headers = {});

    /** Starts a session at /mcp; its id. */
    QByteArray startSession(const QByteArray &key = "key_1",
                            const QByteArray &revision = "2025-11-25");
    /** A POST to /mcp within a session. */
    fakes::FakeExchange *postTo(const QByteArray &session,
                                const QByteArray &body,
                                const QByteArray &key = "key_1",
                                const QByteArray &accept = "application/json, text/event-stream");

    static QByteArray request(const QByteArray &id,
                              const QByteArray &method,
                              const QByteArray &params = "{}");
    static QByteArray callOf(const QByteArray &id,
                             const QByteArray &tool,
                             const QByteArray &more = {});
    static QByteArray initialize(const QByteArray &revision = "2025-11-25");
    /** The answer to callOf() when the tool says `text`. */
    static QByteArray answer(const QByteArray &id, const QByteArray &text);
    static QByteArray cancelled(const QByteArray &id);
    static QByteArray errorCode(const QByteArray &body);

    fakes::FakeTools tools;
    fakes::FakeClock clock;
    mcp::ServerProfile profile{.tools = tools, .instructions = {}};
    AnyKey authenticator;
    Router router{authenticator};
    McpSseTransport sse{profile};
    McpStreamableTransport streamable;

private:
    QObject m_exchanges; ///< their parent; gone before the transports
};

} // namespace fairlead::http
