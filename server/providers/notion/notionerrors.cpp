// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notionerrors.h"

#include "server/base/text.h"
#include "server/net/retrypolicy.h"
#include "server/providers/notion/notionparser.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr int overloaded = 529; // Notion's own: as 429, but not because of this connection

Error error(ErrorCode code, QString message)
{
    return {.code = code, .message = std::move(message)};
}

QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

/** "Notion (Northwind)". */
QString service(const CallPurpose &purpose)
{
    return purpose.connection.isEmpty() ? u"Notion"_s : u"Notion (%1)"_s.arg(purpose.connection);
}

Error unknownOutcome(ErrorCode code, const QString &reason, const CallPurpose &purpose)
{
    return error(
        code,
        u"It is not known whether %1 in %2 took effect: %3 Fairlead did not repeat it. %4"_s.arg(
            purpose.write, service(purpose), sentence(reason), purpose.check));
}

// Cloudflare stands before Notion and answers in its own way: a page for people, without the
// request's number that each of Notion's answers has.
bool isBlockPage(const net::Response &response, const Problem &problem)
{
    const bool isHtml = response.header("Content-Type").toLower().startsWith("text/html");
    return problem.code.isEmpty() && !problem.hasRequestId
        && (isHtml || !response.header("CF-Ray").isEmpty());
}

Error blocked(const net::Response &response)
{
    const QString ray = cleanedLine(QString::fromLatin1(response.header("CF-Ray")).left(100), 100);
    return error(ErrorCode::Network,
                 u"Not Notion answered but the protection before it (%1%2), which blocks this "
                 "computer's network or proxy for now. Try again in a few minutes or from another "
                 "network."_s.arg(response.status)
                     .arg(ray.isEmpty() ? QString() : u", Cloudflare ray "_s + ray));
}

Error unauthorized(const CallPurpose &purpose)
{
    if (purpose.connection.isEmpty()) {
        return error(ErrorCode::Unauthorized,
                     u"Notion refused the token (401). Copy it again, or make a new one."_s);
    }
    return error(ErrorCode::Unauthorized,
                 u"Notion sign-in has expired. Open Fairlead and click Reconnect on %1."_s.arg(
                     purpose.connection));
}

Error forbidden(const Problem &problem, const CallPurpose &purpose)
{
    return error(
        ErrorCode::Forbidden,
        u"The connection may not do that in %1 (403): %2 What it may do is set in Notion, under "
        "the integration's capabilities."_s.arg(
            service(purpose),
            sentence(problem.message.isEmpty() ? u"no reason given"_s : problem.message)));
}

Error notFound(const Problem &problem, const CallPurpose &purpose)
{
    if (purpose.subject.isEmpty()) {
        return error(
            ErrorCode::NotFound,
            u"%1 found nothing (404): %2"_s.arg(service(purpose), sentence(problem.message)));
    }
    return error(
        ErrorCode::NotFound,
        u"%1 does not exist in %2 or is not shared with the connection. To share it, open "
        "it in Notion and choose ••• → Connections."_s.arg(purpose.subject, service(purpose)));
}

Error rateLimited(const net::Response &response, const Problem &problem, const CallPurpose &purpose)
{
    const QString from = service(purpose);
    const QString reason = response.status == overloaded ? u"%1 is overloaded (529)."_s.arg(from)
        : problem.reason.isEmpty()                       ? u"%1 limits its calls (429)."_s.arg(from)
                                   : u"%1 limits its calls (429, %2)."_s.arg(from, problem.reason);
    Error result = error(ErrorCode::RateLimited, reason + u" Wait a minute, then try again."_s);
    if (const auto wait = net::retryAfter(response, QDateTime::currentDateTimeUtc())) {
        result.retryAfter = *wait;
        result.message = reason + u" Try again in %1 seconds."_s.arg(wait->count());
    }
    return result;
}

Error refusedInput(const Problem &problem, const CallPurpose &purpose, int status)
{
    return error(
        ErrorCode::InvalidInput,
        problem.message.isEmpty()
            ? u"%1 refused the request (%2) without saying why."_s.arg(service(purpose)).arg(status)
            : u"%1 refused the request: %2"_s.arg(service(purpose), sentence(problem.message)));
}

Error conflict(const CallPurpose &purpose)
{
    return error(ErrorCode::Conflict,
                 u"Somebody changed the same thing in %1 at that moment (409), and nothing was "
                 "saved. Try again."_s.arg(service(purpose)));
}

Error broken(int status, const CallPurpose &purpose)
{
    const QString reason = u"%1 has a problem of its own (%2)."_s.arg(service(purpose)).arg(status);
    if (!purpose.write.isEmpty())
        return unknownOutcome(ErrorCode::Network, reason, purpose);
    return error(ErrorCode::Network, reason + u" Try again in a few minutes."_s);
}

Error redirected(const net::Response &response)
{
    const QString host = QUrl::fromEncoded(response.header("Location")).host();
    return error(
        ErrorCode::InvalidData,
        u"Notion sends the request on to %1, which Fairlead does not follow because the token "
        "would go along."_s.arg(host.isEmpty() ? u"another address"_s : host));
}

} // namespace

bool isRefusal(const net::Response &response)
{
    return response.status == 401 && !isBlockPage(response, parser::problem(response.body));
}

Error errorOf(const net::Response &response, const CallPurpose &purpose)
{
    const Problem problem = parser::problem(response.body);
    const int status = response.status;
    if (status >= 300 && status < 400)
        return redirected(response);
    // A write that is answered with a page of 5xx may have got through to Notion before.
    const bool mayHaveHappened = status >= 500 && !purpose.write.isEmpty();
    if (isBlockPage(response, problem) && !mayHaveHappened)
        return blocked(response);
    if (status == 429 || status == overloaded)
        return rateLimited(response, problem, purpose);
    if (status >= 500)
        return broken(status, purpose);
    switch (status) {
    case 401:
        return unauthorized(purpose);
    case 403:
        return forbidden(problem, purpose);
    case 404:
        return notFound(problem, purpose);
    case 409:
        return conflict(purpose);
    case 413:
        return error(ErrorCode::InvalidInput,
                     u"The text is too long for Notion (413). Shorten it or split it."_s);
    default:
        return refusedInput(problem, purpose, status);
    }
}

Error errorOf(const Error &transport, const CallPurpose &purpose)
{
    const bool mayHaveHappened =
        transport.code == ErrorCode::Timeout || transport.code == ErrorCode::InvalidData;
    if (purpose.write.isEmpty() || !mayHaveHappened)
        return transport;
    return unknownOutcome(transport.code, transport.message, purpose);
}

Error unreadable(const Error &reason, const CallPurpose &purpose)
{
    const QString text = u"What came back from %1 is not Notion's answer (%2)."_s.arg(
        service(purpose), reason.message);
    if (!purpose.write.isEmpty())
        return unknownOutcome(ErrorCode::InvalidData, text, purpose);
    return error(ErrorCode::InvalidData,
                 text + u" Try again; if it stays so, check the network."_s);
}

} // namespace fairlead::providers::notion
