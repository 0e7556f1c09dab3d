// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Signing in to remote MCP servers in the browser.
#include "server/connections/connections.h"
#include "server/connections/credentials.h"
#include "server/gateway/mcpprovider.h"

using namespace Qt::StringLiterals;

namespace fairlead::gateway {

using connections::Connection;
using connections::SignInMethod;
using providers::ConnectionReport;
using providers::SignInPlan;

QCoro::Task<Result<oauth::Challenge>> McpProvider::challengeAt(Connection place,
                                                               CancellationToken cancellation)
{
    // Shared: the client may be told of a refusal after nobody waits for it any more.
    const auto heard = std::make_shared<Upstreams::Heard>();
    const auto client = m_upstreams.tryOut(place.apiBase, place.name, Secret(), heard);
    const auto listed = co_await client->listTools(cancellation);
    if (!listed && listed.error().code != ErrorCode::Unauthorized)
        co_return failure(listed.error());
    if (!listed)
        co_return heard->challenge;
    const oauth::Challenge ofCall = m_upstreams.challengeOf(place.id);
    if (ofCall != oauth::Challenge())
        co_return ofCall;
    co_return failure(
        ErrorCode::InvalidInput,
        u"%1 lets Fairlead in without a sign-in. Connect it without --oauth."_s.arg(place.name));
}

QCoro::Task<Result<SignInPlan>> McpProvider::planSignIn(providers::SignInWish wish,
                                                        QUrl redirectUri,
                                                        CancellationToken cancellation)
{
    Result<Connection> place;
    if (wish.connectionId.isEmpty())
        place = placeOf({.userId = wish.userId,
                         .baseUrl = wish.address,
                         .username = {},
                         .token = {},
                         .cancellation = {},
                         .name = wish.name});
    else
        place = m_connections.find(wish.userId, wish.connectionId);
    if (!place)
        co_return failure(place.error());
    const auto challenge = co_await challengeAt(*place, cancellation);
    if (!challenge)
        co_return failure(challenge.error());
    RemoteSignIn::Question question{.server = place->apiBase,
                                    .name = place->name,
                                    .challenge = *challenge,
                                    .scopes = m_signIn.scopesOf(place->grantId),
                                    .redirectUri = redirectUri,
                                    .cancellation = cancellation};
    const oauth::Challenge ofCall = m_upstreams.challengeOf(place->id);
    question.scopes = oauth::joinedScopes(question.scopes, ofCall.scopes);
    if (const auto wanted = m_wanted.find(place->apiBase); wanted != m_wanted.end())
        question.scopes = oauth::joinedScopes(question.scopes, wanted->second);
    const auto way = co_await m_signIn.find(std::move(question));
    if (!way)
        co_return failure(way.error());
    SignInPlan plan{.server = way->server, .client = way->client, .site = {}};
    plan.site.id = place->apiBase.toString(QUrl::FullyEncoded);
    plan.site.connection = *place;
    plan.site.connection.method = SignInMethod::OAuth;
    plan.site.connection.account.clear();
    plan.site.connection.lastError.clear();
    plan.site.connection.state = connections::ConnectionState::Connected;
    co_return plan;
}

QCoro::Task<Result<>> McpProvider::checkSignInPage(SignInPlan plan,
                                                   QUrl page,
                                                   CancellationToken cancellation)
{
    co_return co_await m_signIn.check(plan.server, page, cancellation);
}

QCoro::Task<Result<ConnectionReport>> McpProvider::proveSite(providers::GrantedSite site,
                                                             oauth::TokenSet tokens,
                                                             CancellationToken cancellation)
{
    Connection place = site.connection;
    const auto heard = std::make_shared<Upstreams::Heard>(); // as in challengeAt()
    const Secret authorization = connections::Credentials::bearer(tokens.accessToken);
    const auto client = m_upstreams.tryOut(place.apiBase, place.name, authorization, heard);
    const auto listed = co_await client->listTools(cancellation);
    if (!listed && heard->challenge.error == "insufficient_scope"_L1) {
        QStringList missing = heard->challenge.scopes;
        missing.removeIf([&](const QString &scope) { return tokens.scopes.contains(scope); });
        m_wanted.insert_or_assign(place.apiBase, missing);
        Error error = listed.error();
        error.reason = ErrorReason::ScopeMissing;
        error.message = missing.isEmpty()
            ? u"%1 does not let this account in, although it allowed all that was asked for. Ask "
              "whoever manages it."_s.arg(place.name)
            : u"%1 wants you to allow more: %2."_s.arg(place.name, missing.join(u", "_s));
        co_return failure(error);
    }
    if (!listed && listed.error().code == ErrorCode::Unauthorized) {
        co_return failure(
            ErrorCode::Unauthorized,
            u"%1 does not take the sign-in that it has asked for itself (401). If that "
            "happens again, tell whoever runs it."_s.arg(place.name));
    }
    if (!listed)
        co_return failure(listed.error());
    m_wanted.erase(place.apiBase);
    place.accountName = client->standing().server;
    const ToolOffer offer = offerFrom(*listed);
    m_proven.insert_or_assign(place.apiBase, offer);
    ConnectionReport report{.connection = place, .projects = {}};
    report.projectCount = offer.tools.size();
    co_return report;
}

void McpProvider::signedIn(ConnectionReport &report)
{
    const auto offer = m_proven.extract(report.connection.apiBase);
    if (offer.empty())
        return;
    if (const auto pinned = pin(report.connection, offer.mapped()); !pinned)
        m_connections.noteFailure(report.connection.id, pinned.error());
    report = reportOf(report.connection, offer.mapped());
}

void McpProvider::forgetClient(const SignInPlan &plan)
{
    m_signIn.forgetClient(plan.server, plan.client);
}

QCoro::Task<Result<>> McpProvider::useClient(QString address,
                                             oauth::Client client,
                                             CancellationToken cancellation)
{
    const auto place = placeOf({.userId = {},
                                .baseUrl = address,
                                .username = {},
                                .token = {},
                                .cancellation = {},
                                .name = {}});
    if (!place)
        co_return failure(place.error());
    const auto challenge = co_await challengeAt(*place, cancellation);
    if (!challenge)
        co_return failure(challenge.error());
    RemoteSignIn::Question question{.server = place->apiBase,
                                    .name = place->name,
                                    .challenge = *challenge,
                                    .cancellation = cancellation};
    co_return co_await m_signIn.useClient(std::move(question), std::move(client));
}

} // namespace fairlead::gateway
