// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/foreignaddress.h"

#include "server/base/text.h"
#include "server/net/requestcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestAddress = 2048;
constexpr qsizetype longestShown = 100;

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'\\' && c != u'"' && c != u'`';
    });
}

bool isSafe(const QUrl &url, net::Reach reach)
{
    const QString host = url.host();
    if (!url.isValid() || host.isEmpty() || host.endsWith(u'.') || !url.userInfo().isEmpty()
        || url.hasFragment())
        return false;
    if (!isPlain(QUrl::fromPercentEncoding(url.toEncoded())))
        return false;
    const bool isHere = url.scheme() == "http"_L1 && net::isLoopbackHost(host)
        && reach == net::Reach::InternetAndLoopback;
    if (url.scheme() != "https"_L1 && !isHere)
        return false;
    // Looked at after QUrl, which reads 2130706433 and 0x7f.1 as what they are.
    const QHostAddress literal = net::literalAddress(host);
    return literal.isNull() || net::isWithin(literal, reach);
}

} // namespace

Result<QUrl> foreignAddress(const QString &text, net::Reach reach, const QString &what)
{
    const QUrl url(text, QUrl::StrictMode);
    if (text.size() <= longestAddress && isPlain(text) && isSafe(url, reach))
        return url;
    return failure(
        ErrorCode::InvalidData,
        u"The server names “%1” as %2, which is no address that Fairlead can use safely, "
        "so nothing was sent there. Tell whoever runs that server."_s.arg(
            cleanedLine(text, longestShown), what));
}

} // namespace fairlead::oauth
