// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/authorizationserver.h"

#include "server/net/requestcheck.h"

#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestEndpoint = 2048;

bool isPlain(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'\\' && c != u'"';
    });
}

bool isWebPage(const QUrl &url)
{
    const QString text = url.toString(QUrl::FullyEncoded);
    const bool isSafe = url.scheme() == "https"_L1
        || (url.scheme() == "http"_L1 && net::isLoopbackHost(url.host()));
    return url.isValid() && isSafe && !url.host().isEmpty() && url.userInfo().isEmpty()
        && isPlain(QUrl::fromPercentEncoding(text.toLatin1())) && text.size() <= longestEndpoint;
}

// QUrlQuery leaves "+" alone, which a server reads as a space.
void add(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace

Result<QUrl> authorizationUrl(const AuthorizationServer &server,
                              const AuthorizationRequest &request)
{
    QUrl url = server.authorizationEndpoint;
    if (!isWebPage(url)) {
        return failure(ErrorCode::InvalidInput,
                       u"The sign-in address of %1 is not a web page that can be opened safely, so "
                       "it was not opened."_s.arg(server.displayName));
    }
    QUrlQuery query(url);
    for (const auto &[name, value] : server.authorizationParameters)
        add(query, name, value);
    add(query, u"response_type"_s, u"code"_s);
    add(query, u"client_id"_s, request.clientId);
    add(query, u"redirect_uri"_s, request.redirectUri.toString(QUrl::FullyEncoded));
    add(query, u"state"_s, QString::fromLatin1(request.state));
    if (!server.scopes.isEmpty())
        add(query, u"scope"_s, server.scopes.join(u' '));
    if (!server.resource.isEmpty())
        add(query, u"resource"_s, server.resource);
    if (!request.codeChallenge.isEmpty()) {
        add(query, u"code_challenge"_s, QString::fromLatin1(request.codeChallenge));
        add(query, u"code_challenge_method"_s, u"S256"_s);
    }
    url.setQuery(query);
    return url;
}

} // namespace fairlead::oauth
