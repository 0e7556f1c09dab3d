// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/grants.h"

#include "server/oauth/refreshflight.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

Q_LOGGING_CATEGORY(lcOAuth, "fairlead.server.oauth")

constexpr std::chrono::seconds endMargin = std::chrono::minutes(5);
constexpr std::chrono::milliseconds longestPause = std::chrono::minutes(5);
constexpr std::chrono::milliseconds longestPauseOffline = std::chrono::seconds(4);
constexpr std::chrono::hours keepAliveInterval{1};
constexpr std::chrono::seconds retryInterval{30}; // of what the disk did not take

Error lostError()
{
    return {.code = ErrorCode::Unauthorized,
            .message = u"The sign-in has ended. Open Fairlead and click Reconnect."_s};
}

/** Twice as long after each failure, 30 % more or less, so that not everybody comes at once. */
std::chrono::milliseconds pauseAfter(int failures, const Error &error)
{
    const bool isOffline = error.code == ErrorCode::Network || error.code == ErrorCode::Tls;
    const double jitter = 0.7 + 0.6 * QRandomGenerator::global()->generateDouble();
    const double doubled = 1000.0 * static_cast<double>(1 << std::min(failures - 1, 12)) * jitter;
    const std::chrono::milliseconds wait(static_cast<qint64>(doubled));
    return std::min(std::max(wait, std::chrono::milliseconds(error.retryAfter)),
                    isOffline ? longestPauseOffline : longestPause);
}

} // namespace

Grants::Grants(store::Database &database,
               secrets::Vault &vault,
               Clients &clients,
               TokenEndpoint &endpoint,
               const Clock &clock)
    : m_store(database, vault, clock)
    , m_clients(clients)
    , m_endpoint(endpoint)
    , m_clock(clock)
{
    m_keepAlive.setInterval(keepAliveInterval);
    m_keepAlive.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_keepAlive, &QTimer::timeout, this, &Grants::keepAlive);
    m_keepAlive.start();
}

Grants::~Grants() = default;

void Grants::addServer(AuthorizationServer server)
{
    const QString service = server.service;
    m_servers.insert_or_assign(service, std::move(server));
}

Result<AuthorizationServer> Grants::server(const QString &service) const
{
    const auto found = m_servers.find(service);
    if (found != m_servers.end())
        return found->second;
    return failure(ErrorCode::InvalidInput,
                   u"There is no sign-in in the browser for “%1”."_s.arg(service));
}

Result<QString> Grants::add(const QString &userId,
                            const QString &service,
                            const QString &clientId,
                            const TokenSet &tokens)
{
    const auto id = m_store.add(userId, service, clientId, tokens);
    if (id)
        m_received.insert(*id, m_clock.monotonicMs());
    return id;
}

Result<Grant> Grants::find(const QString &id) const
{
    return m_store.find(id);
}

std::chrono::seconds Grants::ageOf(const QString &id, const TokenSet &tokens) const
{
    // The clock that never jumps stands still while the computer sleeps; the other one may have
    // been set back. The larger of both errs on the side of a renewal too many.
    const std::chrono::seconds byWall(tokens.receivedAt.secsTo(m_clock.now()));
    const auto received = m_received.constFind(id);
    if (received == m_received.cend()) {
        // Received in the future, and not by this process: nothing is known of its age.
        return byWall.count() < 0 ? tokens.lifetime : byWall;
    }
    return std::max(byWall, std::chrono::seconds((m_clock.monotonicMs() - *received) / 1000));
}

bool Grants::isDue(const QString &id, const TokenSet &tokens) const
{
    if (tokens.lifetime.count() == 0 || tokens.refreshToken.isEmpty())
        return false;
    const auto early = tokens.lifetime * 4 / 5;
    // A token that lives for less than the margin is renewed at 80 % all the same.
    const auto beforeEnd = tokens.lifetime > endMargin ? tokens.lifetime - endMargin : early;
    return ageOf(id, tokens) >= std::min(early, beforeEnd);
}

bool Grants::isOver(const QString &id, const TokenSet &tokens) const
{
    constexpr std::chrono::seconds onTheWay{10};
    return tokens.lifetime.count() != 0 && ageOf(id, tokens) >= tokens.lifetime - onTheWay;
}

bool Grants::isLost(const QString &id)
{
    if (const auto known = m_lost.constFind(id); known != m_lost.cend())
        return *known;
    const auto grant = m_store.find(id);
    if (!grant)
        return false;
    m_lost.insert(id, grant->isLost);
    return grant->isLost;
}

const Error *Grants::pauseOf(const QString &id) const
{
    const auto pause = m_pauses.constFind(id);
    const bool isPaused =
        pause != m_pauses.cend() && m_clock.monotonicMs() < pause->until && !m_flights.contains(id);
    return isPaused ? &pause->error : nullptr;
}

QCoro::Task<Result<Secret>> Grants::accessToken(QString id, CancellationToken cancellation)
{
    const auto now = m_store.held(id);
    if (!now)
        co_return failure(now.error());
    if (isLost(id))
        co_return failure(lostError());
    if (!isDue(id, now->tokens))
        co_return now->tokens.accessToken;
    // While the old one is good nobody has to wait for the new one.
    const bool isUsable = !isOver(id, now->tokens);
    if (const Error *pause = pauseOf(id)) {
        if (!isUsable)
            co_return failure(*pause);
        co_return now->tokens.accessToken;
    }
    const auto flight = flightFor(id);
    if (isUsable)
        co_return now->tokens.accessToken;
    co_return co_await RefreshFlight::outcomeOf(flight, std::move(cancellation));
}

QCoro::Task<Result<Secret>> Grants::accessTokenAfter(QString id,
                                                     Secret refused,
                                                     CancellationToken cancellation)
{
    const auto now = m_store.held(id);
    if (!now)
        co_return failure(now.error());
    if (isLost(id))
        co_return failure(lostError());
    if (!now->tokens.accessToken.equals(refused.reveal()))
        co_return now->tokens.accessToken;
    if (now->tokens.refreshToken.isEmpty()) {
        lose(id);
        co_return failure(lostError());
    }
    if (const Error *pause = pauseOf(id))
        co_return failure(*pause);
    co_return co_await RefreshFlight::outcomeOf(flightFor(id), std::move(cancellation));
}

std::shared_ptr<RefreshFlight> Grants::flightFor(const QString &id)
{
    if (const auto known = m_flights.value(id))
        return known;
    auto flight = std::make_shared<RefreshFlight>();
    m_flights.insert(id, flight);
    QCoro::connect(renew(id), this, [this, id, flight](Result<Secret> outcome) {
        m_flights.remove(id);
        flight->land(std::move(outcome));
    });
    return flight;
}

QCoro::Task<Result<Secret>> Grants::renew(QString id)
{
    if (m_unkept.contains(id)) {
        const Unkept again = m_unkept.value(id);
        co_return keep(id, again.before, again.tokens);
    }
    const auto known = m_store.held(id);
    if (!known)
        co_return failure(known.error());
    if (const auto turn = co_await ownTurn(id); !turn)
        co_return failure(turn.error());
    const auto renewed = co_await renewInTurn(id, known->generation);
    m_store.endTurn(id);
    co_return renewed;
}

QCoro::Task<Result<Secret>> Grants::renewInTurn(QString id, qint64 knownGeneration)
{
    const auto before = m_store.heldNow(id);
    if (!before)
        co_return failure(before.error());
    const auto grant = m_store.find(id);
    if (!grant)
        co_return failure(grant.error());
    const bool isOvertaken = before->generation != knownGeneration;
    if (isOvertaken || grant->isLost)
        reread(id);
    if (grant->isLost)
        co_return failure(lostError());
    if (isOvertaken)
        co_return before->tokens.accessToken;
    const auto asked = server(grant->service);
    if (!asked)
        co_return failure(asked.error());
    const auto client = m_clients.find(asked->clientsKey(), grant->clientId);
    if (!client)
        co_return failure(client.error());
    if (auto begun = m_store.beginRenewal(id, *before); !begun)
        co_return failure(begun.error());
    const auto answer = co_await m_endpoint.refresh(*asked, *client, before->tokens.refreshToken);
    if (!answer)
        co_return afterFailure(id, *before, answer.error());
    TokenSet tokens = *answer;
    if (tokens.scopes.isEmpty())
        tokens.scopes = before->tokens.scopes;
    co_return keep(id, *before, tokens);
}

Result<Secret> Grants::keep(const QString &id, const Held &before, const TokenSet &tokens)
{
    const auto kept = m_store.commitRenewal(id, before, tokens);
    const bool isOvertaken = !kept
        && (kept.error().code == ErrorCode::Conflict || kept.error().code == ErrorCode::NotFound);
    if (!kept && !isOvertaken) {
        // The old ones may be worth nothing any more, so these must not be forgotten.
        m_unkept.insert(id, {.before = before, .tokens = tokens});
        QTimer::singleShot(retryInterval, this, [this, id] {
            if (m_unkept.contains(id))
                flightFor(id);
        });
        qCWarning(lcOAuth).noquote() << "A renewed sign-in could not be stored; Fairlead tries "
                                        "again:"
                                     << kept.error().message;
        return failure(kept.error());
    }
    m_unkept.remove(id);
    m_pauses.remove(id);
    if (isOvertaken) {
        const auto now = m_store.heldNow(id);
        return now ? Result<Secret>(now->tokens.accessToken) : failure(now.error());
    }
    m_received.insert(id, m_clock.monotonicMs());
    qCInfo(lcOAuth).noquote() << "Renewed the sign-in" << id;
    return tokens.accessToken;
}

Result<Secret> Grants::afterFailure(const QString &id,
                                    const Held &before,
                                    const TokenFailure &failed)
{
    const auto generation = m_store.generation(id);
    if (!generation)
        return failure(generation.error());
    if (*generation != before.generation) {
        // What is said about tokens that are not the stored ones any more says nothing of those.
        const auto now = m_store.heldNow(id);
        return now ? Result<Secret>(now->tokens.accessToken) : failure(now.error());
    }
    if (failed.fault == TokenFault::InvalidGrant
        || (failed.fault == TokenFault::InvalidClient && retireApp(id))) {
        lose(id);
        return failure(lostError());
    }
    Pause &pause = m_pauses[id];
    ++pause.failures;
    pause.error = failed.error;
    pause.until = m_clock.monotonicMs() + pauseAfter(pause.failures, failed.error).count();
    qCWarning(lcOAuth).noquote() << "The sign-in" << id
                                 << "could not be renewed:" << failed.error.message;
    return failure(failed.error);
}

bool Grants::retireApp(const QString &id)
{
    const auto grant = m_store.find(id);
    const auto asked = grant ? server(grant->service) : failure(grant.error());
    // What a person has set up can be put right; whoever registers alone has to do it anew.
    if (!asked || asked->clientsOf.isEmpty())
        return false;
    const auto inUse = m_clients.registration(asked->clientsKey());
    const bool isSetUp =
        inUse && inUse->client.id == grant->clientId && inUse->redirectUris.isEmpty();
    if (isSetUp)
        return false;
    if (const auto retired = m_clients.retire(asked->clientsKey(), grant->clientId); !retired)
        qCWarning(lcOAuth).noquote() << retired.error().message;
    return true;
}

void Grants::lose(const QString &id)
{
    m_lost.insert(id, true);
    const auto isNew = m_store.markLost(id);
    if (!isNew)
        qCWarning(lcOAuth).noquote() << isNew.error().message;
    if (isNew && !*isNew)
        return;
    qCWarning(lcOAuth).noquote() << "The service does not renew the sign-in" << id << "any more";
    Q_EMIT lost(id);
}

Result<> Grants::forget(const QString &id)
{
    m_pauses.remove(id);
    m_unkept.remove(id);
    m_lost.remove(id);
    m_received.remove(id);
    return m_store.remove(id);
}

QCoro::Task<Result<>> Grants::remove(QString id)
{
    const auto grant = m_store.find(id);
    if (!grant)
        co_return failure(grant.error());
    // What a renewal under way brings has to be revoked as well.
    if (const auto flight = m_flights.value(id)) {
        if (const auto landed = co_await RefreshFlight::outcomeOf(flight, {}); !landed)
            qCInfo(lcOAuth).noquote() << landed.error().message;
    }
    // Read before they are gone; a locked keychain must not keep a person from disconnecting.
    auto held = m_store.held(id);
    if (m_unkept.contains(id))
        held = Held{m_unkept.value(id).tokens, 0};
    const auto asked = server(grant->service);
    Result<Client> client;
    if (asked)
        client = m_clients.find(asked->clientsKey(), grant->clientId);
    if (auto removed = forget(id); !removed)
        co_return removed;
    if (!asked || !held || !client || asked->revocationEndpoint.isEmpty())
        co_return Result<>();
    const QList<Secret> tokens{held->tokens.refreshToken, held->tokens.accessToken};
    for (const Secret &token : tokens) {
        if (token.isEmpty())
            continue;
        const auto revoked = co_await m_endpoint.revoke(*asked, *client, token);
        if (!revoked)
            qCWarning(lcOAuth).noquote() << revoked.error().message;
    }
    co_return Result<>();
}

} // namespace fairlead::oauth
