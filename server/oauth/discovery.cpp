// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/discovery.h"

#include "server/base/text.h"
#include "server/oauth/foreignaddress.h"

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr std::chrono::seconds deadline{10};
constexpr qint64 largestDocument = 1024 * 1024;
constexpr qsizetype longestShown = 100;

/** RFC 8414, section 2: https, no query, no fragment; told apart letter by letter. */
Result<QUrl> issuerAddress(const QString &issuer, net::Reach reach)
{
    const auto url = foreignAddress(issuer, reach, u"its sign-in server"_s);
    if (url && url->hasQuery())
        return failure(ErrorCode::InvalidData,
                       u"The server names “%1” as its sign-in server, which is no address of one. "
                       "Tell whoever runs that server."_s.arg(cleanedLine(issuer, longestShown)));
    return url;
}

} // namespace

Discovery::Discovery(net::HttpClient &http)
    : m_http(http)
{}

QCoro::Task<Result<SignInPlace>> Discovery::find(QUrl server,
                                                 Challenge challenge,
                                                 CancellationToken cancellation)
{
    const net::Reach reach = co_await net::reachFrom(server.host(), cancellation);
    const Journey journey{reach, cancellation};
    const auto resource = co_await resourceAt(server, challenge, journey);
    if (!resource && resource.error().code == ErrorCode::NotFound)
        co_return co_await onItsOwn(server, journey);
    if (!resource)
        co_return failure(resource.error());
    const auto metadata = co_await firstUsable(resource->issuers, journey);
    if (!metadata)
        co_return failure(metadata.error());
    const SignInPlace place{*resource, *metadata, reach};
    co_return place;
}

QCoro::Task<Result<QByteArray>> Discovery::read(QUrl place, Journey journey)
{
    net::Request request;
    request.url = place;
    request.headers.append({"Accept"_ba, "application/json"_ba});
    request.deadline = deadline;
    request.maxResponseBytes = largestDocument;
    request.repeatable = net::Repeatable::Yes;
    request.cancellation = journey.cancellation;
    request.reach = journey.reach;
    const auto response = co_await m_http.send(std::move(request));
    if (!response)
        co_return failure(response.error());
    if (response->status == 200)
        co_return response->body;
    const ErrorCode code = response->status >= 500 ? ErrorCode::Network : ErrorCode::NotFound;
    co_return failure(
        code,
        u"%1 could not say where to sign in (%2). Try again later."_s.arg(place.host())
            .arg(response->status));
}

QCoro::Task<Result<ProtectedResource>> Discovery::resourceAt(QUrl server,
                                                             Challenge challenge,
                                                             Journey journey)
{
    QList<QUrl> places = protectedResourcePlaces(server);
    if (!challenge.resourceMetadata.isEmpty()) {
        const auto named = foreignAddress(
            challenge.resourceMetadata, journey.reach, u"the place that says where to sign in"_s);
        if (!named)
            co_return failure(named.error());
        places = {*named};
    }
    for (const QUrl &place : std::as_const(places)) {
        const auto document = co_await read(place, journey);
        if (!document && document.error().code != ErrorCode::NotFound)
            co_return failure(document.error());
        if (!document)
            continue;
        auto resource = protectedResourceFrom(*document, server);
        // A page for people, which many hosts have for every address.
        if (!resource && resource.error().code == ErrorCode::NotFound)
            continue;
        co_return resource;
    }
    // A place that the server itself names is no server of 2025-03-26.
    const bool isNamed = !challenge.resourceMetadata.isEmpty();
    co_return failure(
        isNamed ? ErrorCode::InvalidData : ErrorCode::NotFound,
        u"%1 wants a sign-in and does not say where. Tell whoever runs it."_s.arg(server.host()));
}

QCoro::Task<Result<ServerMetadata>> Discovery::metadataOf(QString issuer, Journey journey)
{
    const auto address = issuerAddress(issuer, journey.reach);
    if (!address)
        co_return failure(address.error());
    const QList<QUrl> places = serverMetadataPlaces(*address);
    for (const QUrl &place : places) {
        const auto document = co_await read(place, journey);
        if (!document && document.error().code != ErrorCode::NotFound)
            co_return failure(document.error());
        if (!document)
            continue;
        auto metadata = serverMetadataFrom(*document, issuer, journey.reach);
        if (!metadata && metadata.error().code == ErrorCode::NotFound)
            continue;
        co_return metadata;
    }
    co_return failure(ErrorCode::NotFound,
                      u"The sign-in server %1 does not describe itself, so Fairlead cannot sign in "
                      "there. Tell whoever runs it."_s.arg(address->host()));
}

QCoro::Task<Result<ServerMetadata>> Discovery::firstUsable(QStringList issuers, Journey journey)
{
    Result<ServerMetadata> first;
    for (qsizetype i = 0; i < issuers.size(); ++i) {
        auto metadata = co_await metadataOf(issuers[i], journey);
        if (metadata)
            co_return metadata;
        if (i == 0)
            first = failure(metadata.error());
        if (journey.cancellation.isCancelled())
            break;
    }
    // NotFound would mean that there is no sign-in at all.
    if (first.error().code == ErrorCode::NotFound)
        first.error().code = ErrorCode::InvalidData;
    co_return failure(first.error());
}

QCoro::Task<Result<SignInPlace>> Discovery::onItsOwn(QUrl server, Journey journey)
{
    QUrl origin = server;
    origin.setPath(QString());
    origin = origin.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    ProtectedResource resource;
    resource.resource = resourceName(server);
    const QString issuer = origin.toString(QUrl::FullyEncoded);
    const auto metadata = co_await metadataOf(issuer, journey);
    if (!metadata && metadata.error().code != ErrorCode::NotFound)
        co_return failure(metadata.error());
    SignInPlace place{resource, {}, journey.reach};
    place.server = metadata ? *metadata : unsaidMetadata(server);
    co_return place;
}

} // namespace fairlead::oauth
