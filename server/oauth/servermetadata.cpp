// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/servermetadata.h"

#include "server/base/text.h"
#include "server/oauth/challenge.h"
#include "server/oauth/foreignaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestShown = 100;

bool contains(const QJsonValue &list, QLatin1StringView wanted)
{
    return list.toArray().contains(QJsonValue(QString(wanted)));
}

tl::unexpected<Error> refused(const QString &sentence)
{
    return failure(ErrorCode::InvalidData, sentence);
}

/** One of the addresses; empty where it may be missing and is. */
Result<QUrl> addressIn(const QJsonObject &document,
                       QLatin1StringView name,
                       net::Reach reach,
                       const QString &what)
{
    const QJsonValue value = document.value(name);
    if (value.isUndefined() || value.isNull())
        return QUrl();
    return foreignAddress(value.toString(), reach, what);
}

Result<> readAddresses(const QJsonObject &document, net::Reach reach, ServerMetadata &metadata)
{
    struct Address
    {
        QLatin1StringView name;
        QString what;
        QUrl *place;
    };
    const QList<Address> all{
        {"authorization_endpoint"_L1, u"its sign-in page"_s, &metadata.authorizationEndpoint},
        {"token_endpoint"_L1, u"the place for tokens"_s, &metadata.tokenEndpoint},
        {"registration_endpoint"_L1, u"the place to register"_s, &metadata.registrationEndpoint},
        {"revocation_endpoint"_L1, u"the place to sign out"_s, &metadata.revocationEndpoint}};
    for (const Address &address : all) {
        const auto url = addressIn(document, address.name, reach, address.what);
        if (!url)
            return failure(url.error());
        *address.place = *url;
    }
    return {};
}

} // namespace

QList<QUrl> serverMetadataPlaces(const QUrl &issuer)
{
    const QString oauth = u"/.well-known/oauth-authorization-server"_s;
    const QString openId = u"/.well-known/openid-configuration"_s;
    QString path = issuer.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    QStringList paths{oauth + path, openId + path};
    if (!path.isEmpty())
        paths.append(path + openId);
    QList<QUrl> places;
    for (const QString &place : std::as_const(paths)) {
        QUrl url = issuer;
        url.setPath(place);
        places.append(url);
    }
    return places;
}

Result<ServerMetadata> serverMetadataFrom(const QByteArray &document,
                                          const QString &issuer,
                                          net::Reach reach)
{
    const QJsonDocument json = QJsonDocument::fromJson(document);
    const QJsonObject object = json.object();
    if (!json.isObject() || !object.contains("issuer"_L1))
        return failure(ErrorCode::NotFound, u"%1 does not describe itself."_s.arg(issuer));
    ServerMetadata metadata;
    metadata.issuer = object.value("issuer"_L1).toString();
    if (metadata.issuer != issuer) {
        return refused(
            u"The sign-in server %1 calls itself “%2”. Fairlead does not sign in there: one server "
            "may be posing as another. Tell whoever runs it."_s.arg(
                cleanedLine(issuer, longestShown), cleanedLine(metadata.issuer, longestShown)));
    }
    const QString host = QUrl(issuer).host();
    if (const auto read = readAddresses(object, reach, metadata); !read)
        return failure(read.error());
    if (metadata.authorizationEndpoint.isEmpty() || metadata.tokenEndpoint.isEmpty())
        return refused(
            u"The sign-in server %1 has no sign-in in the browser. Ask for a token there "
            "and connect with it."_s.arg(host));
    if (!contains(object.value("code_challenge_methods_supported"_L1), "S256"_L1)) {
        return refused(u"The sign-in server %1 does not say that it protects the sign-in against "
                       "being caught on its way (PKCE with S256), so Fairlead does not begin one. "
                       "Tell whoever runs it."_s.arg(host));
    }
    QStringList scopes;
    const QJsonArray named = object.value("scopes_supported"_L1).toArray();
    for (const auto &scope : named)
        scopes.append(scope.toString());
    metadata.scopes = scopesIn(scopes.join(u' '));
    const QJsonArray methods = object.value("token_endpoint_auth_methods_supported"_L1).toArray();
    for (const auto &method : methods)
        metadata.authenticationMethods.append(method.toString());
    if (object.value("authorization_response_iss_parameter_supported"_L1).toBool())
        metadata.issuerParameter = IssuerParameter::Required;
    metadata.takesMetadataDocuments =
        object.value("client_id_metadata_document_supported"_L1).toBool();
    return metadata;
}

ServerMetadata unsaidMetadata(const QUrl &server)
{
    const auto at = [&server](const QString &path) {
        QUrl url = server.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
        url.setPath(path);
        return url;
    };
    return {.issuer = {},
            .authorizationEndpoint = at(u"/authorize"_s),
            .tokenEndpoint = at(u"/token"_s),
            .registrationEndpoint = at(u"/register"_s)};
}

} // namespace fairlead::oauth
