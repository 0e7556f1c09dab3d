// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/clock.h"
#include "server/base/secret.h"
#include "server/oauth/tokenendpoint.h"
#include "server/providers/provider.h"

#include <QObject>
#include <QUrl>

#include <map>
#include <memory>
#include <optional>

namespace fairlead::oauth {
class Clients;
class Grants;
} // namespace fairlead::oauth

namespace fairlead::providers {

class Providers;
class RedirectListener;

/** Where a browser sign-in stands. The last two are its end. */
enum class SignInStage {
    WaitingForBrowser, ///< the person has not come back yet
    Exchanging, ///< came back; tokens are being fetched and proven
    ChoosingSites, ///< the sign-in opens several sites: the person picks
    Connected,
    Failed,
};

/** Why a browser sign-in ended without a connection; each has its own sentence and next step. */
enum class SignInProblem {
    None,
    Cancelled, ///< by the person, in Fairlead
    Denied, ///< by the person, or an administrator, at the service
    TimedOut, ///< nobody came back within ten minutes
    WrongState, ///< what came back does not belong to this sign-in
    CodeUsed, ///< the code was used before, or is too old
    WrongClient, ///< client id or secret are not those of an app
    MissingScope, ///< the person allowed less than Fairlead needs
    WrongIssuer, ///< the answer names another authorization server
    NoSite, ///< the sign-in opens no site, or not the one to be reconnected
    ClockOff, ///< the computer's clock makes certificates or times invalid
    Tls,
    Proxy,
    Network,
    Timeout,
    Secrets, ///< keychain locked or absent: nothing could be stored
    Refused, ///< the service said no in words of its own
    Other,
};

/** "waiting_for_browser", "denied": as in the REST API. */
[[nodiscard]] QLatin1StringView stageName(SignInStage stage);
[[nodiscard]] QLatin1StringView problemName(SignInProblem problem);

/** One of the sites that a sign-in opens. */
struct SignInSite
{
    QString id; ///< for choose(): Jira's cloud id, Notion's workspace id
    QString name; ///< "company.atlassian.net"
    bool isConnected = false; ///< to the same user already: choosing it renews that connection
};

/** A browser sign-in, as far as a person may see it: no code, token or verifier. */
struct SignIn
{
    QString id; ///< "sgn_…"
    QString userId;
    QString service; ///< "jira"
    QString connectionId; ///< of the connection to be signed in again; empty: a new one
    SignInStage stage = SignInStage::WaitingForBrowser;
    QUrl url; ///< what to open in the browser; empty once the person came back
    QUrl redirectUri; ///< what has to be registered with the service
    QDateTime expiresAt;
    QList<SignInSite> sites; ///< while ChoosingSites
    QList<ConnectionReport> connected; ///< when Connected; at least one
    SignInProblem problem = SignInProblem::None;
    QString message; ///< when Failed: what happened, one sentence
    QString nextStep; ///< when Failed: what to do, one sentence

    [[nodiscard]] bool isOver() const
    {
        return stage == SignInStage::Connected || stage == SignInStage::Failed;
    }
};

/** What the browser brought to the redirect address. */
struct Arrival
{
    QByteArray state;
    Secret code;
    QString error; ///< RFC 6749, section 4.1.2.1: "access_denied"
    std::optional<QString> issuer; ///< RFC 9207
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
    };
    explicit BrowserSignIn(Parts parts);
    ~BrowserSignIn() override;
    Q_DISABLE_COPY_MOVE(BrowserSignIn)

    /** Where this instance serves ("http://127.0.0.1:8080"): the redirect addresses start so. */
    void setServerUrl(const QUrl &url);
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
                                      const QString &connectionId = {});

    /** The browser came back. The sign-in it belongs to, after all that can be done without asking
     * the person; NotFound when the state is none of ours (which ends nothing). */
    [[nodiscard]] QCoro::Task<Result<SignIn>> arrive(QString service, Arrival arrival);

    /** InvalidInput for an unknown site or none, Conflict when there is nothing to choose. */
    [[nodiscard]] QCoro::Task<Result<SignIn>> choose(QString userId, QString id, QStringList sites);
    [[nodiscard]] Result<SignIn> cancel(const QString &userId, const QString &id);
    [[nodiscard]] Result<SignIn> find(const QString &userId, const QString &id) const;

Q_SIGNALS:
    /** Its stage changed. */
    void changed(const QString &id);

private:
    struct Pending;
    Parts m_parts;
    QUrl m_serverUrl;
    RedirectListener *m_listener = nullptr;
    std::map<QString, std::unique_ptr<Pending>> m_pending; // by id, the ended ones too
};

} // namespace fairlead::providers
