// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "tests/sandbox/oauth/tokenshape.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <optional>

namespace fairlead::sandbox {

/**
 * What people have granted to apps at one service, with the codes and tokens that came of it:
 * single-use codes, access tokens, refresh tokens that rotate and notice when an old one is used
 * again. Tokens are kept as hashes. Time is the sandbox's.
 *
 * One consent makes one family of tokens, which dies as a whole. The families of one person at one
 * app share a grant, to which each consent adds its resources and scopes.
 */
class GrantStore
{
public:
    enum class RefreshTokens { WithOfflineAccess, Always, Never };

    /** How the service goes about it; can be changed at run time. */
    struct Rules
    {
        std::chrono::seconds codeLife{60};
        std::chrono::seconds accessLife{3600}; ///< 0: for ever
        std::chrono::seconds refreshIdle{std::chrono::hours(24 * 90)};
        std::chrono::seconds refreshAbsolute{std::chrono::hours(24 * 365)};
        /** How long a used refresh token may be used again without it being held for theft. */
        std::chrono::seconds reuseLeeway{0};
        /** How long an access token lives on after its refresh token was used. */
        std::chrono::seconds oldAccessLeeway{600};
        bool reuseRevokes = true; ///< a refresh token used again ends its family
        bool mergesConsents = true; ///< false: each consent is a grant of its own
        RefreshTokens refreshTokens = RefreshTokens::WithOfflineAccess;
        /** The OAuth error of a refresh token that is no good. */
        QString refreshError = QStringLiteral("invalid_grant");
        TokenShape access{};
        TokenShape refresh{};
    };

    /** What a person has agreed to. */
    struct Consent
    {
        QString clientId;
        QString redirectUri;
        QString codeChallenge; ///< S256; empty: no verifier is asked for
        QString accountId;
        QStringList resources; ///< what they chose: cloud ids, pages
        QStringList scopes;
    };

    enum class Refusal {
        None,
        UnknownCode, ///< also one of another app
        ExpiredCode,
        UsedCode, ///< what it once gave is revoked now
        WrongRedirect,
        WrongVerifier,
        UnknownToken, ///< also one of another app, or one that was revoked
        ExpiredToken,
        ReusedToken,
    };

    struct Tokens
    {
        Refusal refusal = Refusal::None; ///< any other: all the rest is empty
        QByteArray access = {};
        QByteArray refresh = {}; ///< empty: none is given
        std::chrono::seconds expiresIn{0}; ///< 0: never
        QStringList scopes = {};
        QString grantId = {};
        QString accountId = {};
        QStringList resources = {};
    };

    /** What a live access token stands for. */
    struct Access
    {
        QString grantId;
        QString clientId;
        QString accountId;
        QStringList resources;
        QStringList scopes;
    };

    /** What has happened since the start or the last reset. */
    struct Counts
    {
        int authorizations = 0; ///< sign-in pages shown
        int codesIssued = 0;
        int exchanges = 0;
        int refreshes = 0;
        int reusesDetected = 0; ///< dead refresh tokens that came back
        int codeReusesDetected = 0;
        int revocations = 0; ///< by the person or the app, not for reuse
    };

    GrantStore(const Rules &rules, const Clock &clock);

    [[nodiscard]] const Rules &rules() const { return m_rules; }
    void setRules(const Rules &rules) { m_rules = rules; }
    [[nodiscard]] const Counts &counts() const { return m_counts; }
    void countAuthorization() { ++m_counts.authorizations; }
    /** Grants from which something can still be had, by access or by refresh. */
    [[nodiscard]] int activeGrants() const;

    [[nodiscard]] QByteArray issueCode(const Consent &consent);
    /** A code is tried once: whatever comes of it, it is used up. */
    [[nodiscard]] Tokens exchange(const QString &clientId,
                                  const QByteArray &code,
                                  const QString &redirectUri,
                                  const QByteArray &verifier);
    [[nodiscard]] Tokens refresh(const QString &clientId, const QByteArray &refreshToken);

    /** Nothing when the token is unknown, expired or revoked. */
    [[nodiscard]] std::optional<Access> access(const QByteArray &accessToken) const;

    /** Ends the family of that access or refresh token of that app; false: there is none alive. */
    bool revoke(const QString &clientId, const QByteArray &token);
    /** As when a person takes every app's rights back. */
    void revokeAll();
    /** As when their time were over; refresh tokens stay. */
    void expireAccessTokens();

    /** Forgets everything, and goes back to the rules of the start. */
    void reset();

private:
    struct Grant
    {
        QString clientId;
        QString accountId;
        QStringList resources;
        QStringList scopes;
    };

    struct Family
    {
        QString grantId;
        QString clientId;
        QStringList scopes;
        QDateTime startedAt;
        bool isExchanged = false;
        bool isRevoked = false;
    };

    struct Code
    {
        QString familyId;
        Consent consent;
        QDateTime expiresAt;
        bool isUsed = false;
    };

    struct AccessToken
    {
        QString familyId;
        QDateTime expiresAt; ///< invalid: never
    };

    struct RefreshToken
    {
        QString familyId;
        QDateTime expiresAt;
        QDateTime usedAt; ///< invalid: not yet
        QByteArray companion; ///< hash of the access token that came with it
    };

    [[nodiscard]] Tokens issue(QString familyId);
    [[nodiscard]] Refusal check(const Code &code,
                                const QString &redirectUri,
                                const QByteArray &verifier) const;
    [[nodiscard]] bool isLive(const AccessToken &token) const;
    [[nodiscard]] bool isLive(const RefreshToken &token) const;
    void retire(RefreshToken &token);
    void endFamily(const QString &familyId);

    Rules m_initialRules;
    Rules m_rules;
    const Clock &m_clock;
    Counts m_counts;
    QHash<QString, Grant> m_grants;
    QHash<QString, Family> m_families;
    QHash<QByteArray, Code> m_codes; ///< all three by hash
    QHash<QByteArray, AccessToken> m_access;
    QHash<QByteArray, RefreshToken> m_refresh;
};

} // namespace fairlead::sandbox
