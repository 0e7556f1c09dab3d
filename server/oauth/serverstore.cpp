// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/oauth/serverstore.h"

#include "server/store/database.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace fairlead::oauth {
namespace {

/** What a renewal needs; the rest belongs to the sign-in itself. */
QByteArray documentOf(const AuthorizationServer &server)
{
    const QJsonObject json{
        {u"display_name"_s, server.displayName},
        {u"issuer"_s, server.issuer},
        {u"clients_of"_s, server.clientsOf},
        {u"resource"_s, server.resource},
        {u"token_endpoint"_s, server.tokenEndpoint.toString(QUrl::FullyEncoded)},
        {u"revocation_endpoint"_s, server.revocationEndpoint.toString(QUrl::FullyEncoded)},
        {u"authentication"_s, static_cast<int>(server.authentication)},
        {u"reach"_s, static_cast<int>(server.reach)}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

AuthorizationServer serverFrom(const QString &service, const QByteArray &document)
{
    const QJsonObject json = QJsonDocument::fromJson(document).object();
    AuthorizationServer server;
    server.service = service;
    server.displayName = json.value("display_name"_L1).toString();
    server.issuer = json.value("issuer"_L1).toString();
    server.clientsOf = json.value("clients_of"_L1).toString();
    server.resource = json.value("resource"_L1).toString();
    server.tokenEndpoint = QUrl(json.value("token_endpoint"_L1).toString());
    server.revocationEndpoint = QUrl(json.value("revocation_endpoint"_L1).toString());
    server.authentication =
        static_cast<ClientAuthentication>(json.value("authentication"_L1).toInt());
    server.reach = static_cast<net::Reach>(json.value("reach"_L1).toInt());
    server.pkce = PkceSupport::S256;
    return server;
}

} // namespace

ServerStore::ServerStore(store::Database &database)
    : m_database(database)
{}

Result<> ServerStore::keep(const AuthorizationServer &server)
{
    return m_database
        .execute(u"INSERT INTO oauth_servers (service, document) VALUES (?, ?) "
                 "ON CONFLICT (service) DO UPDATE SET document = excluded.document"_s,
                 {server.service, QString::fromUtf8(documentOf(server))})
        .map([](qint64) {});
}

Result<QList<AuthorizationServer>> ServerStore::all() const
{
    return m_database.select(u"SELECT service, document FROM oauth_servers"_s)
        .map([](const QList<store::Row> &rows) {
            QList<AuthorizationServer> servers;
            for (const store::Row &row : rows)
                servers.append(
                    serverFrom(row.text(u"service"_s), row.text(u"document"_s).toUtf8()));
            return servers;
        });
}

} // namespace fairlead::oauth
