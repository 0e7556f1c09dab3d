// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/browserurl.h"

#include "server/net/requestcheck.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr qsizetype urlLimit = 8192;

/** What an encoded address consists of; in particular no quote, space, backslash or backtick. */
bool isUrlCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9')
        || "-._~:/?#[]@!*+,;=%&()"_L1.contains(c);
}

} // namespace

Result<QUrl> browserUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWebPage = url.scheme() == "https"_L1
        || (url.scheme() == "http"_L1 && net::isLoopbackHost(url.host()));
    if (text.size() > urlLimit || !url.isValid() || url.host().isEmpty() || !isWebPage
        || !url.userInfo().isEmpty() || !std::all_of(text.cbegin(), text.cend(), isUrlCharacter))
        return failure(ErrorCode::InvalidData,
                       u"Fairlead named an address to sign in on that is no web page of a service; "
                       "it was not opened."_s);
    return url;
}

} // namespace fairlead::ctl
