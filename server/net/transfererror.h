// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/curlrequest.h"

namespace fairlead::net {

/** Why a request has failed, as HttpClient promises: whether it may have been carried out. */
[[nodiscard]] Error transferError(const CurlRequest &request, CURLcode code);

/** The sentence for a request without a whole answer after this time. */
[[nodiscard]] Error timeoutError(const CurlRequest &request, std::chrono::milliseconds waited);

[[nodiscard]] Error tooLargeError(const Request &request);

} // namespace fairlead::net
