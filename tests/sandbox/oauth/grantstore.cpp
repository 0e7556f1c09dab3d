// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/grantstore.h"

#include "server/base/ids.h"

#include <QCryptographicHash>
#include <QSet>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

QByteArray hashOf(const QByteArray &token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

void addMissing(QStringList &to, const QStringList &from)
{
    for (const QString &item : from) {
        if (!to.contains(item))
            to.append(item);
    }
}

} // namespace

GrantStore::GrantStore(const Rules &rules, const Clock &clock)
    : m_initialRules(rules)
    , m_rules(rules)
    , m_clock(clock)
{}

QByteArray GrantStore::issueCode(const Consent &consent)
{
    const QString grantId =
        m_rules.mergesConsents ? consent.clientId + u'\n' + consent.accountId : newId(u"grant_");
    Grant &grant = m_grants[grantId];
    grant.clientId = consent.clientId;
    grant.accountId = consent.accountId;
    addMissing(grant.resources, consent.resources);
    addMissing(grant.scopes, consent.scopes);
    const QString familyId = newId(u"family_");
    m_families.insert(familyId,
                      {.grantId = grantId,
                       .clientId = consent.clientId,
                       .scopes = consent.scopes,
                       .startedAt = m_clock.now()});
    const QByteArray code = TokenShape{.randomBytes = 48}.mint();
    m_codes.insert(hashOf(code),
                   {.familyId = familyId,
                    .consent = consent,
                    .expiresAt = m_clock.now().addSecs(m_rules.codeLife.count())});
    ++m_counts.codesIssued;
    return code;
}

GrantStore::Refusal GrantStore::check(const Code &code,
                                      const QString &redirectUri,
                                      const QByteArray &verifier) const
{
    if (m_clock.now() >= code.expiresAt)
        return Refusal::ExpiredCode;
    if (m_families[code.familyId].isRevoked)
        return Refusal::UnknownCode;
    if (redirectUri != code.consent.redirectUri)
        return Refusal::WrongRedirect;
    const QByteArray challenge =
        hashOf(verifier).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    if (!code.consent.codeChallenge.isEmpty() && code.consent.codeChallenge.toLatin1() != challenge)
        return Refusal::WrongVerifier;
    return Refusal::None;
}

GrantStore::Tokens GrantStore::exchange(const QString &clientId,
                                        const QByteArray &code,
                                        const QString &redirectUri,
                                        const QByteArray &verifier)
{
    const auto found = m_codes.find(hashOf(code));
    if (found == m_codes.end() || found->consent.clientId != clientId)
        return {.refusal = Refusal::UnknownCode};
    if (found->isUsed) {
        ++m_counts.codeReusesDetected;
        endFamily(found->familyId);
        return {.refusal = Refusal::UsedCode};
    }
    found->isUsed = true;
    if (const Refusal refusal = check(*found, redirectUri, verifier); refusal != Refusal::None)
        return {.refusal = refusal};
    ++m_counts.exchanges;
    m_families[found->familyId].isExchanged = true;
    return issue(found->familyId);
}

GrantStore::Tokens GrantStore::refresh(const QString &clientId, const QByteArray &refreshToken)
{
    const auto found = m_refresh.find(hashOf(refreshToken));
    if (found == m_refresh.end() || m_families[found->familyId].clientId != clientId)
        return {.refusal = Refusal::UnknownToken};
    const QDateTime now = m_clock.now();
    if (found->usedAt.isValid() && found->usedAt.addSecs(m_rules.reuseLeeway.count()) <= now) {
        ++m_counts.reusesDetected;
        if (m_rules.reuseRevokes)
            endFamily(found->familyId);
        return {.refusal = Refusal::ReusedToken};
    }
    const Family &family = m_families[found->familyId];
    if (family.isRevoked)
        return {.refusal = Refusal::UnknownToken};
    if (now >= found->expiresAt || now >= family.startedAt.addSecs(m_rules.refreshAbsolute.count()))
        return {.refusal = Refusal::ExpiredToken};
    ++m_counts.refreshes;
    retire(*found);
    return issue(found->familyId);
}

/** Marks it used, and shortens the life of the access token that came with it. */
void GrantStore::retire(RefreshToken &token)
{
    const QDateTime now = m_clock.now();
    if (!token.usedAt.isValid())
        token.usedAt = now;
    const auto companion = m_access.find(token.companion);
    const QDateTime end = token.usedAt.addSecs(m_rules.oldAccessLeeway.count());
    if (companion != m_access.end()
        && (!companion->expiresAt.isValid() || companion->expiresAt > end))
        companion->expiresAt = end;
}

GrantStore::Tokens GrantStore::issue(QString familyId)
{
    const Family &family = m_families[familyId];
    const Grant &grant = m_grants[family.grantId];
    const QDateTime now = m_clock.now();
    Tokens tokens{.access = m_rules.access.mint(),
                  .refresh = {},
                  .expiresIn = m_rules.accessLife,
                  .scopes = family.scopes,
                  .grantId = family.grantId,
                  .accountId = grant.accountId,
                  .resources = grant.resources};
    const QByteArray companion = hashOf(tokens.access);
    AccessToken accessToken{.familyId = familyId, .expiresAt = {}};
    if (m_rules.accessLife.count() > 0)
        accessToken.expiresAt = now.addSecs(m_rules.accessLife.count());
    m_access.insert(companion, accessToken);
    const bool isRefreshable = m_rules.refreshTokens == RefreshTokens::Always
        || (m_rules.refreshTokens == RefreshTokens::WithOfflineAccess
            && family.scopes.contains("offline_access"_L1));
    if (!isRefreshable)
        return tokens;
    tokens.refresh = m_rules.refresh.mint();
    m_refresh.insert(hashOf(tokens.refresh),
                     {.familyId = familyId,
                      .expiresAt = now.addSecs(m_rules.refreshIdle.count()),
                      .usedAt = {},
                      .companion = companion});
    return tokens;
}

bool GrantStore::isLive(const AccessToken &token) const
{
    return !m_families[token.familyId].isRevoked
        && (!token.expiresAt.isValid() || m_clock.now() < token.expiresAt);
}

bool GrantStore::isLive(const RefreshToken &token) const
{
    const Family family = m_families[token.familyId];
    const QDateTime now = m_clock.now();
    return !family.isRevoked && !token.usedAt.isValid() && now < token.expiresAt
        && now < family.startedAt.addSecs(m_rules.refreshAbsolute.count());
}

std::optional<GrantStore::Access> GrantStore::access(const QByteArray &accessToken) const
{
    const auto found = m_access.constFind(hashOf(accessToken));
    if (found == m_access.constEnd() || !isLive(*found))
        return std::nullopt;
    const QString grantId = m_families[found->familyId].grantId;
    const Grant grant = m_grants[grantId];
    return Access{.grantId = grantId,
                  .clientId = grant.clientId,
                  .accountId = grant.accountId,
                  .resources = grant.resources,
                  .scopes = grant.scopes};
}

int GrantStore::activeGrants() const
{
    QSet<QString> active;
    for (const AccessToken &token : m_access) {
        if (isLive(token))
            active.insert(m_families[token.familyId].grantId);
    }
    for (const RefreshToken &token : m_refresh) {
        if (isLive(token))
            active.insert(m_families[token.familyId].grantId);
    }
    return int(active.size());
}

void GrantStore::endFamily(const QString &familyId)
{
    const auto family = m_families.find(familyId);
    family->isRevoked = true;
    const bool isLast =
        std::none_of(m_families.cbegin(), m_families.cend(), [&family](const Family &other) {
            return other.grantId == family->grantId && !other.isRevoked;
        });
    if (isLast)
        m_grants.remove(family->grantId);
}

bool GrantStore::revoke(const QString &clientId, const QByteArray &token)
{
    const auto asAccess = m_access.constFind(hashOf(token));
    const auto asRefresh = m_refresh.constFind(hashOf(token));
    const QString familyId = asAccess != m_access.constEnd() ? asAccess->familyId
        : asRefresh != m_refresh.constEnd()                  ? asRefresh->familyId
                                                             : QString();
    const auto family = m_families.constFind(familyId);
    if (family == m_families.constEnd() || family->clientId != clientId || family->isRevoked)
        return false;
    endFamily(familyId);
    ++m_counts.revocations;
    return true;
}

void GrantStore::revokeAll()
{
    m_counts.revocations += activeGrants();
    for (Family &family : m_families)
        family.isRevoked = true;
    m_grants.clear();
}

void GrantStore::expireAccessTokens()
{
    for (AccessToken &token : m_access)
        token.expiresAt = m_clock.now();
}

void GrantStore::reset()
{
    m_rules = m_initialRules;
    m_counts = {};
    m_grants.clear();
    m_families.clear();
    m_codes.clear();
    m_access.clear();
    m_refresh.clear();
}

} // namespace fairlead::sandbox
