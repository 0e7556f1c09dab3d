// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

#include <QNetworkRequest>
#include <QSslConfiguration>

namespace fairlead::net {

/**
 * The request as Qt sends it, with everything turned off that could send a secret elsewhere:
 * redirects, cookies, remembered authentication, the cache, HTTP/2. `silence`: longest time without
 * a byte.
 */
[[nodiscard]] QNetworkRequest networkRequest(const Request &request,
                                             const QSslConfiguration &tls,
                                             std::chrono::milliseconds silence);

} // namespace fairlead::net
