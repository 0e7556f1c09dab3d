// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiraerrors.h"

#include "server/net/retrypolicy.h"
#include "server/providers/jira/jiraparser.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

Error error(ErrorCode code, QString message)
{
    return {.code = code, .message = std::move(message)};
}

QString sentence(const QString &text)
{
    return text.isEmpty() || text.endsWith(u'.') ? text : text + u'.';
}

Error unknownOutcome(ErrorCode code, const QString &reason, const CallPurpose &purpose)
{
    return error(
        code,
        u"It is not known whether %1 on %2 took effect: %3 Fairlead did not repeat it. %4"_s.arg(
            purpose.write, purpose.site, sentence(reason), purpose.check));
}

Error refusedInput(const Problem &problem, const CallPurpose &purpose, int status)
{
    const QString reason = problemText(problem);
    return error(
        ErrorCode::InvalidInput,
        reason.isEmpty()
            ? u"Jira at %1 refused the request (%2) without saying why."_s.arg(purpose.site)
                  .arg(status)
            : u"Jira at %1 refused the request: %2"_s.arg(purpose.site, sentence(reason)));
}

Error missingScope(const CallPurpose &purpose)
{
    const QString usual =
        purpose.write.isEmpty() ? u"read:jira-work and read:jira-user"_s : u"write:jira-work"_s;
    const QString scope = purpose.scopes.isEmpty() ? usual : purpose.scopes;
    return error(ErrorCode::Forbidden,
                 u"The API token for %1 lacks a scope for this (%2). Make a token with it, open "
                 "Fairlead and click Reconnect on %1."_s.arg(purpose.site, scope));
}

Error forbidden(const net::Response &response, const Problem &problem, const CallPurpose &purpose)
{
    const bool isCaptcha = response.header("X-Authentication-Denied-Reason").contains("CAPTCHA")
        || response.header("X-Seraph-LoginReason").contains("AUTHENTICATION_DENIED");
    if (isCaptcha) {
        return error(
            ErrorCode::Forbidden,
            u"Jira at %1 wants to see a person after failed sign-ins (CAPTCHA). Sign in once "
            "at https://%1 in the browser, then try again."_s.arg(purpose.site));
    }
    if (problem.isScope)
        return missingScope(purpose);
    const QString reason = problemText(problem);
    return error(
        ErrorCode::Forbidden,
        reason.isEmpty()
            ? u"This account may not do that on %1 (403). Ask the site's administrator."_s.arg(
                purpose.site)
            : u"This account may not do that on %1 (403): %2"_s.arg(purpose.site,
                                                                    sentence(reason)));
}

Error notFound(const Problem &problem, const CallPurpose &purpose)
{
    if (!purpose.subject.isEmpty()) {
        return error(
            ErrorCode::NotFound,
            u"%1 does not exist on %2 or you may not see it."_s.arg(purpose.subject, purpose.site));
    }
    const QString reason = problemText(problem);
    return error(ErrorCode::NotFound,
                 u"Jira at %1 found nothing (404)%2"_s.arg(
                     purpose.site, reason.isEmpty() ? u"."_s : u": "_s + sentence(reason)));
}

Error rateLimited(const net::Response &response, const CallPurpose &purpose)
{
    Error result = error(
        ErrorCode::RateLimited,
        u"Jira at %1 limits its calls (429). Wait a minute, then try again."_s.arg(purpose.site));
    if (const auto wait = net::retryAfter(response, QDateTime::currentDateTimeUtc())) {
        result.retryAfter = *wait;
        result.message =
            u"Jira at %1 limits its calls (429). Try again in %2 seconds."_s.arg(purpose.site)
                .arg(wait->count());
    }
    return result;
}

Error redirected(const net::Response &response, const CallPurpose &purpose)
{
    const QString host = QUrl::fromEncoded(response.header("Location")).host();
    return error(
        ErrorCode::InvalidData,
        u"%1 sends the request on to %2, which Fairlead does not follow because the API token "
        "would go along. Check the site's address."_s.arg(
            purpose.site, host.isEmpty() ? u"another address"_s : host));
}

Error broken(int status, const CallPurpose &purpose)
{
    const QString reason =
        u"Jira at %1 has a problem of its own (%2)."_s.arg(purpose.site).arg(status);
    if (!purpose.write.isEmpty())
        return unknownOutcome(ErrorCode::Network, reason, purpose);
    return error(ErrorCode::Network, reason + u" Try again in a few minutes."_s);
}

} // namespace

Error errorOf(const net::Response &response, const CallPurpose &purpose)
{
    const Problem problem = parser::problem(response.body);
    const int status = response.status;
    if (status >= 300 && status < 400)
        return redirected(response, purpose);
    if (status >= 500)
        return broken(status, purpose);
    switch (status) {
    case 401:
        if (problem.isScope)
            return missingScope(purpose);
        return error(ErrorCode::Unauthorized,
                     u"Jira sign-in for %1 is no longer accepted (401). Open Fairlead and click "
                     "Reconnect on %1."_s.arg(purpose.site));
    case 403:
        return forbidden(response, problem, purpose);
    case 404:
        return notFound(problem, purpose);
    case 410:
        return error(ErrorCode::InvalidData,
                     u"%1 no longer offers this call (410). Update Fairlead."_s.arg(purpose.site));
    case 413:
        return error(ErrorCode::InvalidInput,
                     u"The text is too long for Jira at %1 (413). Shorten it or split it."_s.arg(
                         purpose.site));
    case 429:
        return rateLimited(response, purpose);
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
    const QString text =
        u"%1 gave an answer that is not Jira's (%2)."_s.arg(purpose.site, reason.message);
    if (!purpose.write.isEmpty())
        return unknownOutcome(ErrorCode::InvalidData, text, purpose);
    return error(ErrorCode::InvalidData,
                 text + u" Try again; if it stays so, check the network."_s);
}

QString problemText(const Problem &problem)
{
    QStringList texts = problem.messages;
    for (const auto &[field, message] : problem.fieldMessages)
        texts.append(u"%1: %2"_s.arg(field, message));
    return texts.join(u"; "_s);
}

} // namespace fairlead::providers::jira
