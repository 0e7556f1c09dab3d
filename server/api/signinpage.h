// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "server/providers/signin.h"

namespace fairlead::api {

/** What the server says, which it says in English, in the language of the windows. */
using SpokenText = QString (*)(const QString &english);

/**
 * What a person sees in the browser at the end of a sign-in: which site is connected, or what went
 * wrong, and that Fairlead is where it goes on. Plain HTML without a script; nothing of the request
 * is repeated, and what comes from a service is escaped. The error is that of
 * BrowserSignIn::arrive(). In the windows' language where the program has windows; what went wrong
 * goes through `spoken`, if there is one.
 */
[[nodiscard]] http::Response signInPage(const Result<providers::SignIn> &signIn,
                                        SpokenText spoken = nullptr);

} // namespace fairlead::api
