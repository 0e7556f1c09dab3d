// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/systemproxy.h"

#include "server/net/requestcheck.h"

#include <QNetworkProxy>

using namespace Qt::StringLiterals;

namespace fairlead::net {

SystemProxy systemProxyFor(const QUrl &url)
{
    if (isLoopbackHost(url.host()))
        return {};
    const QList<QNetworkProxy> proxies =
        QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (const QNetworkProxy &proxy : proxies) {
        QUrl address;
        if (proxy.type() == QNetworkProxy::NoProxy)
            return {};
        if (proxy.type() == QNetworkProxy::HttpProxy)
            address.setScheme(u"http"_s);
        else if (proxy.type() == QNetworkProxy::Socks5Proxy)
            address.setScheme(u"socks5h"_s); // the proxy looks the name up
        else
            continue;
        address.setHost(proxy.hostName());
        address.setPort(proxy.port());
        return {.url = address.toEncoded(),
                .user = proxy.user().toUtf8(),
                .password = proxy.password().toUtf8()};
    }
    return {};
}

SystemProxy proxyFor(const QUrl &url, const QString &choice)
{
    if (choice.isEmpty())
        return systemProxyFor(url);
    if (choice == "none"_L1 || isLoopbackHost(url.host()))
        return {};
    QUrl address(choice);
    if (address.scheme() == "socks5"_L1)
        address.setScheme(u"socks5h"_s); // the proxy looks the name up
    return {.url = address.toEncoded(), .user = {}, .password = {}};
}

} // namespace fairlead::net
