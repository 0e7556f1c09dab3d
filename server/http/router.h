// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"
#include "server/http/exchange.h"
#include "server/tools/caller.h"

#include <QCoroTask>

#include <functional>
#include <optional>
#include <vector>

namespace fairlead::http {

/** Who may call a route. */
enum class Access {
    Public, ///< anyone on loopback: nothing secret, no side effects
    McpKey, ///< an MCP key of a user
    Management, ///< a management token; never an MCP key
    ManagementOrProxy, ///< a management token, or an MCP key with tools::KeyRight::Proxy
    ManagementOrLease, ///< a management token, or an MCP key with tools::KeyRight::Lease
};

/** The right with which an MCP key opens a route that is else for management tokens. */
[[nodiscard]] std::optional<tools::KeyRight> keyRightFor(Access access);

/** Who is calling, as proven by the request's credentials. */
struct Principal
{
    QString userId; ///< empty for Access::Public
    std::optional<tools::Caller> caller; ///< set for an MCP key
    bool owner =
        false; ///< the person who can read the data folder (control token): may manage users
    QString tokenId = {}; ///< of a management token of this instance's own
};

/** Checks credentials. Implemented over accounts in server/api. Outlives the router. */
class Authenticator
{
public:
    Authenticator() = default;
    virtual ~Authenticator() = default;
    Q_DISABLE_COPY_MOVE(Authenticator)

    /** Unauthorized: missing or wrong (401). Forbidden: valid, but of the wrong kind (403).
     * Storage, SecretsUnavailable: it cannot be told just now (503). */
    [[nodiscard]] virtual Result<Principal> authenticate(const Request &request, Access access) = 0;
};

/** Asked about every request whose credentials are right, before its handler. Outlives the router.
 */
class Gate
{
public:
    Gate() = default;
    virtual ~Gate() = default;
    Q_DISABLE_COPY_MOVE(Gate)

    /** The answer to a request that shall not reach its handler: a limit is reached. */
    [[nodiscard]] virtual std::optional<Response> refuse(const Request &request,
                                                         const Principal &principal) = 0;
};

/** A handler that answers the exchange itself, now or later (event streams). */
using ExchangeHandler = std::function<void(Exchange *exchange, Principal principal)>;

/** What a handler that answers once receives. `cancellation` fires when the client leaves. */
struct Call
{
    Request request;
    Principal principal;
    CancellationToken cancellation;
};

using CallHandler = std::function<QCoro::Task<Response>(Call call)>;

/** Whether a browser may be sent to a route by a page of another site (an OAuth callback is). */
enum class FromOtherSites { Refused, Allowed };

/** Whose a request is by something that one route alone accepts; nothing when it brings none. */
using OwnCredential = std::function<std::optional<Principal>(const Request &request)>;

struct Route
{
    QByteArray method; ///< a route for GET answers HEAD too
    QByteArray path; ///< "/api/things/{id}": a name in braces matches one segment
    Access access = Access::Management;
    ExchangeHandler handler;
    FromOtherSites fromOtherSites = FromOtherSites::Refused; ///< Allowed needs Access::Public
    OwnCredential ownCredential{}; ///< accepted in place of those of `access`
};

/** Wraps a coroutine that answers once; the router answers 500 for what it lets escape. */
[[nodiscard]] ExchangeHandler answering(CallHandler handler);

/**
 * The table of all routes, and the order of checks for each request: sent by a page of another site
 * (403), method OPTIONS (405), path (404), method (405), media type of a body (415), credentials
 * (401, 403), gate (429), handler. Built once at start.
 */
class Router
{
public:
    explicit Router(Authenticator &authenticator);

    /** A path without a name in braces wins over one with. */
    void add(Route route);
    /** Without one, everybody with the right credentials gets through. */
    void setGate(Gate &gate) { m_gate = &gate; }
    [[nodiscard]] const std::vector<Route> &routes() const { return m_routes; }

    /** Finds the route and hands the exchange over, or answers with the refusal. */
    void dispatch(Exchange *exchange) const;

private:
    [[nodiscard]] Result<Principal> principalOf(const Request &request, const Route &route) const;
    [[nodiscard]] std::vector<const Route *> routesOf(const QByteArray &path) const;
    void run(const Route &route, Exchange *exchange) const;

    Authenticator &m_authenticator;
    Gate *m_gate = nullptr;
    std::vector<Route> m_routes;
};

} // namespace fairlead::http
