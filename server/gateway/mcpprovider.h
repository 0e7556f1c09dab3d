// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreams.h"
#include "server/providers/provider.h"

namespace fairlead::gateway {

/**
 * Remote MCP servers as a service to connect: any address, with a token or without. Connecting one
 * approves the tools that it offers then.
 */
class McpProvider final : public providers::Provider
{
public:
    /** All of what is passed by reference outlives the event loop. `isTaken`: whether a tool of
     * Fairlead's own has a name that begins so. */
    McpProvider(Upstreams &upstreams,
                PinnedTools &pins,
                connections::Connections &connections,
                std::function<bool(const QString &prefix)> isTaken);

    [[nodiscard]] QString type() const override;
    [[nodiscard]] QString displayName() const override;
    void addTools(tools::ToolRegistry &) override {}
    [[nodiscard]] bool needsToken() const override { return false; }

    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> connectWithToken(
        providers::TokenSignIn signIn) override;
    [[nodiscard]] QCoro::Task<Result<providers::ConnectionReport>> test(
        connections::Connection connection, CancellationToken cancellation) override;

private:
    [[nodiscard]] Result<connections::Connection> placeOf(
        const providers::TokenSignIn &signIn) const;
    [[nodiscard]] Result<connections::Connection> keep(const connections::Connection &proven,
                                                       const Secret &token,
                                                       const ToolOffer &offer);
    [[nodiscard]] Result<QString> freePrefix(const connections::Connection &connection) const;
    [[nodiscard]] providers::ConnectionReport reportOf(const connections::Connection &connection,
                                                       const ToolOffer &offer) const;

    Upstreams &m_upstreams;
    PinnedTools &m_pins;
    connections::Connections &m_connections;
    std::function<bool(const QString &)> m_isTaken;
};

} // namespace fairlead::gateway
