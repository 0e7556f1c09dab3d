// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/remotesignin.h"

#include "server/base/ids.h"
#include "server/oauth/grants.h"
#include "server/oauth/serverstore.h"
#include "server/providers/redirectlistener.h"

#include <QLoggingCategory>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::gateway {
namespace {

Q_LOGGING_CATEGORY(lcGateway, "fairlead.server.gateway")

constexpr std::chrono::seconds pageTime{15};
constexpr qint64 largestPage = 512 * 1024;
constexpr auto offline = "offline_access"_L1;

/** A sign-in belongs to the server that it is for, and to who gave it. */
QString serviceFor(const oauth::SignInPlace &place, const QString &issuer)
{
    const QString both = place.resource.resource + u'\n' + issuer;
    return u"mcp/"_s + QString::fromLatin1(sha256Hex(both.toUtf8()).first(32));
}

/** Of a server that does not name its issuer: where it is. */
QString issuerOf(const oauth::SignInPlace &place)
{
    if (!place.server.issuer.isEmpty())
        return place.server.issuer;
    return place.server.tokenEndpoint.adjusted(QUrl::RemovePath).toString(QUrl::FullyEncoded);
}

/** The address at every port that Fairlead tries first, so that one registration is good for all.
 */
QStringList knownRedirects(const QUrl &redirectUri)
{
    QStringList all{redirectUri.toString(QUrl::FullyEncoded)};
    for (const quint16 port : providers::signInPorts) {
        QUrl other = redirectUri;
        other.setPort(port);
        all.append(other.toString(QUrl::FullyEncoded));
    }
    all.removeDuplicates();
    return all;
}

Error registrationClosed(const RemoteSignIn::Question &question, const oauth::SignInPlace &place)
{
    return {.code = ErrorCode::Forbidden,
            .message = u"%1 takes only apps that its makers know (%2). Ask whoever runs it for a "
                       "client id, then: fairleadctl connect mcp --url %3 --oauth --client-id ID "
                       "--client-secret-stdin; or connect with a token."_s.arg(
                           question.name,
                           place.server.authorizationEndpoint.host(),
                           question.server.toString(QUrl::FullyEncoded)),
            .reason = ErrorReason::RegistrationClosed};
}

bool mentions(const QByteArray &page, std::initializer_list<QByteArrayView> words)
{
    const QByteArray text = page.toLower();
    return std::ranges::any_of(words, [&text](QByteArrayView word) { return text.contains(word); });
}

Result<> judged(const net::Response &response, const QString &name)
{
    if (response.status < 400 || response.status >= 500)
        return {};
    const QByteArray &page = response.body;
    if (mentions(page, {"redirect_uri", "redirect uri", "redirect url", "callback url"})) {
        return failure(
            {.code = ErrorCode::Forbidden,
             .message = u"The sign-in page of %1 says that the browser may not come back "
                        "to this computer (%2)."_s.arg(name)
                            .arg(response.status),
             .reason = ErrorReason::RedirectRefused});
    }
    if (mentions(page, {"invalid_client", "invalid client", "unknown client", "client_id"})) {
        return failure(
            {.code = ErrorCode::Forbidden,
             .message =
                 u"The sign-in page of %1 does not know Fairlead any more (%2)."_s.arg(name).arg(
                     response.status),
             .reason = ErrorReason::ClientUnknown});
    }
    if (mentions(page, {"domain", "administrator", "admin ", "organization"})) {
        return failure(
            {.code = ErrorCode::Forbidden,
             .message = u"The sign-in page of %1 says that an administrator has to allow "
                        "Fairlead, or addresses on this computer (%2)."_s.arg(name)
                            .arg(response.status),
             .reason = ErrorReason::AdministratorRefused});
    }
    return {};
}

} // namespace

RemoteSignIn::RemoteSignIn(Parts parts)
    : m_parts(std::move(parts))
    , m_discovery(m_parts.http)
    , m_registrar(m_parts.http)
{}

Result<> RemoteSignIn::load()
{
    const auto servers = m_parts.servers.all();
    if (!servers)
        return failure(servers.error());
    for (const oauth::AuthorizationServer &server : *servers)
        m_parts.grants.addServer(server);
    return {};
}

QCoro::Task<Result<RemoteSignIn::Way>> RemoteSignIn::find(Question question)
{
    const auto place =
        co_await m_discovery.find(question.server, question.challenge, question.cancellation);
    if (!place)
        co_return failure(place.error());
    Way way;
    way.server = serverFrom(*place, question);
    auto client = co_await clientAt(*place, way.server.clientsKey(), question);
    if (!client)
        co_return failure(client.error());
    way.client = *client;
    way.server.authentication =
        oauth::authenticationAt(place->server, !way.client.secret.isEmpty());
    // Before the sign-in, so that no sign-in is ever kept that cannot be renewed.
    if (const auto kept = m_parts.servers.keep(way.server); !kept)
        co_return failure(kept.error());
    m_parts.grants.addServer(way.server);
    co_return way;
}

oauth::AuthorizationServer RemoteSignIn::serverFrom(const oauth::SignInPlace &place,
                                                    const Question &question) const
{
    const oauth::ServerMetadata &metadata = place.server;
    oauth::AuthorizationServer server;
    const QString issuer = issuerOf(place);
    server.service = serviceFor(place, issuer);
    server.clientsOf = u"issuer "_s + issuer;
    server.displayName = question.name;
    server.issuer = metadata.issuer;
    server.authorizationEndpoint = metadata.authorizationEndpoint;
    server.tokenEndpoint = metadata.tokenEndpoint;
    server.revocationEndpoint = metadata.revocationEndpoint;
    server.pkce = oauth::PkceSupport::S256;
    server.redirect = oauth::RedirectRule::AnyLoopbackPort;
    server.issuerParameter = metadata.issuerParameter;
    server.resource = place.resource.resource;
    server.reach = place.reach;
    const QStringList &wanted =
        question.challenge.scopes.isEmpty() ? place.resource.scopes : question.challenge.scopes;
    server.scopes = oauth::joinedScopes(question.scopes, wanted);
    // Alone it would take the place of what the server gives to who names nothing.
    if (!server.scopes.isEmpty() && metadata.scopes.contains(offline))
        server.scopes = oauth::joinedScopes(server.scopes, {QString(offline)});
    if (server.scopes.contains(offline)) // OpenID Connect Core, section 11
        server.authorizationParameters.append({u"prompt"_s, u"consent"_s});
    return server;
}

QCoro::Task<Result<oauth::Client>> RemoteSignIn::clientAt(oauth::SignInPlace place,
                                                          QString key,
                                                          Question question)
{
    const auto known = m_parts.clients.registration(key);
    if (!known && known.error().code != ErrorCode::NotFound)
        co_return failure(known.error());
    const bool isSetUp = known && known->redirectUris.isEmpty();
    if (isSetUp)
        co_return known->client;
    if (place.server.takesMetadataDocuments && !m_parts.document.isEmpty()) {
        oauth::Client described;
        described.id = m_parts.document;
        described.authentication = oauth::ClientAuthentication::None;
        co_return described;
    }
    const QString redirect = question.redirectUri.toString(QUrl::FullyEncoded);
    if (known && known->redirectUris.contains(redirect))
        co_return known->client;
    if (place.server.registrationEndpoint.isEmpty())
        co_return failure(registrationClosed(question, place));
    oauth::Registrar::Wish wish{.server = place.server,
                                .redirectUris = knownRedirects(question.redirectUri),
                                .reach = place.reach,
                                .cancellation = question.cancellation};
    const auto registered = co_await m_registrar.registerClient(std::move(wish));
    if (!registered)
        co_return failure(registered.error());
    if (const auto kept = m_parts.clients.keep(key, *registered); !kept)
        co_return failure(kept.error());
    qCInfo(lcGateway).noquote() << "Registered with" << place.server.registrationEndpoint.host();
    co_return registered->client;
}

QCoro::Task<Result<>> RemoteSignIn::useClient(Question question, oauth::Client client)
{
    const auto place =
        co_await m_discovery.find(question.server, question.challenge, question.cancellation);
    if (!place)
        co_return failure(place.error());
    co_return m_parts.clients.use(u"issuer "_s + issuerOf(*place), client);
}

void RemoteSignIn::forgetClient(const oauth::AuthorizationServer &server,
                                const oauth::Client &client)
{
    if (const auto retired = m_parts.clients.retire(server.clientsKey(), client.id); !retired)
        qCWarning(lcGateway).noquote() << retired.error().message;
}

QCoro::Task<Result<>> RemoteSignIn::check(oauth::AuthorizationServer server,
                                          QUrl page,
                                          CancellationToken cancellation)
{
    net::Request request;
    request.url = page;
    request.headers.append({"Accept"_ba, "text/html,application/json"_ba});
    request.deadline = pageTime;
    request.maxResponseBytes = largestPage;
    request.cancellation = cancellation;
    request.reach = server.reach;
    const auto response = co_await m_parts.http.send(std::move(request));
    const bool isWayClosed = !response
        && (response.error().code == ErrorCode::Network || response.error().code == ErrorCode::Tls);
    if (isWayClosed)
        co_return failure(response.error());
    // A page that is slow or large is one that a person can read.
    if (!response)
        co_return Result<>();
    co_return judged(*response, server.displayName);
}

QStringList RemoteSignIn::scopesOf(const QString &grantId) const
{
    if (grantId.isEmpty())
        return {};
    const auto grant = m_parts.grants.find(grantId);
    return grant ? grant->scopes : QStringList();
}

} // namespace fairlead::gateway
