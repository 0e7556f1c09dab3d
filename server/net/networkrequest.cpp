// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/networkrequest.h"

#include "server/base/version.h"

using namespace Qt::StringLiterals;

namespace fairlead::net {

QNetworkRequest networkRequest(const Request &request,
                               const QSslConfiguration &tls,
                               std::chrono::milliseconds silence)
{
    QNetworkRequest result(request.url);
    result.setSslConfiguration(tls);
    result.setTransferTimeout(static_cast<int>(silence.count()));
    // By default Qt follows redirects and sends Authorization along to the other host.
    result.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                        QNetworkRequest::ManualRedirectPolicy);
    result.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    result.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    result.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // The HTTP/2 code of older Qt versions has known memory faults (CVE-2023-51714).
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    result.setRawHeader("User-Agent"_ba, "Fairlead/"_ba + QByteArray(version));
    for (const auto &[name, value] : request.headers)
        result.setRawHeader(name, value);
    return result;
}

} // namespace fairlead::net
