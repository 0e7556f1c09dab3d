// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connection.h"
#include "server/gateway/pinnedtools.h"
#include "server/gateway/upstreamcalls.h"
#include "server/gateway/upstreamclient.h"
#include "server/gateway/upstreampaces.h"
#include "server/oauth/challenge.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>
#include <vector>

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
    LimitStanding limit{}; ///< of the requests that it takes
    QList<PinnedTool> tools{};
    QList<RefusedTool> refused{}; ///< of the last list
};

/** The same at a glance. */
struct UpstreamGlance
{
    UpstreamStanding standing{};
    qsizetype inUse = 0; ///< tools that clients may call
    qsizetype waiting = 0; ///< tools that nobody has approved
    LimitStanding limit{}; ///< of the requests that it takes
};

/** What a tool of this connection does: as the person said, else by our own judgement. */
[[nodiscard]] tools::ToolEffect effectOf(const connections::Connection &connection,
                                         const PinnedTool &tool);

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
        /** What the person was asked to allow at this sign-in. */
        std::function<QStringList(const QString &grantId)> scopesOf{};
        PaceStore *paces = nullptr; ///< null: what is used of a limit is forgotten at the end
        std::optional<mcp::Revision> revision{}; ///< that all of them speak; else it is found out
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

    /** What a refusal said. */
    struct Heard
    {
        oauth::Challenge challenge{};
        bool isAboutTokens = false; ///< that an administrator has not allowed any
    };
    /** A client of an address that is no connection yet. `authorization` is sent as it is; the last
     * refusal goes to `heard`, which may be null. */
    [[nodiscard]] ClientPointer tryOut(const QUrl &url,
                                       const QString &name,
                                       const Secret &authorization,
                                       std::shared_ptr<Heard> heard = {}) const;
    /** What the upstream last said of what it wants, when it refused a call. */
    [[nodiscard]] oauth::Challenge challengeOf(const QString &connectionId) const;
    /** Begins anew with a connection whose credential has changed. */
    void renew(const QString &connectionId);
    /** What is pinned of it has been changed. */
    void reload(const QString &connectionId);
    /** Asks for the tools now. */
    [[nodiscard]] QCoro::Task<Result<>> refresh(QString connectionId,
                                                CancellationToken cancellation);

    /** What this caller may call, by the names that clients see, sorted. */
    [[nodiscard]] QList<tools::ToolDefinition> tools(const tools::Caller &caller) const;
    /** Of a tool whose listed description is cut; empty for every other one. */
    [[nodiscard]] QString fullDescription(const tools::Caller &caller, const QString &name) const;
    /** Whether such a tool is among those that this caller may call. */
    [[nodiscard]] bool hasCutDescriptions(const tools::Caller &caller) const;
    [[nodiscard]] bool hasTool(const tools::Caller &caller, const QString &name) const;
    /** NotFound for a tool that the caller does not have. */
    [[nodiscard]] QCoro::Task<Result<tools::ToolResult>> call(tools::ToolCall call);

    /** NotFound when it is no upstream of this user. */
    [[nodiscard]] Result<UpstreamView> view(const QString &userId, const QString &id) const;
    [[nodiscard]] Result<QList<UpstreamView>> views(const QString &userId) const;
    /** How much may still be asked of this upstream; nothing when nobody knows. */
    [[nodiscard]] std::optional<LimitStanding> limit(const QString &connectionId) const;
    /** For room in their limits. */
    [[nodiscard]] const net::Waits &waits() const { return m_paces.waits(); }
    /** From what is in memory; nothing for a connection that is no upstream. */
    [[nodiscard]] std::optional<UpstreamGlance> glance(const QString &connectionId) const;

Q_SIGNALS:
    /** What some caller may call is not what it was. */
    void toolsChanged();
    /** A server offers something that nobody has approved. */
    void approvalNeeded(const QString &connectionId);
    /** More or less of that than before. */
    void waitingChanged();
    /** Most of what this server takes in a time is used. */
    void limitLow(const QString &connectionId);

private:
    struct UsableTool
    {
        QString upstreamName;
        tools::ToolDefinition definition;
        QList<HeaderParameter> headers;
        QString fullDescription{}; ///< where the listed one is cut; else empty
    };
    struct Upstream
    {
        connections::Connection connection;
        QString prefix;
        ClientPointer client{};
        std::map<QString, UsableTool> tools{}; ///< by the name that clients see
        QList<RefusedTool> refused{};
        oauth::Challenge challenge{}; ///< of the last refusal
        QByteArrayList waiting{}; ///< definitions that nobody has approved
    };

    void follow();
    void add(const connections::Connection &connection);
    void listen(const Upstream &upstream);
    [[nodiscard]] QCoro::Task<Result<Secret>> authorize(QString userId,
                                                        QString connectionId,
                                                        CancellationToken cancellation);
    [[nodiscard]] QCoro::Task<Result<Secret>> authorizeAfter(QString userId,
                                                             QString connectionId,
                                                             Secret refused,
                                                             CancellationToken cancellation);
    [[nodiscard]] bool isWithoutToken(const connections::Connection &connection) const;
    /** What a refusal means to the person whose connection it is. */
    [[nodiscard]] Error explained(const QString &connectionId,
                                  const net::Response &response,
                                  const Error &usual);
    [[nodiscard]] Result<> takeOffer(const QString &connectionId, const ToolOffer &offer);
    /** What may be used of it, from what is pinned. */
    void readTools(Upstream &upstream);
    [[nodiscard]] std::optional<UsableTool> usable(const Upstream &upstream,
                                                   const PinnedTool &pinned) const;
    [[nodiscard]] const Upstream *owner(const tools::Caller &caller, const QString &tool) const;
    [[nodiscard]] UpstreamView viewOf(const connections::Connection &connection) const;

    /** There is no such server. */
    [[nodiscard]] static Error unknown();
    [[nodiscard]] static QStringList namesOf(const Upstream &upstream);
    /** The caller's own, then those of organizations. */
    [[nodiscard]] std::vector<const Upstream *> usableBy(const tools::Caller &caller) const;

    Parts m_parts;
    std::map<QString, Upstream> m_upstreams; ///< by connection
    UpstreamPaces m_paces;
    UpstreamCalls m_calls;
    bool m_isStarted = false;
};

} // namespace fairlead::gateway
