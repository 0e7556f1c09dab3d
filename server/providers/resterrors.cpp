// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/resterrors.h"

#include "server/base/text.h"
#include "server/net/retrypolicy.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr qsizetype reasonLimit = 1000;

Error error(ErrorCode code, QString message)
{
    return {.code = code, .message = std::move(message)};
}

QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') || text.endsWith(u'!') ? text : text + u'.';
}

/** "OpenProject (project.example.com)"; the name alone where the connection has the same. */
QString called(const RestPurpose &purpose)
{
    const bool hasOwnName =
        !purpose.connection.isEmpty() && purpose.connection != purpose.service.name;
    return hasOwnName ? u"%1 (%2)"_s.arg(purpose.service.name, purpose.connection)
                      : purpose.service.name;
}

QString reasonOf(const net::Response &response, const RestPurpose &purpose)
{
    return sentence(cleanedLine(purpose.service.problemOf(response).message, reasonLimit));
}

Error unknownOutcome(ErrorCode code, const QString &reason, const RestPurpose &purpose)
{
    return error(
        code,
        u"It is not known whether %1 in %2 took effect: %3 Fairlead did not repeat it. %4"_s.arg(
            purpose.write, called(purpose), sentence(reason), purpose.check));
}

Error redirected(const net::Response &response, const RestPurpose &purpose)
{
    const QString host = QUrl::fromEncoded(response.header("Location")).host();
    return error(ErrorCode::InvalidData,
                 u"%1 sends the request on to %2, which Fairlead does not follow because the token "
                 "would go along. Check the address."_s.arg(
                     called(purpose), host.isEmpty() ? u"another address"_s : host));
}

Error rateLimited(const net::Response &response, const RestPurpose &purpose)
{
    const QString limits = u"%1 limits its calls (429)."_s.arg(called(purpose));
    Error result = error(ErrorCode::RateLimited, limits + u" Wait a minute, then try again."_s);
    if (const auto wait = net::retryAfter(response, QDateTime::currentDateTimeUtc())) {
        result.retryAfter = *wait;
        result.message = limits + u" Try again in %1 seconds."_s.arg(wait->count());
    }
    return result;
}

Error broken(int status, const RestPurpose &purpose)
{
    const QString reason = u"%1 has a problem of its own (%2)."_s.arg(called(purpose)).arg(status);
    if (!purpose.write.isEmpty())
        return unknownOutcome(ErrorCode::Network, reason, purpose);
    return error(ErrorCode::Network, reason + u" Try again in a few minutes."_s);
}

Error unauthorized(const RestPurpose &purpose)
{
    if (purpose.connection.isEmpty()) {
        return error(ErrorCode::Unauthorized,
                     u"%1 refused the token (401). Copy it again, or make a new one. %2"_s.arg(
                         purpose.service.name, purpose.service.tokenHelp));
    }
    return error(ErrorCode::Unauthorized,
                 u"The token for %1 is no longer accepted (401). Open Fairlead and click Reconnect "
                 "on %2."_s.arg(called(purpose), purpose.connection));
}

Error forbidden(const QString &reason, const RestPurpose &purpose)
{
    return error(ErrorCode::Forbidden,
                 u"The account or its token may not do that in %1 (403)%2"_s.arg(
                     called(purpose), reason.isEmpty() ? u"."_s : u": "_s + reason));
}

Error notFound(const QString &reason, const RestPurpose &purpose)
{
    if (!purpose.subject.isEmpty()) {
        return error(ErrorCode::NotFound,
                     u"%1 does not exist in %2 or you may not see it."_s.arg(purpose.subject,
                                                                             called(purpose)));
    }
    return error(ErrorCode::NotFound,
                 u"%1 found nothing (404)%2"_s.arg(called(purpose),
                                                   reason.isEmpty() ? u"."_s : u": "_s + reason));
}

Error conflict(const QString &reason, const RestPurpose &purpose)
{
    return error(ErrorCode::Conflict,
                 u"Somebody changed the same thing in %1 at that moment (409), and nothing was "
                 "saved. %2"_s.arg(called(purpose), reason.isEmpty() ? u"Try again."_s : reason));
}

} // namespace

Error errorOf(const net::Response &response, const RestPurpose &purpose)
{
    const int status = response.status;
    if (status >= 300 && status < 400)
        return redirected(response, purpose);
    if (status == 429)
        return rateLimited(response, purpose);
    if (status >= 500)
        return broken(status, purpose);
    if (status == 401)
        return unauthorized(purpose);
    const QString reason = reasonOf(response, purpose);
    switch (status) {
    case 403:
        return forbidden(reason, purpose);
    case 404:
        return notFound(reason, purpose);
    case 409:
        return conflict(reason, purpose);
    case 413:
        return error(
            ErrorCode::InvalidInput,
            u"The text is too long for %1 (413). Shorten it or split it."_s.arg(called(purpose)));
    default:
        return error(ErrorCode::InvalidInput,
                     reason.isEmpty()
                         ? u"%1 refused the request (%2) without saying why."_s.arg(called(purpose))
                               .arg(status)
                         : u"%1 refused the request: %2"_s.arg(called(purpose), reason));
    }
}

Error errorOf(const Error &transport, const RestPurpose &purpose)
{
    const bool mayHaveHappened =
        transport.code == ErrorCode::Timeout || transport.code == ErrorCode::InvalidData;
    if (purpose.write.isEmpty() || !mayHaveHappened)
        return transport;
    return unknownOutcome(transport.code, transport.message, purpose);
}

Error unreadable(const Error &reason, const RestPurpose &purpose)
{
    const QString text = u"What came back from %1 is not an answer of %2's API (%3)."_s.arg(
        called(purpose), purpose.service.name, reason.message);
    if (!purpose.write.isEmpty())
        return unknownOutcome(ErrorCode::InvalidData, text, purpose);
    return error(ErrorCode::InvalidData,
                 text + u" Try again; if it stays so, check the address and the network."_s);
}

} // namespace fairlead::providers
