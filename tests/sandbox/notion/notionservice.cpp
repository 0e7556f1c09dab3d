// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionservice.h"

#include "tests/sandbox/front/faultrule.h"
#include "tests/sandbox/notion/notionanswers.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestBody = 500 * 1024;

Response rateLimited(int seconds, const QString &reason)
{
    return notionError(429,
                       u"rate_limited"_s,
                       u"You have been rate limited. Please try again in a few minutes."_s,
                       {{u"rate_limit_reason"_s, reason}})
        .with("Retry-After", QByteArray::number(seconds));
}

std::optional<Response> refusedQuery(const Request &request, const NotionRoute &route)
{
    for (const auto &[name, value] : request.query) {
        QString bare = name;
        if (bare.endsWith("[]"_L1))
            bare.chop(2);
        if (!route.query.contains(bare))
            return notionInvalid(notionComplaint(u"query."_s + name, u"not present"_s, value));
    }
    return std::nullopt;
}

/** The parameters with dashes, or what is wrong with one of them. */
Result<QHash<QString, QString>> pathIds(const QHash<QString, QString> &sent)
{
    QHash<QString, QString> result;
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        const QString id = notionId(it.value());
        if (id.isEmpty())
            return failure(ErrorCode::InvalidInput,
                           notionComplaint(u"path."_s + it.key(), u"a valid uuid"_s, it.value()));
        result.insert(it.key(), id);
    }
    return result;
}

/** The code and words of a status that a fault switch asks for. */
QPair<QString, QString> wordsOf(int status)
{
    switch (status) {
    case 400:
        return {u"validation_error"_s, u"The request did not pass validation."_s};
    case 401:
        return {u"unauthorized"_s, u"API token is invalid."_s};
    case 403:
        return {u"restricted_resource"_s, u"Insufficient permissions for this endpoint."_s};
    case 404:
        return {u"object_not_found"_s, u"Could not find the object."_s};
    case 409:
        return {u"conflict_error"_s, u"Conflict occurred while saving. Please try again."_s};
    case 502:
        return {u"bad_gateway"_s, u"Bad gateway."_s};
    case 503:
        return {u"service_unavailable"_s, u"Notion is unavailable. Please try again later."_s};
    case 504:
        return {u"gateway_timeout"_s, u"The request timed out. Please try again."_s};
    case 529:
        return {u"service_overload"_s, u"Notion is overloaded. Please try again later."_s};
    default:
        return {u"internal_server_error"_s, u"Unexpected error occurred."_s};
    }
}

} // namespace

NotionService::NotionService(const Options &options,
                             const ClientRegistry &clients,
                             GrantStore &grants,
                             const Clock &clock)
    : m_site(options.site, clock)
    , m_oauth(options.oauth, m_site, clients, grants, clock)
    , m_limiter(clock, options.site.requestsPerMinute)
{}

QString NotionService::name() const
{
    return u"notion"_s;
}

void NotionService::reset()
{
    m_site.reset();
    m_oauth.reset();
    m_limiter.reset();
}

std::optional<Response> NotionService::failed(const FaultRule &rule) const
{
    if (rule.status == 429)
        return rateLimited(rule.retryAfter >= 0 ? rule.retryAfter : 60,
                           rule.reason.isEmpty() ? u"connection_limit"_s : rule.reason);
    const auto [code, message] = wordsOf(rule.status);
    Response response = notionError(rule.status, code, message);
    if (rule.retryAfter >= 0)
        response.with("Retry-After", QByteArray::number(rule.retryAfter));
    return response;
}

NotionConnection *NotionService::caller(const Request &request)
{
    const QByteArray header = request.header("authorization");
    if (header.left(7).toLower() != "bearer ")
        return nullptr;
    const QByteArray token = header.mid(7).trimmed();
    NotionConnection *known = m_site.state().connection(token);
    return known ? known : m_oauth.connection(token);
}

std::optional<Response> NotionService::refused(const Request &request,
                                               const NotionRoute &route,
                                               const NotionConnection &caller)
{
    if (const int wait = m_limiter.secondsToWait(caller.id); wait > 0)
        return rateLimited(wait, u"connection_limit"_s);
    const QByteArray version = request.header("notion-version");
    if (const QString wrong = notionVersionComplaint(version); !wrong.isEmpty())
        return notionError(
            400, version.isEmpty() ? u"missing_version"_s : u"validation_error"_s, wrong);
    if (!route.handler)
        return notionNotServed(QString::fromLatin1(route.method) + u' ' + route.pattern);
    if (route.body == NotionRoute::Body::Json && request.body.size() > largestBody)
        return notionInvalid(
            u"body.length should be ≤ `512000`, instead was `%1`."_s.arg(request.body.size()));
    if (caller.missing.contains(route.capability))
        return notionError(
            403, u"restricted_resource"_s, u"Insufficient permissions for this endpoint."_s);
    return refusedQuery(request, route);
}

Response NotionService::answer(const Request &request)
{
    if (const std::optional<Response> response = m_oauth.answer(request))
        return *response;
    const NotionSite::Match match = m_site.match(request.method, request.path);
    if (!match.route)
        return notionError(400, u"invalid_request_url"_s, u"Invalid request URL."_s);
    NotionConnection *caller = this->caller(request);
    if (!caller)
        return notionError(401, u"unauthorized"_s, u"API token is invalid."_s);
    if (const auto wrong = refused(request, *match.route, *caller))
        return *wrong;
    const Result<QHash<QString, QString>> path = pathIds(match.path);
    if (!path)
        return notionInvalid(path.error().message);
    const bool isJson = match.route->body == NotionRoute::Body::Json;
    const QJsonDocument document = isJson ? QJsonDocument::fromJson(request.body) : QJsonDocument();
    if (isJson && !request.body.isEmpty() && !document.isObject())
        return notionError(400, u"invalid_json"_s, u"Error parsing JSON body."_s);
    Response response = match.route->handler(
        {.request = request, .caller = *caller, .path = *path, .body = document.object()});
    // Where both find fault, the words are Notion's own.
    const QString operation =
        QString::fromLatin1(match.route->method) + u' ' + match.route->pattern;
    const QString wrong = m_contract.complaint(operation, request, document.object());
    return response.status < 300 && !wrong.isEmpty() ? notionInvalid(wrong) : response;
}

} // namespace fairlead::sandbox
