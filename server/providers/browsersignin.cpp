// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/browsersignin.h"

#include "server/base/ids.h"
#include "server/base/text.h"
#include "server/connections/connections.h"
#include "server/oauth/clients.h"
#include "server/oauth/grants.h"
#include "server/oauth/pkce.h"
#include "server/providers/pendingsignins.h"
#include "server/providers/providers.h"
#include "server/providers/redirectlistener.h"
#include "server/providers/signinend.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

Q_LOGGING_CATEGORY(lcProviders, "fairlead.server.providers")

constexpr std::chrono::seconds sweepInterval{5};
constexpr qsizetype mostRunning = 10; // of one user
constexpr size_t mostSignIns = 1000;

QStringList missingScopes(const oauth::AuthorizationServer &server, const oauth::TokenSet &tokens)
{
    QStringList missing = server.neededScopes;
    // A server that does not say what it granted granted what was asked for (RFC 6749, 5.1).
    if (tokens.scopes.isEmpty())
        return {};
    missing.removeIf([&tokens](const QString &scope) { return tokens.scopes.contains(scope); });
    return missing;
}

} // namespace

BrowserSignIn::BrowserSignIn(Parts parts)
    : m_parts(parts)
    , m_connections(parts.connections, parts.grants)
{
    m_sweep.setInterval(sweepInterval);
    connect(&m_sweep, &QTimer::timeout, this, &BrowserSignIn::sweep);
}

BrowserSignIn::~BrowserSignIn() = default;

void BrowserSignIn::setListener(RedirectListener *listener)
{
    m_listener = listener;
}

QUrl BrowserSignIn::redirectUri(const QString &service) const
{
    QUrl uri = m_serverUrl;
    uri.setPath(u"/api/auth/%1/callback"_s.arg(service));
    return uri;
}

Result<QUrl> BrowserSignIn::addressFor(const oauth::AuthorizationServer &server) const
{
    const bool hasOwn =
        server.redirect == oauth::RedirectRule::AnyLoopbackPort && m_listener != nullptr;
    return hasOwn ? m_listener->open(server.service) : redirectUri(server.service);
}

Result<BrowserSignIn::Begun> BrowserSignIn::begin(const QString &service, const SignInWish &wish)
{
    sweep();
    const auto provider = m_parts.providers.find(service);
    if (!provider)
        return failure(provider.error());
    const auto server = (*provider)->authorizationServer();
    if (!server) {
        return failure(ErrorCode::InvalidInput,
                       u"%1 has no sign-in in the browser. Connect it with a token."_s.arg(
                           (*provider)->displayName()));
    }
    if (!wish.connectionId.isEmpty()) {
        const auto connection = m_parts.connections.find(wish.userId, wish.connectionId);
        if (!connection)
            return failure(connection.error());
    }
    if (const auto checked = checkOwner(wish.userId, wish.organizationId); !checked)
        return failure(checked.error());
    const auto client = m_parts.clients.inUse(service);
    if (!client)
        return failure(client.error());
    if (PendingSignIn *known = m_pending.waitingFor(service, wish)) {
        if (known->client.id == client->id && known->client.secret.equals(client->secret.reveal()))
            return Begun{known->signIn, false};
        fail(*known, endFor(SignInProblem::Cancelled, known->server.displayName));
    }
    auto pending = std::make_unique<PendingSignIn>();
    pending->signIn.userId = wish.userId;
    pending->signIn.service = service;
    pending->signIn.connectionId = wish.connectionId;
    pending->signIn.organizationId = wish.organizationId;
    pending->subject = wish.address;
    pending->provider = *provider;
    pending->server = *server;
    pending->client = *client;
    const auto address = addressFor(*server);
    if (!address)
        return failure(address.error());
    return start(std::move(pending), *address);
}

void BrowserSignIn::giveUp(const QString &service, const QUrl &address)
{
    if (m_listener != nullptr && address != redirectUri(service))
        m_listener->close(address);
}

Result<BrowserSignIn::Begun> BrowserSignIn::start(std::unique_ptr<PendingSignIn> pending,
                                                  const QUrl &address)
{
    if (m_pending.runningOf(pending->signIn.userId) >= mostRunning
        || m_pending.size() >= mostSignIns) {
        giveUp(pending->signIn.service, address);
        return failure(ErrorCode::RateLimited,
                       u"Too many sign-ins were begun. Wait a few minutes, then start again."_s);
    }
    pending->state =
        randomBytes(32).toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    oauth::AuthorizationRequest request{
        .clientId = pending->client.id, .redirectUri = address, .state = pending->state};
    if (pending->server.pkce == oauth::PkceSupport::S256) {
        const oauth::Pkce pkce = oauth::Pkce::create();
        pending->verifier = pkce.verifier;
        request.codeChallenge = pkce.challenge;
    }
    const auto url = oauth::authorizationUrl(pending->server, request);
    if (!url) {
        giveUp(pending->signIn.service, address);
        return failure(url.error());
    }
    SignIn &signIn = pending->signIn;
    signIn.id = newId(u"sgn_");
    signIn.url = *url;
    signIn.redirectUri = address;
    pending->page = *url;
    signIn.expiresAt = m_parts.clock.now().addMSecs(patienceMs);
    pending->endsMs = m_parts.clock.monotonicMs() + patienceMs;
    const Begun begun{signIn, true};
    m_pending.add(std::move(pending));
    m_sweep.start();
    Q_EMIT changed(begun.signIn.id);
    return begun;
}

QCoro::Task<Result<SignIn>> BrowserSignIn::arrive(QString service, Arrival arrival)
{
    sweep();
    PendingSignIn *pending = m_pending.ofState(service, arrival.state);
    if (!pending) {
        co_return failure(ErrorCode::NotFound,
                          u"This sign-in is not known here: it is over, or Fairlead did not begin "
                          "it. Go back to Fairlead and start again."_s);
    }
    if (pending->isStateUsed) {
        co_return failure(ErrorCode::Conflict,
                          u"It counts once. Go back to Fairlead to see how the sign-in went."_s);
    }
    pending->isStateUsed = true;
    const QString id = pending->signIn.id;
    const QString name = pending->server.displayName;
    const bool isMissing =
        !arrival.issuer && pending->server.issuerParameter == oauth::IssuerParameter::Required;
    const bool isForeign = arrival.issuer && !pending->server.issuer.isEmpty()
        && *arrival.issuer != pending->server.issuer;
    if (isMissing || isForeign) {
        fail(*pending, endFor(SignInProblem::WrongIssuer, name));
    } else if (!arrival.error.isEmpty()) {
        fail(*pending, endFor(arrival.error, arrival.errorDescription, name));
    } else if (arrival.code.isEmpty()) {
        fail(*pending, endFor(SignInProblem::Other, name));
    } else {
        enter(*pending, SignInStage::Exchanging);
        co_await exchange(id, arrival.code);
        co_await lookAround(id);
    }
    co_return m_pending.current(id);
}

QCoro::Task<> BrowserSignIn::exchange(QString id, Secret code)
{
    const PendingSignIn *before = m_pending.running(id);
    if (!before)
        co_return;
    const oauth::TokenEndpoint::Code grantedCode{
        .code = code, .redirectUri = before->signIn.redirectUri, .verifier = before->verifier};
    const auto tokens = co_await m_parts.endpoint.exchange(
        before->server, before->client, grantedCode, before->cancellation.token());
    PendingSignIn *pending = m_pending.running(id);
    if (!pending)
        co_return;
    const QString name = pending->server.displayName;
    if (!tokens) {
        fail(*pending, endFor(tokens.error(), name));
        co_return;
    }
    if (const QStringList missing = missingScopes(pending->server, *tokens); !missing.isEmpty())
        fail(*pending, endForScopes(missing, name));
    else
        pending->tokens = *tokens;
    // What was asked for counts: a server that asks for more gets all of it asked for again.
    if (pending->site)
        pending->tokens.scopes = pending->server.scopes;
}

QCoro::Task<> BrowserSignIn::lookAround(QString id)
{
    const PendingSignIn *before = m_pending.running(id);
    if (!before)
        co_return;
    Result<QList<GrantedSite>> granted = QList<GrantedSite>();
    if (before->site)
        granted->append(*before->site);
    else
        granted = co_await before->provider->sitesOf(before->tokens, before->cancellation.token());
    PendingSignIn *pending = m_pending.running(id);
    if (!pending)
        co_return;
    const QString name = pending->server.displayName;
    if (!granted || granted->isEmpty()) {
        fail(*pending,
             granted ? endFor(SignInProblem::NoSite, name) : endFor(granted.error(), name));
        co_return;
    }
    pending->granted = *granted;
    if (!pending->signIn.connectionId.isEmpty()) {
        const auto again =
            m_connections.renewedBy(pending->signIn.userId, pending->signIn.connectionId, *granted);
        if (!again)
            fail(*pending, endFor(again.error(), name));
        else
            co_await connectSites(id, *again);
        co_return;
    }
    if (granted->size() == 1) {
        const QStringList only{granted->first().id};
        co_await connectSites(id, only);
        co_return;
    }
    pending->signIn.sites =
        m_connections.choice(pending->signIn.userId, pending->signIn.organizationId, *granted);
    enter(*pending, SignInStage::ChoosingSites);
}

QCoro::Task<> BrowserSignIn::connectSites(QString id, QStringList siteIds)
{
    QList<ConnectionReport> reports;
    std::optional<Error> firstError;
    const QList<GrantedSite> granted =
        m_pending.running(id) ? m_pending.running(id)->granted : QList<GrantedSite>();
    for (const GrantedSite &site : granted) {
        const PendingSignIn *before = m_pending.running(id);
        if (!before)
            co_return;
        if (!siteIds.contains(site.id))
            continue;
        const auto report = co_await before->provider->proveSite(
            site, before->tokens, before->cancellation.token());
        if (report)
            reports.append(*report);
        else if (!firstError)
            firstError = report.error();
    }
    PendingSignIn *pending = m_pending.running(id);
    if (!pending)
        co_return;
    const QString name = pending->server.displayName;
    if (reports.isEmpty()) {
        fail(*pending,
             firstError ? endFor(*firstError, name) : endFor(SignInProblem::NoSite, name));
        co_return;
    }
    const GrantedConnections::Fresh fresh{.userId = pending->signIn.userId,
                                          .service = pending->server.service,
                                          .clientId = pending->client.id,
                                          .tokens = pending->tokens,
                                          .connectionId = pending->signIn.connectionId,
                                          .organizationId = pending->signIn.organizationId};
    // The person may have left the organization meanwhile.
    const auto stored = checkOwner(fresh.userId, fresh.organizationId).and_then([&] {
        return m_connections.store(fresh, reports);
    });
    if (!stored) {
        fail(*pending, endFor(stored.error(), name));
        co_return;
    }
    if (pending->site)
        pending->provider->signedIn(reports.first());
    pending->signIn.connected = reports;
    // One of several that failed does not undo the others, but is told.
    pending->signIn.message = firstError ? firstError->message : QString();
    enter(*pending, SignInStage::Connected);
}

QCoro::Task<Result<SignIn>> BrowserSignIn::choose(QString userId, QString id, QStringList sites)
{
    sweep();
    PendingSignIn *pending = m_pending.ofUser(userId, id);
    if (!pending)
        co_return failure(ErrorCode::NotFound, u"There is no such sign-in. Start again."_s);
    if (pending->signIn.stage != SignInStage::ChoosingSites) {
        co_return failure(ErrorCode::Conflict,
                          u"There is nothing to choose in this sign-in just now."_s);
    }
    QStringList known;
    for (const SignInSite &site : std::as_const(pending->signIn.sites))
        known.append(site.id);
    for (const QString &site : std::as_const(sites)) {
        if (!known.contains(site)) {
            co_return failure(ErrorCode::InvalidInput,
                              u"“%1” is none of the sites of this sign-in; they are: %2."_s.arg(
                                  cleanedLine(site, 100), known.join(u", "_s)));
        }
    }
    if (sites.isEmpty())
        co_return failure(ErrorCode::InvalidInput, u"Choose at least one site."_s);
    enter(*pending, SignInStage::Exchanging);
    co_await connectSites(id, sites);
    co_return m_pending.current(id);
}

Result<SignIn> BrowserSignIn::cancel(const QString &userId, const QString &id)
{
    sweep();
    PendingSignIn *pending = m_pending.ofUser(userId, id);
    if (!pending)
        return failure(ErrorCode::NotFound, u"There is no such sign-in. Start again."_s);
    if (!pending->signIn.isOver())
        fail(*pending, endFor(SignInProblem::Cancelled, pending->server.displayName));
    return m_pending.current(id);
}

Result<SignIn> BrowserSignIn::find(const QString &userId, const QString &id)
{
    sweep();
    const PendingSignIn *pending = m_pending.ofUser(userId, id);
    if (!pending)
        return failure(ErrorCode::NotFound, u"There is no such sign-in. Start again."_s);
    return pending->signIn;
}

void BrowserSignIn::enter(PendingSignIn &pending, SignInStage stage)
{
    SignIn &signIn = pending.signIn;
    if (stage != SignInStage::WaitingForBrowser && !signIn.url.isEmpty())
        giveUp(signIn.service, signIn.redirectUri);
    signIn.stage = stage;
    signIn.url.clear();
    if (stage != SignInStage::ChoosingSites)
        signIn.sites.clear();
    pending.endsMs = m_parts.clock.monotonicMs() + patienceMs;
    if (signIn.isOver()) {
        pending.tokens = {};
        pending.granted.clear();
        pending.verifier = {};
    }
    Q_EMIT changed(signIn.id);
}

void BrowserSignIn::fail(PendingSignIn &pending, const SignInEnd &end)
{
    pending.signIn.problem = end.problem;
    pending.signIn.message = end.message;
    pending.signIn.nextStep = end.nextStep;
    qCInfo(lcProviders).noquote() << "The sign-in" << pending.signIn.id << "at"
                                  << pending.server.displayName << "ended:" << end.message;
    const bool isNotTaken =
        end.problem == SignInProblem::WrongClient || end.problem == SignInProblem::RedirectRefused;
    if (pending.site && isNotTaken) {
        pending.provider->forgetClient({pending.server, pending.client, *pending.site});
        pending.signIn.nextStep = endFor(SignInProblem::RedirectRefused, {}).nextStep;
    }
    enter(pending, SignInStage::Failed);
    pending.cancellation.cancel();
}

void BrowserSignIn::sweep()
{
    const qint64 now = m_parts.clock.monotonicMs();
    m_pending.forgetOver(now);
    const std::vector<PendingSignIn *> abandoned = m_pending.abandoned(now);
    for (PendingSignIn *pending : abandoned)
        fail(*pending, endFor(SignInProblem::TimedOut, pending->server.displayName));
    lookAtPages();
    if (m_pending.size() == 0)
        m_sweep.stop();
}

} // namespace fairlead::providers
