// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/clients.h"
#include "server/oauth/grantstore.h"
#include "server/oauth/tokenendpoint.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace fairlead::oauth {

class RefreshFlight;

/**
 * Keeps people signed in.
 *
 * An access token is renewed after 80 % of its life or 5 minutes before its end, whichever is
 * sooner, or when the service refused it; one request at a time for each grant, whoever asks, and
 * from whichever instance on the database: the others take what the one that asked has stored. The
 * new tokens are committed before anybody gets them. Only a parsed invalid_grant for the tokens
 * that are still the stored ones loses a grant, and it is kept until the person signs in again.
 * Everything else (no network, 5xx, a locked keychain) leaves it as it is and is tried again. A
 * grant that nobody used for a week is renewed by itself, because refresh tokens end when unused.
 * All that is passed by reference outlives the event loop.
 */
class Grants final : public QObject
{
    Q_OBJECT

public:
    Grants(store::Database &database,
           secrets::Vault &vault,
           Clients &clients,
           TokenEndpoint &endpoint,
           const Clock &clock);
    ~Grants() override;
    Q_DISABLE_COPY_MOVE(Grants)

    /** The authorization server of a service; before any grant of it is used. */
    void addServer(AuthorizationServer server);
    [[nodiscard]] Result<AuthorizationServer> server(const QString &service) const;

    /** Keeps what a sign-in gave. */
    [[nodiscard]] Result<QString> add(const QString &userId,
                                      const QString &service,
                                      const QString &clientId,
                                      const TokenSet &tokens);
    [[nodiscard]] Result<Grant> find(const QString &id) const;

    /** A token that is good now. Unauthorized when the grant is lost; SecretsUnavailable; NotFound;
     * Network, Timeout, … when it has ended and cannot be renewed now. */
    [[nodiscard]] QCoro::Task<Result<Secret>> accessToken(QString id,
                                                          CancellationToken cancellation);
    /** After the service refused `refused` with 401: another one, or Unauthorized. */
    [[nodiscard]] QCoro::Task<Result<Secret>> accessTokenAfter(QString id,
                                                               Secret refused,
                                                               CancellationToken cancellation);

    /** Another instance on this database has renewed it, lost it or ended it. Empty: any of them.
     */
    void reread(const QString &id);

    /** At quit: ends when no renewal is under way any more, after half a minute for each at the
     * latest, because the service may have rotated tokens whose answer is still to come. */
    [[nodiscard]] QCoro::Task<> settle();

    /** Deletes it here, and verifies that its tokens are gone: a newer sign-in has taken its place,
     * and revoking it could end that one too. */
    [[nodiscard]] Result<> forget(const QString &id);
    /** Deletes it here, verifies that its tokens are gone, then tells the service that they are not
     * wanted any more, where it has a way to; an error of the latter is only logged. */
    [[nodiscard]] QCoro::Task<Result<>> remove(QString id);

Q_SIGNALS:
    /** The service refuses to renew it; once. */
    void lost(const QString &id);

private:
    using Held = GrantStore::Held;

    [[nodiscard]] bool isLost(const QString &id);
    [[nodiscard]] const Error *pauseOf(const QString &id) const;
    [[nodiscard]] bool isDue(const QString &id, const TokenSet &tokens) const;
    [[nodiscard]] bool isOver(const QString &id, const TokenSet &tokens) const;
    [[nodiscard]] std::chrono::seconds ageOf(const QString &id, const TokenSet &tokens) const;
    std::shared_ptr<RefreshFlight> flightFor(const QString &id);
    [[nodiscard]] QCoro::Task<Result<Secret>> renew(QString id);
    [[nodiscard]] QCoro::Task<Result<>> ownTurn(QString id);
    [[nodiscard]] QCoro::Task<Result<Secret>> renewInTurn(QString id, qint64 knownGeneration);
    [[nodiscard]] Result<Secret> keep(const QString &id,
                                      const Held &before,
                                      const TokenSet &tokens);
    [[nodiscard]] Result<Secret> afterFailure(const QString &id,
                                              const Held &before,
                                              const TokenFailure &failed);
    /** The service does not know the app of this grant any more, and Fairlead registered it: false
     * when it did not. */
    [[nodiscard]] bool retireApp(const QString &id);
    void lose(const QString &id);
    void keepAlive();

    struct Pause
    {
        int failures = 0;
        qint64 until = 0; ///< Clock::monotonicMs()
        Error error;
    };

    /** What the service gave and the disk did not take; worth nothing to anybody until it does. */
    struct Unkept
    {
        Held before;
        TokenSet tokens;
    };

    GrantStore m_store;
    Clients &m_clients;
    TokenEndpoint &m_endpoint;
    const Clock &m_clock;
    std::map<QString, AuthorizationServer> m_servers;
    QHash<QString, std::shared_ptr<RefreshFlight>> m_flights; // by grant
    QHash<QString, Pause> m_pauses;
    QHash<QString, Unkept> m_unkept;
    QHash<QString, bool> m_lost; // as far as asked
    QHash<QString, qint64> m_received; // when, by the clock that never jumps; not after a restart
    QTimer m_keepAlive;
};

} // namespace fairlead::oauth
