// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/issuedtokens.h"

#include "server/base/text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestToken = 8 * 1024;
constexpr qsizetype shownSubject = 100;
constexpr double clockSkewSeconds = 60;

tl::unexpected<Error> refusal(const QString &reason)
{
    return failure(ErrorCode::Unauthorized, u"The token %1."_s.arg(reason));
}

std::optional<QJsonObject> objectIn(const QByteArray &part)
{
    const auto text = secrets::fromBase64Url(part);
    const QJsonDocument document = QJsonDocument::fromJson(text.value_or(QByteArray()));
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

bool names(const QJsonValue &audience, const QString &wanted)
{
    return audience.isArray() ? audience.toArray().contains(wanted) : audience == wanted;
}

} // namespace

IssuedTokens::IssuedTokens(Rules rules, IssuerKeys &keys, const Clock &clock)
    : m_rules(std::move(rules))
    , m_keys(keys)
    , m_clock(clock)
{}

Result<QString> IssuedTokens::verify(QByteArrayView token) const
{
    const QString malformed = u"is none that can be read"_s;
    if (token.size() > longestToken)
        return refusal(malformed);
    const QList<QByteArray> parts = token.toByteArray().split('.');
    const auto header = parts.size() == 3 ? objectIn(parts[0]) : std::nullopt;
    const auto signature =
        parts.size() == 3 ? secrets::fromBase64Url(parts[2]) : std::optional<QByteArray>();
    // What is marked as critical we would have to know, and know nothing of the kind.
    if (!header || !signature || header->contains("crit"_L1))
        return refusal(malformed);
    const secrets::JwsPublicKey *key = m_keys.find(header->value("kid"_L1).toString());
    if (!key)
        return refusal(
            u"is signed with a key that its issuer has not named; when it has changed its "
            "keys just now, try again in a minute"_s);
    if (header->value("alg"_L1).toString().toLatin1() != key->algorithm())
        return refusal(u"is not signed in the way of its key"_s);
    if (!key->verifies(QByteArray(parts[0] + '.' + parts[1]), *signature))
        return refusal(u"has a wrong signature"_s);
    const auto claims = objectIn(parts[1]);
    if (!claims)
        return refusal(malformed);
    if (const auto fit = checkClaims(*claims); !fit)
        return failure(fit.error());
    const QString subject = claims->value("sub"_L1).toString();
    const auto user = m_rules.users.constFind(subject);
    if (subject.isEmpty() || user == m_rules.users.constEnd())
        return refusal(u"is for “%1”, who is no user here: see the setting tokenUsers"_s.arg(
            cleanedLine(subject, shownSubject)));
    return *user;
}

Result<> IssuedTokens::checkClaims(const QJsonObject &claims) const
{
    const auto now = static_cast<double>(m_clock.now().toSecsSinceEpoch());
    if (claims["iss"_L1] != m_rules.issuer)
        return refusal(u"is of another issuer"_s);
    if (!names(claims["aud"_L1], m_rules.audience))
        return refusal(u"is for another audience"_s);
    if (!claims["exp"_L1].isDouble() || claims["exp"_L1].toDouble() <= now)
        return refusal(u"has expired"_s);
    for (const auto &start : {"nbf"_L1, "iat"_L1}) {
        const QJsonValue time = claims[start];
        if (!time.isUndefined() && !(time.isDouble() && time.toDouble() <= now + clockSkewSeconds))
            return refusal(u"is not valid yet"_s);
    }
    return {};
}

} // namespace fairlead::oauth
