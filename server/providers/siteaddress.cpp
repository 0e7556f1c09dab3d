// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/siteaddress.h"

#include "server/base/text.h"
#include "server/net/requestcheck.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

constexpr qsizetype longestAddress = 2048;

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidInput, sentence);
}

QString withScheme(const QString &text)
{
    if (text.contains("://"_L1))
        return text;
    const QString host = QUrl(u"http://"_s + text).host();
    return (net::isLoopbackHost(host) ? u"http://"_s : u"https://"_s) + text;
}

QString bareAddress(const QUrl &url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    return path;
}

} // namespace

Result<SiteAddress> SiteAddress::fromText(const QString &typed, const QString &example)
{
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return refused(u"Enter the address, such as %1."_s.arg(example));
    const QUrl url(withScheme(text), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (text.contains(u'@')) {
        return refused(u"The address must not contain a user name, password or e-mail. Enter only "
                       "the address, such as %1."_s.arg(example));
    }
    if (!url.isValid() || url.host().isEmpty() || !isWeb || text.size() > longestAddress
        || text.contains(u'\\') || url.path().contains("/../"_L1)) {
        return refused(u"\"%1\" is not a web address. Enter one like %2."_s.arg(
            cleanedLine(text, 100), example));
    }
    if (url.scheme() == "http"_L1 && !net::isLoopbackHost(url.host())) {
        return refused(
            u"Fairlead sends a token to %1 only over https. Enter https://%1."_s.arg(url.host()));
    }
    SiteAddress address;
    address.url.setScheme(url.scheme());
    address.url.setHost(url.host());
    const int usualPort = url.scheme() == "https"_L1 ? 443 : 80;
    if (url.port() >= 0 && url.port() != usualPort)
        address.url.setPort(url.port());
    address.url.setPath(bareAddress(url));
    address.name = address.url.authority() + address.url.path();
    return address;
}

} // namespace fairlead::providers
