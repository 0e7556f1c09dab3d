// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/protectedresource.h"

#include "server/base/text.h"
#include "server/oauth/challenge.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

constexpr qsizetype longestName = 2048;
constexpr qsizetype mostIssuers = 5;
constexpr qsizetype longestShown = 100;

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

/** Whether what is called `name` is the server, or holds it. */
bool isNameOf(const QUrl &name, const QUrl &server)
{
    if (!name.isValid() || name.hasFragment() || !name.userInfo().isEmpty()
        || name.scheme() != server.scheme()
        || name.host().compare(server.host(), Qt::CaseInsensitive) != 0
        || portOf(name) != portOf(server))
        return false;
    const auto withSlash = [](const QString &path) {
        return path.endsWith(u'/') ? path : path + u'/';
    };
    return withSlash(server.path()).startsWith(withSlash(name.path()));
}

QStringList textsIn(const QJsonValue &list, qsizetype most)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const auto &item : array) {
        if (texts.size() < most && item.isString() && item.toString().size() <= longestName)
            texts.append(item.toString());
    }
    return texts;
}

} // namespace

QString resourceName(const QUrl &server)
{
    const auto parts = QUrl::RemoveFragment | QUrl::RemoveUserInfo;
    QString name = server.toString(parts | QUrl::FullyEncoded);
    if (server.path() == "/"_L1 && !server.hasQuery())
        name.chop(1);
    return name;
}

QList<QUrl> protectedResourcePlaces(const QUrl &server)
{
    const QString base = u"/.well-known/oauth-protected-resource"_s;
    QUrl root = server.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::RemoveUserInfo);
    QUrl special = root;
    QString path = server.path();
    if (path == "/"_L1)
        path.clear();
    special.setPath(base + path);
    special.setQuery(server.query());
    root.setPath(base);
    if (path.isEmpty())
        return {root};
    return {special, root};
}

Result<ProtectedResource> protectedResourceFrom(const QByteArray &document, const QUrl &server)
{
    const QJsonDocument json = QJsonDocument::fromJson(document);
    const QJsonObject object = json.object();
    if (!json.isObject() || !object.contains("authorization_servers"_L1)) {
        return failure(ErrorCode::NotFound,
                       u"%1 does not say where to sign in."_s.arg(server.host()));
    }
    ProtectedResource resource;
    resource.resource = object.value("resource"_L1).toString();
    resource.issuers = textsIn(object.value("authorization_servers"_L1), mostIssuers);
    if (resource.resource.size() > longestName
        || !isNameOf(QUrl(resource.resource, QUrl::StrictMode), server)) {
        return failure(ErrorCode::InvalidData,
                       u"%1 says that the sign-in is for “%2”, which is another server. Fairlead "
                       "does not sign in: the token could be used there. Check the address."_s.arg(
                           server.host(), cleanedLine(resource.resource, longestShown)));
    }
    if (resource.issuers.isEmpty()) {
        return failure(ErrorCode::InvalidData,
                       u"%1 wants a sign-in and names nobody to sign in with. Tell whoever runs "
                       "it."_s.arg(server.host()));
    }
    const QStringList scopes = textsIn(object.value("scopes_supported"_L1), 1000);
    resource.scopes = scopesIn(scopes.join(u' '));
    return resource;
}

} // namespace fairlead::oauth
