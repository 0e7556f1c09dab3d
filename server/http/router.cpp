// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/router.h"

#include "server/http/logging.h"

#include <QCoroTask>
#include <QPointer>

#include <algorithm>
#include <exception>
#include <typeinfo>

using namespace Qt::StringLiterals;

namespace fairlead::http {
namespace {

Response internalProblem()
{
    return Response::problem(
        500, u"internal"_s, u"The server failed on this request. Its log says more."_s);
}

/** Only inside a catch block. What an exception says may quote a client, so only its type is
 * logged.
 */
void logEscaped()
{
    try {
        throw;
    } catch (const std::exception &exception) {
        qCWarning(lcHttp, "A request handler threw %s.", typeid(exception).name());
    } catch (...) {
        qCWarning(lcHttp, "A request handler threw something that is no exception.");
    }
}

bool isPattern(const QByteArray &path)
{
    return path.contains('{');
}

/** The names in braces of `pattern` with what stands in their place, if the path matches. */
std::optional<QList<Header>> match(const QByteArray &pattern, const QByteArray &path)
{
    const QList<QByteArray> wanted = pattern.split('/');
    const QList<QByteArray> given = path.split('/');
    if (wanted.size() != given.size())
        return {};
    QList<Header> parameters;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const QByteArray &segment = wanted[i];
        if (segment.startsWith('{') && segment.endsWith('}') && !given[i].isEmpty())
            parameters.append({segment.sliced(1, segment.size() - 2), given[i]});
        else if (segment != given[i])
            return {};
    }
    return parameters;
}

bool answersMethod(const Route &route, const QByteArray &method)
{
    return route.method == method || (method == "HEAD" && route.method == "GET");
}

bool comesFromOtherSite(const Request &request)
{
    const QByteArray site = request.header("sec-fetch-site").toLower();
    return request.hasHeader("sec-fetch-site") && site != "none" && site != "same-origin";
}

bool hasWrongMediaType(const Request &request)
{
    const bool writes =
        request.method == "POST" || request.method == "PUT" || request.method == "PATCH";
    if (!writes || request.body.isEmpty())
        return false;
    const QByteArray type = request.header("content-type").split(';').front().trimmed();
    return type.compare("application/json", Qt::CaseInsensitive) != 0;
}

Response methodNotAllowed(const std::vector<const Route *> &routes)
{
    QList<QByteArray> methods;
    for (const Route *route : routes) {
        methods.append(route->method);
        if (route->method == "GET")
            methods.append("HEAD"_ba);
    }
    Response response = Response::problem(
        405, u"method_not_allowed"_s, u"This path does not answer to that HTTP method."_s);
    response.headers.append({"Allow"_ba, methods.join(", ")});
    return response;
}

Response notAuthenticated(const Error &error)
{
    if (error.code == ErrorCode::InvalidInput)
        return Response::problem(400, u"invalid_input"_s, error.message);
    if (error.code == ErrorCode::Forbidden)
        return Response::problem(403, u"forbidden"_s, error.message);
    if (error.code == ErrorCode::RateLimited) {
        Response response = Response::problem(429, u"rate_limited"_s, error.message);
        const auto seconds = std::max<qint64>(1, error.retryAfter.count());
        response.headers.append({"Retry-After"_ba, QByteArray::number(seconds)});
        return response;
    }
    if (error.code == ErrorCode::Storage || error.code == ErrorCode::SecretsUnavailable
        || error.code == ErrorCode::Internal) {
        // Not 401: a client would throw away a key that may be good.
        Response response = Response::problem(503, u"unavailable"_s, error.message);
        response.headers.append({"Retry-After"_ba, "1"_ba});
        return response;
    }
    Response response = Response::problem(401, u"unauthorized"_s, error.message);
    response.headers.append({"WWW-Authenticate"_ba, "Bearer"_ba});
    return response;
}

/** The checks that need no credentials, in the order that router.h promises. */
std::optional<Response> refusalBeforeCredentials(const Request &request,
                                                 const std::vector<const Route *> &routes,
                                                 const Route *route)
{
    const bool fromOtherSites =
        route != nullptr && route->fromOtherSites == FromOtherSites::Allowed;
    if (!fromOtherSites && comesFromOtherSite(request))
        return Response::problem(
            403, u"cross_site"_s, u"Pages of other web sites may not use this server."_s);
    if (request.method == "OPTIONS")
        return methodNotAllowed(routes);
    if (routes.empty())
        return Response::problem(404, u"not_found"_s, u"There is nothing at this path."_s);
    if (!route)
        return methodNotAllowed(routes);
    if (hasWrongMediaType(request))
        return Response::problem(
            415, u"media_type"_s, u"The body must be sent as application/json."_s);
    return {};
}

/** A coroutine of its own, so that the handler and its captures live as long as its work. */
QCoro::Task<Response> safeAnswer(CallHandler handler, Call call)
{
    try {
        co_return co_await handler(std::move(call));
    } catch (...) {
        logEscaped();
    }
    co_return internalProblem();
}

void startAnswering(const CallHandler &handler, Exchange *exchange, Principal principal)
{
    const CancellationSource source;
    QObject::connect(exchange, &Exchange::clientLeft, exchange, [source] { source.cancel(); });
    Call call{exchange->request(), std::move(principal), source.token()};
    QCoro::connect(safeAnswer(handler, std::move(call)), exchange, [exchange](Response response) {
        exchange->respond(std::move(response));
    });
}

} // namespace

std::optional<tools::KeyRight> keyRightFor(Access access)
{
    if (access == Access::ManagementOrProxy)
        return tools::KeyRight::Proxy;
    if (access == Access::ManagementOrLease)
        return tools::KeyRight::Lease;
    return std::nullopt;
}

ExchangeHandler answering(CallHandler handler)
{
    return [handler = std::move(handler)](Exchange *exchange, Principal principal) {
        startAnswering(handler, exchange, std::move(principal));
    };
}

Router::Router(Authenticator &authenticator)
    : m_authenticator(authenticator)
{}

void Router::add(Route route)
{
    Q_ASSERT(route.fromOtherSites == FromOtherSites::Refused || route.access == Access::Public);
    m_routes.push_back(std::move(route));
}

std::vector<const Route *> Router::routesOf(const QByteArray &path) const
{
    std::vector<const Route *> routes;
    for (const Route &route : m_routes) {
        if (route.path == path)
            routes.push_back(&route);
    }
    if (!routes.empty())
        return routes;
    for (const Route &route : m_routes) {
        if (isPattern(route.path) && match(route.path, path))
            routes.push_back(&route);
    }
    return routes;
}

void Router::dispatch(Exchange *exchange) const
{
    const Request &request = exchange->request();
    const std::vector<const Route *> routes = routesOf(request.path);
    const auto found = std::find_if(routes.begin(), routes.end(), [&request](const Route *entry) {
        return answersMethod(*entry, request.method);
    });
    const Route *route = found == routes.end() ? nullptr : *found;
    if (auto refusal = refusalBeforeCredentials(request, routes, route))
        exchange->respond(*std::move(refusal));
    else
        run(*route, exchange);
}

Result<Principal> Router::principalOf(const Request &request, const Route &route) const
{
    if (auto own = route.ownCredential ? route.ownCredential(request) : std::nullopt)
        return *std::move(own);
    return m_authenticator.authenticate(request, route.access);
}

void Router::run(const Route &route, Exchange *exchange) const
{
    // The handler may answer at once, and the exchange with it go.
    const QPointer<Exchange> guarded(exchange);
    try {
        const Result<Principal> principal = principalOf(exchange->request(), route);
        if (!principal) {
            exchange->respond(notAuthenticated(principal.error()));
            return;
        }
        if (auto refusal =
                m_gate ? m_gate->refuse(exchange->request(), *principal) : std::nullopt) {
            exchange->respond(*std::move(refusal));
            return;
        }
        if (isPattern(route.path))
            exchange->setPathParameters(*match(route.path, exchange->request().path));
        route.handler(exchange, *principal);
    } catch (...) {
        logEscaped();
        if (guarded)
            guarded->respond(internalProblem());
    }
}

} // namespace fairlead::http
