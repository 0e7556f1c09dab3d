// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/oauth/clientregistry.h"

#include <QJsonArray>
#include <QUrl>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

Result<> checkMembers(const QJsonObject &wanted)
{
    static const QStringList texts{u"service"_s,
                                   u"client_id"_s,
                                   u"client_secret"_s,
                                   u"redirect_uri"_s,
                                   u"name"_s,
                                   u"access"_s};
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        const bool isKnown =
            texts.contains(it.key()) ? it->isString() : it.key() == "scopes"_L1 && it->isArray();
        if (!isKnown)
            return failure(
                ErrorCode::InvalidInput,
                u"An app has no member \"%1\", or not with such a value."_s.arg(it.key()));
    }
    const QString access = wanted["access"_L1].toString(u"resource"_s);
    if (access != "resource"_L1 && access != "account"_L1)
        return failure(ErrorCode::InvalidInput,
                       u"\"access\" must be \"resource\" or \"account\"."_s);
    return {};
}

void apply(const QJsonObject &wanted, OAuthClient &client)
{
    client.clientSecret =
        wanted["client_secret"_L1].toString(QString::fromUtf8(client.clientSecret)).toUtf8();
    client.redirectUri = wanted["redirect_uri"_L1].toString(client.redirectUri);
    client.name = wanted["name"_L1].toString(client.name);
    if (wanted.contains("access"_L1))
        client.access = wanted["access"_L1].toString() == "account"_L1
            ? OAuthClient::Access::Account
            : OAuthClient::Access::Resource;
    if (!wanted.contains("scopes"_L1))
        return;
    client.scopes.clear();
    for (const auto &scope : wanted["scopes"_L1].toArray())
        client.scopes.append(scope.toString());
}

} // namespace

QJsonObject OAuthClient::toJson() const
{
    return {{u"service"_s, service},
            {u"client_id"_s, clientId},
            {u"redirect_uri"_s, redirectUri},
            {u"name"_s, name},
            {u"access"_s, access == Access::Account ? u"account"_s : u"resource"_s},
            {u"scopes"_s, QJsonArray::fromStringList(scopes)}};
}

ClientRegistry::ClientRegistry(const QList<OAuthClient> &builtIn)
    : m_builtIn(builtIn)
    , m_clients(builtIn)
{}

const OAuthClient *ClientRegistry::client(const QString &service, const QString &clientId) const
{
    const auto found =
        std::find_if(m_clients.begin(), m_clients.end(), [&](const OAuthClient &candidate) {
            return candidate.service == service && candidate.clientId == clientId;
        });
    return found == m_clients.end() ? nullptr : &*found;
}

Result<OAuthClient> ClientRegistry::put(const QJsonObject &wanted)
{
    if (const Result<> checked = checkMembers(wanted); !checked)
        return tl::unexpected(checked.error());
    const QString service = wanted["service"_L1].toString();
    const QString clientId = wanted["client_id"_L1].toString();
    const OAuthClient *known = client(service, clientId);
    OAuthClient changed = known ? *known
                                : OAuthClient{.service = service,
                                              .clientId = clientId,
                                              .clientSecret = {},
                                              .redirectUri = {},
                                              .name = clientId};
    apply(wanted, changed);
    if (service.isEmpty() || clientId.isEmpty() || changed.clientSecret.isEmpty()
        || !QUrl(changed.redirectUri).isValid() || QUrl(changed.redirectUri).isRelative())
        return failure(ErrorCode::InvalidInput,
                       u"An app needs service, client_id, client_secret and an absolute "
                       "redirect_uri."_s);
    m_clients.removeIf([&](const OAuthClient &candidate) {
        return candidate.service == service && candidate.clientId == clientId;
    });
    m_clients.append(changed);
    return changed;
}

} // namespace fairlead::sandbox
