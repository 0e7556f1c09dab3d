// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/oauth/tokenendpoint.h"
#include "server/providers/signin.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::providers {

/** A sign-in with what nobody but this class may see. */
struct PendingSignIn
{
    SignIn signIn;
    Provider *provider = nullptr;
    oauth::AuthorizationServer server;
    oauth::Client client;
    QString subject; // of a planned one: what it is for, before there is a connection
    std::optional<GrantedSite> site; // of a planned one
    QUrl page; // of a planned one: the address that the browser was sent to
    bool isLookedAt = false; // whether that page was asked if it works
    QByteArray state;
    bool isStateUsed = false;
    Secret verifier; // empty: without PKCE
    qint64 endsMs = 0; // monotonic: of the wait for the person, then of being remembered
    oauth::TokenSet tokens;
    QList<GrantedSite> granted;
    CancellationSource cancellation;
};

/**
 * The sign-ins that are under way, and for a while those that are over. A pointer is good until the
 * next forgetOver().
 */
class PendingSignIns final
{
public:
    void add(std::unique_ptr<PendingSignIn> signIn);
    [[nodiscard]] size_t size() const { return m_signIns.size(); }

    /** How many of a user's are not over. */
    [[nodiscard]] qsizetype runningOf(const QString &userId) const;

    /** Each null when there is none. A planned one is known by its wish's address, too. */
    [[nodiscard]] PendingSignIn *waitingFor(const QString &service, const SignInWish &wish) const;
    [[nodiscard]] PendingSignIn *ofUser(const QString &userId, const QString &id) const;
    /** Compares in constant time; finds those whose state was used as well. */
    [[nodiscard]] PendingSignIn *ofState(const QString &service, const QByteArray &state) const;
    [[nodiscard]] PendingSignIn *running(const QString &id) const; ///< not over
    /** NotFound when it is forgotten. */
    [[nodiscard]] Result<SignIn> current(const QString &id) const;

    /** Those that wait for a person who does not come, at this time. */
    [[nodiscard]] std::vector<PendingSignIn *> abandoned(qint64 nowMs) const;
    void forgetOver(qint64 nowMs);

private:
    std::map<QString, std::unique_ptr<PendingSignIn>> m_signIns; // by id
};

} // namespace fairlead::providers
