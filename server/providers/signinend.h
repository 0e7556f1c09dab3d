// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/tokenendpoint.h"
#include "server/providers/signin.h"

namespace fairlead::providers {

/** How a browser sign-in failed: what a person is told. */
struct SignInEnd
{
    SignInProblem problem = SignInProblem::Other;
    QString message; ///< what happened
    QString nextStep; ///< what to do
};

/** Whether a service's words say that an administrator has to allow something: they have no code
 * for it. */
[[nodiscard]] bool isOfAdministrator(const QString &text);

/** The sentences for a problem that needs no more than the service's name ("Atlassian"). */
[[nodiscard]] SignInEnd endFor(SignInProblem problem, const QString &service);
/** For what the authorization response said: `error` and its description, which is untrusted. */
[[nodiscard]] SignInEnd endFor(const QString &error,
                               const QString &description,
                               const QString &service);
/** For an exchange that failed. */
[[nodiscard]] SignInEnd endFor(const oauth::TokenFailure &failed, const QString &service);
/** For a call that failed after the exchange. */
[[nodiscard]] SignInEnd endFor(const Error &error, const QString &service);
/** For what was not allowed, in the service's own words ("read:jira-work"). */
[[nodiscard]] SignInEnd endForScopes(const QStringList &missing, const QString &service);

} // namespace fairlead::providers
