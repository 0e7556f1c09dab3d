// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/tokenanswer.h"

#include "server/base/text.h"
#include "server/net/retrypolicy.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestToken = 16 * 1024;
constexpr std::chrono::seconds shortestLife = std::chrono::minutes(1);
constexpr std::chrono::seconds longestLife = std::chrono::hours(24 * 30);

/** A token becomes part of a header, so it may hold nothing that ends one (RFC 6749, appendix A).
 */
bool isToken(const QString &text)
{
    return !text.isEmpty() && text.size() <= longestToken
        && std::all_of(text.begin(), text.end(), [](QChar c) {
               return c.unicode() > 0x20 && c.unicode() < 0x7F;
           });
}

/** How long to go on with it; a server that names no time means that it does not end. */
std::chrono::seconds lifetimeOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull())
        return {};
    const qint64 given =
        value.isString() ? value.toString().toLongLong() : static_cast<qint64>(value.toDouble());
    return std::clamp(std::chrono::seconds(given), shortestLife, longestLife);
}

tl::unexpected<TokenFailure> failed(TokenFault fault, ErrorCode code, const QString &message)
{
    return tl::make_unexpected(TokenFailure{fault, {.code = code, .message = message}});
}

tl::unexpected<TokenFailure> unusable(const QString &issuer, const QString &what)
{
    return failed(TokenFault::Unusable,
                  ErrorCode::InvalidData,
                  u"%1 answered the sign-in with something that Fairlead cannot use: %2."_s.arg(
                      issuer, what));
}

/** Its own words, made safe, as the end of a sentence. */
QString wordsOf(const QJsonObject &json)
{
    QString words = cleanedLine(json.value("error_description"_L1).toString(), 200).trimmed();
    if (words.isEmpty())
        words = cleanedLine(json.value("error"_L1).toString(), 60).trimmed();
    while (words.endsWith(u'.'))
        words.chop(1);
    return words;
}

tl::unexpected<TokenFailure> refusal(int status, const QJsonObject &json, const QString &issuer)
{
    const QString error = json.value("error"_L1).toString();
    // Atlassian has been seen to say so of a refresh token that is dead.
    const bool isDead = error == "unauthorized_client"_L1
        && json.value("error_description"_L1).toString().contains("refresh_token is invalid"_L1);
    if (error == "invalid_grant"_L1 || isDead) {
        return failed(
            TokenFault::InvalidGrant,
            ErrorCode::Unauthorized,
            u"%1 does not accept this sign-in any more (%2)."_s.arg(issuer, wordsOf(json)));
    }
    // Atlassian says access_denied where RFC 6749 says invalid_client.
    const bool isClient = error == "invalid_client"_L1 || error == "unauthorized_client"_L1
        || (status == 401 && error == "access_denied"_L1);
    if (isClient) {
        return failed(
            TokenFault::InvalidClient,
            ErrorCode::Forbidden,
            u"%1 does not know the OAuth app's client id, or its secret is wrong (%2)."_s.arg(
                issuer, wordsOf(json)));
    }
    return failed(TokenFault::Refused,
                  ErrorCode::Forbidden,
                  u"%1 refused the sign-in (%2)."_s.arg(issuer, wordsOf(json)));
}

tl::unexpected<TokenFailure> refusal(const net::Response &response,
                                     const QString &issuer,
                                     const QDateTime &now)
{
    const QJsonObject json = QJsonDocument::fromJson(response.body).object();
    const bool isOAuth =
        json.value("error"_L1).isString() && response.status < 500 && response.status != 429;
    if (isOAuth)
        return refusal(response.status, json, issuer);
    TokenFailure failed{TokenFault::Unusable, {}};
    if (response.status == 429) {
        failed.error.code = ErrorCode::RateLimited;
        failed.error.message =
            u"%1 takes no more sign-in requests just now. Try again later."_s.arg(issuer);
    } else {
        failed.error.code = ErrorCode::InvalidData;
        failed.error.message =
            u"%1 could not answer the sign-in (%2). Try again."_s.arg(issuer).arg(response.status);
    }
    failed.error.retryAfter = net::retryAfter(response, now).value_or(std::chrono::seconds(0));
    return tl::make_unexpected(failed);
}

QStringList scopesOf(const QJsonValue &value)
{
    return value.toString().split(u' ', Qt::SkipEmptyParts);
}

} // namespace

TokenResult readTokenAnswer(const net::Response &response,
                            const QString &issuer,
                            const QDateTime &now)
{
    if (response.status < 200 || response.status >= 300)
        return refusal(response, issuer, now);
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    if (!document.isObject())
        return unusable(issuer, u"no JSON object"_s);
    QJsonObject json = document.object();
    const QString access = json.take("access_token"_L1).toString();
    const QJsonValue refresh = json.take("refresh_token"_L1);
    // The id_token of OpenID Connect is as good as a password to some services.
    json.remove("id_token"_L1);
    if (!isToken(access))
        return unusable(issuer, u"no access token, or one with forbidden characters"_s);
    if (refresh.isString() && !isToken(refresh.toString()))
        return unusable(issuer, u"a refresh token with forbidden characters"_s);
    if (json.value("token_type"_L1).toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return unusable(issuer, u"a token that is no bearer token"_s);
    TokenSet tokens;
    tokens.accessToken = Secret(access.toLatin1());
    tokens.refreshToken = Secret(refresh.toString().toLatin1());
    tokens.receivedAt = now;
    tokens.lifetime = lifetimeOf(json.take("expires_in"_L1));
    tokens.scopes = scopesOf(json.take("scope"_L1));
    tokens.details = json;
    return tokens;
}

} // namespace fairlead::oauth
