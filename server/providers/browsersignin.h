// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/clock.h"
#include "server/base/secret.h"
#include "server/oauth/tokenendpoint.h"
#include "server/providers/grantedconnections.h"
#include "server/providers/pendingsignins.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fairlead::oauth {
class Clients;
class Grants;
} // namespace fairlead::oauth

namespace fairlead::net {
class Wait;
} // namespace fairlead::net

namespace fairlead::providers {

class Providers;
class RedirectListener;
struct SignInEnd;

/** What the browser brought to the redirect address. */
struct Arrival
{
    QByteArray state;
    Secret code;
    QString error; ///< RFC 6749, section 4.1.2.1: "access_denied"
    QString errorDescription = {}; ///< untrusted
    std::optional<QString> issuer = {}; ///< RFC 9207
};

/**
 * Signing in to a service in the browser, from the address to open to the stored connection. Every
 * sign-in has a state of 256 random bits, single use, good for ten minutes. Beginning what the same
 * user has already begun for the same service gives the same sign-in, so that two clients open one
 * browser tab. Sign-ins that are over can be asked about for ten more minutes. A user's sign-in
 * does not exist for another user (NotFound). Outlives the event loop.
 */
class BrowserSignIn final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        const Providers &providers;
        connections::Connections &connections;
        oauth::Clients &clients;
        oauth::Grants &grants;
        oauth::TokenEndpoint &endpoint;
        const Clock &clock;
        /** Whether this user may connect services for that organization; not asked for others. */
        std::function<Result<>(const QString &userId, const QString &organizationId)> mayConnect =
            {};
    };
    explicit BrowserSignIn(Parts parts);
    ~BrowserSignIn() override;
    Q_DISABLE_COPY_MOVE(BrowserSignIn)

    /** Where this instance serves ("http://127.0.0.1:8080"): the redirect addresses start so. */
    void setServerUrl(const QUrl &url) { m_serverUrl = url; }
    /** For services that take any loopback port; without one they use the running server's. */
    void setListener(RedirectListener *listener);
    /** "http://127.0.0.1:8080/api/auth/jira/callback": what has to be registered. */
    [[nodiscard]] QUrl redirectUri(const QString &service) const;

    struct Begun
    {
        SignIn signIn;
        bool isNew = true; ///< false: it waits in a browser already, do not open another tab
    };
    /** `connectionId`: to sign in again; may be empty. InvalidInput for a service without browser
     * sign-in; NotFound, with the next step, when no OAuth app is set up for it; SecretsUnavailable
     * when nothing could be stored. */
    [[nodiscard]] Result<Begun> begin(const QString &userId,
                                      const QString &service,
                                      const QString &connectionId = {})
    {
        return begin(service, SignInWish{.userId = userId, .connectionId = connectionId});
    }
    /** The same for a wish without an address. What Parts::mayConnect says of its organization
     * counts now, and once more at the end. */
    [[nodiscard]] Result<Begun> begin(const QString &service, const SignInWish &wish);

    /** begin() for every service, also where the place to sign in is only found out now: whoever
     * asks for the same in the meantime gets the same sign-in. Besides, the errors of
     * Provider::planSignIn(). */
    [[nodiscard]] QCoro::Task<Result<Begun>> beginAt(QString service, SignInWish wish);

    /** The browser came back. The sign-in it belongs to, after all that can be done without asking
     * the person. NotFound when the state is none of ours, Conflict when it was used before;
     * neither ends anything. */
    [[nodiscard]] QCoro::Task<Result<SignIn>> arrive(QString service, Arrival arrival);

    /** InvalidInput for an unknown site or none, Conflict when there is nothing to choose. */
    [[nodiscard]] QCoro::Task<Result<SignIn>> choose(QString userId, QString id, QStringList sites);
    [[nodiscard]] Result<SignIn> cancel(const QString &userId, const QString &id);
    [[nodiscard]] Result<SignIn> find(const QString &userId, const QString &id);

Q_SIGNALS:
    /** Its stage changed. */
    void changed(const QString &id);

private:
    /** A sign-in that is being planned, and who waits for that. */
    struct Planning
    {
        std::optional<Error> error;
        std::vector<QPointer<net::Wait>> waiting;
    };

    [[nodiscard]] Result<> checkOwner(const QString &userId, const QString &organizationId) const;
    [[nodiscard]] Result<QUrl> addressFor(const oauth::AuthorizationServer &server) const;
    [[nodiscard]] Result<Begun> start(std::unique_ptr<PendingSignIn> pending, const QUrl &address);
    void giveUp(const QString &service, const QUrl &address);
    [[nodiscard]] QCoro::Task<Result<Begun>> startPlanned(QString service, SignInWish wish);
    void lookAtPages();
    [[nodiscard]] QCoro::Task<> lookAtPage(QString id);

    [[nodiscard]] QCoro::Task<> exchange(QString id, Secret code);
    [[nodiscard]] QCoro::Task<> lookAround(QString id);
    [[nodiscard]] QCoro::Task<> connectSites(QString id, QStringList siteIds);

    static constexpr qint64 patienceMs =
        10 * 60 * 1000; // for the person, and for who asks how it ended

    void enter(PendingSignIn &pending, SignInStage stage);
    void fail(PendingSignIn &pending, const SignInEnd &end);
    void sweep();

    Parts m_parts;
    GrantedConnections m_connections;
    QUrl m_serverUrl;
    RedirectListener *m_listener = nullptr;
    PendingSignIns m_pending;
    QHash<QString, std::shared_ptr<Planning>> m_planning; // shared: who waits outlives its entry
    QTimer m_sweep; // runs while there is something to sweep
};

} // namespace fairlead::providers
