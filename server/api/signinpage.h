// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"
#include "server/providers/signin.h"

namespace fairlead::api {

/**
 * What a person sees in the browser at the end of a sign-in: which site is connected, or what went
 * wrong, and that Fairlead is where it goes on. Plain HTML without a script; nothing of the request
 * is repeated, and what comes from a service is escaped. The error is that of
 * BrowserSignIn::arrive().
 */
[[nodiscard]] http::Response signInPage(const Result<providers::SignIn> &signIn);

} // namespace fairlead::api
