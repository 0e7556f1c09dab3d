// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/leasedcredentials.h"

#include "server/api/apijson.h"
#include "server/api/chosenconnection.h"
#include "server/base/text.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using connections::Connection;
using connections::SignInMethod;

constexpr qsizetype shownService = 40;

/** A remote MCP server is called through Fairlead: its tools are checked here. */
constexpr auto remoteServers = "mcp"_L1;

QString cloudIdOf(const Connection &connection)
{
    const QStringList parts = connection.apiBase.path().split(u'/', Qt::SkipEmptyParts);
    const bool isGateway = parts.size() == 3 && parts[0] == "ex"_L1;
    return isGateway ? parts[2] : QString();
}

/** The members beside the token, by the way of signing in. */
QJsonObject placeOf(const Connection &connection)
{
    QJsonObject json{{u"connection_id"_s, connection.id},
                     {u"name"_s, connection.name},
                     {u"url"_s, connection.site.toString()},
                     {u"api_url"_s, connection.apiBase.toString()}};
    if (const QString cloudId = cloudIdOf(connection); !cloudId.isEmpty())
        json.insert(u"cloud_id"_s, cloudId);
    return json;
}

void addToken(QJsonObject &json, const Connection &connection, const Secret &token)
{
    const QString text = QString::fromLatin1(token.reveal());
    switch (connection.method) {
    case SignInMethod::ApiToken:
    case SignInMethod::ScopedApiToken:
        json.insert(u"email"_s, connection.account);
        json.insert(u"api_token"_s, text);
        return;
    case SignInMethod::ApiKey:
        json.insert(u"api_key"_s, text);
        return;
    case SignInMethod::OAuth:
    case SignInMethod::IntegrationToken:
        json.insert(u"access_token"_s, text);
    }
}

/** A key that is limited to certain connections has these and nothing else. */
bool mayHavePlain(const tools::Caller &caller)
{
    return caller.connectionIds.isEmpty();
}

/** What was kept as an object is one; anything else is a key of an API. */
QJsonObject membersOf(const Secret &value)
{
    const QJsonDocument document = QJsonDocument::fromJson(value.reveal());
    if (document.isObject())
        return document.object();
    return {{u"api_key"_s, QString::fromUtf8(value.reveal())}};
}

} // namespace

void Credentials::drop(const QString &service, const QString &reason)
{
    const qsizetype at = services.indexOf(service);
    services.removeAt(at);
    connectionIds.removeAt(at);
    byService.remove(service);
    missing.append({service, reason});
}

leases::Holding Credentials::holding() const
{
    return {.services = services,
            .connectionIds = connectionIds,
            .content = Secret(QJsonDocument(byService).toJson(QJsonDocument::Compact))};
}

LeasedCredentials::LeasedCredentials(const Parts &parts)
    : m_parts(parts)
{}

QStringList LeasedCredentials::available(const tools::Caller &caller) const
{
    QStringList services;
    const QStringList types = m_parts.providers.types();
    for (const QString &type : types) {
        const auto usable = m_parts.connections.usableBy(caller, type);
        if (type != remoteServers && usable && !usable->isEmpty())
            services.append(type);
    }
    const auto plain = m_parts.plain.list(caller.userId);
    if (plain && mayHavePlain(caller)) {
        for (const leases::PlainCredential &credential : *plain)
            services.append(credential.service);
    }
    services.sort();
    return services;
}

void LeasedCredentials::addPlain(Credentials &found,
                                 const tools::Caller &caller,
                                 const QString &service) const
{
    const auto credential = m_parts.plain.find(caller.userId, service);
    const bool isUnknown = !credential && credential.error().code == ErrorCode::NotFound;
    if (isUnknown || !mayHavePlain(caller)) {
        found.missing.append(
            {service,
             u"“%1” is no service that credentials are kept of for this key."_s.arg(
                 cleanedLine(service, shownService))});
        return;
    }
    const auto value =
        credential ? m_parts.plain.value(*credential) : Result<Secret>(failure(credential.error()));
    if (!value) {
        found.missing.append({service, value.error().message});
        return;
    }
    found.byService.insert(service, membersOf(*value));
    found.services.append(service);
    found.connectionIds.append(credential->id);
}

QJsonArray LeasedCredentials::ofOrganizations(const leases::Lease &lease) const
{
    QJsonArray all;
    for (qsizetype at = 0; at < lease.services.size(); ++at) {
        const auto connection =
            m_parts.connections.findUsable(lease.holder.userId, lease.connectionIds.value(at));
        if (!connection || connection->isPersonal())
            continue;
        all.append(QJsonObject{{u"service"_s, lease.services[at]},
                               {u"connection_id"_s, connection->id},
                               {u"organization_id"_s, connection->userId},
                               {u"organization_name"_s, connection->organization}});
    }
    return all;
}

QCoro::Task<Credentials> LeasedCredentials::resolve(tools::Caller caller,
                                                    QStringList services,
                                                    QHash<QString, QString> connections,
                                                    CancellationToken cancellation)
{
    Credentials found;
    for (const QString &service : std::as_const(services)) {
        if (found.services.contains(service))
            continue;
        const auto provider = m_parts.providers.find(service);
        if (!provider || service == remoteServers) {
            addPlain(found, caller, service);
            continue;
        }
        const auto connection =
            chosenConnection(m_parts.connections, caller, **provider, connections.value(service));
        if (!connection) {
            found.missing.append({service, connection.error().message});
            continue;
        }
        const auto credentials = co_await resolveOne(*connection, cancellation);
        if (!credentials) {
            found.missing.append({service, credentials.error().message});
            continue;
        }
        found.byService.insert(service, *credentials);
        found.services.append(service);
        found.connectionIds.append(connection->id);
    }
    dropLost(found, caller);
    co_return found;
}

void LeasedCredentials::dropLost(Credentials &found, const tools::Caller &caller) const
{
    const QStringList services = found.services;
    for (const QString &service : services) {
        const QString id = found.connectionIds.value(found.services.indexOf(service));
        const bool isPlain = !m_parts.providers.find(service);
        if (!isPlain && !m_parts.connections.isUsableBy(caller, id))
            found.drop(service, u"The connection was taken away meanwhile."_s);
    }
}

bool LeasedCredentials::areOpenStill(const leases::Lease &lease) const
{
    for (qsizetype at = 0; at < lease.services.size(); ++at) {
        const bool isPlain = !m_parts.providers.find(lease.services[at]);
        const QString id = lease.connectionIds.value(at);
        if (!isPlain && !m_parts.connections.findUsable(lease.holder.userId, id))
            return false;
    }
    return true;
}

QCoro::Task<Result<QJsonObject>> LeasedCredentials::resolveOne(Connection connection,
                                                               CancellationToken cancellation)
{
    const auto token = co_await m_parts.credentials.token(connection, cancellation);
    if (!token)
        co_return failure(token.error());
    QJsonObject json = placeOf(connection);
    addToken(json, connection, *token);
    if (connection.method != SignInMethod::OAuth)
        co_return json;
    if (const auto grant = m_parts.grants.find(connection.grantId);
        grant && grant->expiresAt.isValid())
        json.insert(u"expires_at"_s, timeJson(grant->expiresAt));
    co_return json;
}

} // namespace fairlead::api
