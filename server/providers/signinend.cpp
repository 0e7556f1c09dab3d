// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/signinend.h"

#include "server/base/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

/** What a person is told; %1 is the service. */
struct Words
{
    SignInProblem problem = SignInProblem::None;
    QLatin1StringView message;
    QLatin1StringView nextStep;
};

constexpr std::array words{
    Words{SignInProblem::Cancelled,
          "The sign-in at %1 was cancelled."_L1,
          "Start it again when you want to connect."_L1},
    Words{SignInProblem::Denied,
          "The access was not allowed at %1."_L1,
          "Start again and choose Accept; if you may not, ask your administrator to allow the "
          "app."_L1},
    Words{SignInProblem::TimedOut,
          "Nobody came back from %1 within ten minutes."_L1,
          "Start again, and finish in the browser."_L1},
    Words{SignInProblem::WrongState,
          "What came back from the browser does not belong to this sign-in at %1."_L1,
          "Start again, and use only the page that Fairlead opens."_L1},
    Words{SignInProblem::CodeUsed,
          "%1 says that this sign-in was used already, or is too old."_L1,
          "Start again; finish within a minute, and do not reload the last page."_L1},
    Words{SignInProblem::WrongClient,
          "%1 does not know the OAuth app, or its client secret is wrong."_L1,
          "Copy the client id and the client secret again from the app's settings and enter "
          "them."_L1},
    Words{SignInProblem::MissingScope,
          "The OAuth app at %1 lacks a permission that Fairlead asks for."_L1,
          "Add the missing permissions to the OAuth app in its settings, then start again."_L1},
    Words{SignInProblem::WrongIssuer,
          "The answer did not come from %1, so it was not used."_L1,
          "Start again. If it happens again, somebody may be tampering with the sign-in: tell your "
          "administrator."_L1},
    Words{SignInProblem::NoSite,
          "The sign-in at %1 opens no site."_L1,
          "Start again with the account that has access, and choose the site there."_L1},
    Words{SignInProblem::ClockOff,
          "The certificate of %1 is not valid at the time that this computer's clock shows."_L1,
          "Set the computer's date and time, then start again."_L1},
    Words{SignInProblem::Tls,
          "No secure connection to %1 could be made."_L1,
          "Behind a company proxy, add its certificate to the system or as caFile in the "
          "settings, then start again."_L1},
    Words{SignInProblem::Proxy,
          "The network's proxy let nothing through to %1."_L1,
          "Check the computer's proxy settings, then start again."_L1},
    Words{SignInProblem::Network,
          "%1 could not be reached."_L1,
          "Check the network, then start again."_L1},
    Words{SignInProblem::Timeout, "%1 did not answer in time."_L1, "Start again in a moment."_L1},
    Words{SignInProblem::Secrets,
          "The sign-in at %1 worked, but nothing could be stored."_L1,
          "Unlock the keychain, then start again."_L1},
    Words{SignInProblem::RedirectRefused,
          "%1 does not let the browser come back to Fairlead on this computer."_L1,
          "Start again: Fairlead then registers anew. If that does not help, ask an administrator "
          "there to allow http://127.0.0.1 and http://localhost with any port."_L1},
    Words{SignInProblem::RegistrationClosed,
          "%1 does not let Fairlead register itself."_L1,
          "Ask whoever runs it for the client id of an app, or for a token to connect with; see "
          "fairleadctl help connect."_L1},
    Words{SignInProblem::AdministratorRefused,
          "An administrator at %1 has not allowed Fairlead."_L1,
          "Ask the administrator to allow this app, with the addresses http://127.0.0.1 and "
          "http://localhost; at Atlassian that is the list of domains of the Rovo MCP server."_L1},
    Words{SignInProblem::Refused, "%1 refused the sign-in."_L1, "Start again."_L1},
    Words{SignInProblem::Other,
          "%1 answered the sign-in with something that Fairlead does not understand."_L1,
          "Start again in a moment; if it happens again, report it."_L1},
};

SignInEnd withMessage(SignInEnd end, const QString &message)
{
    end.message = message;
    return end;
}

SignInProblem problemOf(const Error &error)
{
    if (error.reason == ErrorReason::Proxy)
        return SignInProblem::Proxy;
    if (error.reason == ErrorReason::CertificateTime)
        return SignInProblem::ClockOff;
    if (error.reason == ErrorReason::ClientUnknown)
        return SignInProblem::WrongClient;
    if (error.reason == ErrorReason::RedirectRefused)
        return SignInProblem::RedirectRefused;
    if (error.reason == ErrorReason::RegistrationClosed)
        return SignInProblem::RegistrationClosed;
    if (error.reason == ErrorReason::AdministratorRefused)
        return SignInProblem::AdministratorRefused;
    if (error.reason == ErrorReason::ScopeMissing)
        return SignInProblem::MissingScope;
    switch (error.code) {
    case ErrorCode::Cancelled:
        return SignInProblem::Cancelled;
    case ErrorCode::Timeout:
        return SignInProblem::Timeout;
    case ErrorCode::Network:
        return SignInProblem::Network;
    case ErrorCode::Tls:
        return SignInProblem::Tls;
    case ErrorCode::SecretsUnavailable:
    case ErrorCode::Storage:
        return SignInProblem::Secrets;
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::RateLimited:
        return SignInProblem::Refused;
    default:
        return SignInProblem::Other;
    }
}

} // namespace

bool isOfAdministrator(const QString &text)
{
    constexpr std::array marks{"admin"_L1, "domain"_L1, "organization"_L1, "organisation"_L1};
    return std::ranges::any_of(marks, [&text](QLatin1StringView mark) {
        return text.contains(mark, Qt::CaseInsensitive);
    });
}

SignInEnd endFor(SignInProblem problem, const QString &service)
{
    const auto found = std::ranges::find(words, problem, &Words::problem);
    const Words &said = found == words.end() ? words.back() : *found;
    return {.problem = problem,
            .message = QString(said.message).arg(service),
            .nextStep = QString(said.nextStep)};
}

SignInEnd endFor(const QString &error, const QString &description, const QString &service)
{
    if (isOfAdministrator(description) && error != "invalid_scope"_L1)
        return endFor(SignInProblem::AdministratorRefused, service);
    if (error == "access_denied"_L1)
        return endFor(SignInProblem::Denied, service);
    if (error == "invalid_redirect_uri"_L1 || description.contains("redirect_uri"_L1))
        return endFor(SignInProblem::RedirectRefused, service);
    if (error == "invalid_scope"_L1)
        return endFor(SignInProblem::MissingScope, service);
    if (error == "unauthorized_client"_L1 || error == "invalid_client"_L1)
        return endFor(SignInProblem::WrongClient, service);
    QString said = cleanedLine(description.isEmpty() ? error : description, 200).trimmed();
    while (said.endsWith(u'.'))
        said.chop(1);
    return withMessage(endFor(SignInProblem::Refused, service),
                       u"%1 refused the sign-in: %2."_s.arg(service, said));
}

SignInEnd endFor(const oauth::TokenFailure &failed, const QString &service)
{
    switch (failed.fault) {
    case oauth::TokenFault::InvalidGrant:
        return endFor(SignInProblem::CodeUsed, service);
    case oauth::TokenFault::InvalidClient:
        return endFor(SignInProblem::WrongClient, service);
    case oauth::TokenFault::Refused:
        return withMessage(endFor(SignInProblem::Refused, service), failed.error.message);
    case oauth::TokenFault::None:
    case oauth::TokenFault::Unusable:
        break;
    }
    return endFor(failed.error, service);
}

SignInEnd endFor(const Error &error, const QString &service)
{
    const SignInEnd end = endFor(problemOf(error), service);
    // The error's own sentence names the host and the reason.
    return error.message.isEmpty() || error.code == ErrorCode::Cancelled
        ? end
        : withMessage(end, error.message);
}

SignInEnd endForScopes(const QStringList &missing, const QString &service)
{
    return withMessage(endFor(SignInProblem::MissingScope, service),
                       u"The sign-in at %1 does not allow what Fairlead needs: %2."_s.arg(
                           service, missing.join(u", "_s)));
}

} // namespace fairlead::providers
