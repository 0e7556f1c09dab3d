// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "server/gateway/pinnedtools.h"
#include "server/gateway/upstreamclient.h"

#include <QObject>

#include <map>

namespace fairlead::connections {
class Connections;
class Credentials;
} // namespace fairlead::connections

namespace fairlead::gateway {

/** What a person sees of one upstream. */
struct UpstreamView
{
    connections::Connection connection;
    QString prefix{};
    UpstreamStanding standing{};
    QList<PinnedTool> tools{};
    QList<RefusedTool> refused{}; ///< of the last list
};

/**
 * Every user's remote MCP servers: one client for each of their connections, and the tools of them
 * that may be used. What is listed comes from what was approved, so that a server that is slow or
 * gone holds up nobody. What is passed to it outlives it; it outlives the event loop.
 */
class Upstreams final : public QObject
{
    Q_OBJECT

public:
    static constexpr QLatin1StringView provider{"mcp"}; ///< in Connection::provider

    struct Parts
    {
        connections::Connections &connections;
        connections::Credentials &credentials;
        PinnedTools &pins;
        net::StreamingClient &http;
        const Clock &clock;
    };

    explicit Upstreams(const Parts &parts);
    ~Upstreams() override;

    /** Connects to all that there are, from now on. */
    void start();
    /** Ends all connections. */
    void close();

    /** A call may end within a signal of the client that it was made with. */
    struct ReleasedLater
    {
        void operator()(UpstreamClient *client) const;
    };
    using ClientPointer = std::unique_ptr<UpstreamClient, ReleasedLater>;

    /** A client of an address that is no connection yet. */
    [[nodiscard]] ClientPointer tryOut(const QUrl &url,
                                       const QString &name,
                                       const Secret &authorization) const;
    /** Begins anew with a connection whose credential has changed. */
    void renew(const QString &connectionId);
    /** What is pinned of it has been changed. */
    void reload(const QString &connectionId);
    /** Asks for the tools now. */
    [[nodiscard]] QCoro::Task<Result<>> refresh(QString connectionId);

    /** What this caller may call, by the names that clients see, sorted. */
    [[nodiscard]] QList<tools::ToolDefinition> tools(const tools::Caller &caller) const;
    [[nodiscard]] bool hasTool(const tools::Caller &caller, const QString &name) const;
    /** NotFound for a tool that the caller does not have. */
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> call(tools::ToolCall call);

    /** NotFound when it is no upstream of this user. */
    [[nodiscard]] Result<UpstreamView> view(const QString &userId, const QString &id) const;
    [[nodiscard]] Result<QList<UpstreamView>> views(const QString &userId) const;

Q_SIGNALS:
    /** What some caller may call is not what it was. */
    void toolsChanged();
    /** A server offers something that nobody has approved. */
    void approvalNeeded(const QString &connectionId);

private:
    struct UsableTool
    {
        QString upstreamName;
        tools::ToolDefinition definition;
        QList<HeaderParameter> headers;
    };
    struct Upstream
    {
        connections::Connection connection;
        QString prefix;
        ClientPointer client{};
        std::map<QString, UsableTool> tools{}; ///< by the name that clients see
        QList<RefusedTool> refused{};
    };

    void follow();
    void add(const connections::Connection &connection);
    void listen(const Upstream &upstream);
    [[nodiscard]] QCoro::Task<Result<Secret>> authorize(QString userId,
                                                        QString connectionId,
                                                        CancellationToken cancellation);
    [[nodiscard]] Result<> takeOffer(const QString &connectionId, const ToolOffer &offer);
    /** What may be used of it, from what is pinned. */
    void readTools(Upstream &upstream);
    [[nodiscard]] std::optional<UsableTool> usable(const Upstream &upstream,
                                                   const PinnedTool &pinned) const;
    [[nodiscard]] const Upstream *owner(const tools::Caller &caller, const QString &tool) const;
    [[nodiscard]] UpstreamView viewOf(const connections::Connection &connection) const;

    Parts m_parts;
    [[nodiscard]] static QStringList namesOf(const Upstream &upstream);

    std::map<QString, Upstream> m_upstreams; ///< by connection
    bool m_isStarted = false;
};

} // namespace fairlead::gateway
