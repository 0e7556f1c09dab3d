// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/grantedconnections.h"

#include "server/connections/connections.h"
#include "server/oauth/grants.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

Q_LOGGING_CATEGORY(lcProviders, "fairlead.server.providers")

using connections::Connection;
using connections::SignInMethod;

bool isSameSite(const Connection &left, const Connection &right)
{
    return left.provider == right.provider
        && left.site.adjusted(QUrl::StripTrailingSlash)
        == right.site.adjusted(QUrl::StripTrailingSlash);
}

bool hasSite(const QList<Connection> &connections, const Connection &site)
{
    return std::ranges::any_of(connections, [&site](const Connection &connection) {
        return isSameSite(connection, site);
    });
}

/** A person's sign-in can stand behind connections that were given to organizations since. */
QList<Connection> ofOwner(const QString &ownerId, QList<Connection> connections)
{
    connections.removeIf(
        [&ownerId](const Connection &connection) { return connection.userId != ownerId; });
    return connections;
}

} // namespace

GrantedConnections::GrantedConnections(connections::Connections &connections, oauth::Grants &grants)
    : m_connections(connections)
    , m_grants(grants)
{}

QList<SignInSite> GrantedConnections::choice(const QString &userId,
                                             const QString &organizationId,
                                             const QList<GrantedSite> &granted) const
{
    const QString owner = organizationId.isEmpty() ? userId : organizationId;
    const auto known = ofOwner(owner, m_connections.list(userId).value_or(QList<Connection>()));
    QList<SignInSite> sites;
    for (const GrantedSite &site : granted) {
        sites.append({.id = site.id,
                      .name = site.connection.name,
                      .isConnected = hasSite(known, site.connection)});
    }
    return sites;
}

Result<QStringList> GrantedConnections::renewedBy(const QString &userId,
                                                  const QString &connectionId,
                                                  const QList<GrantedSite> &granted) const
{
    const auto wanted = m_connections.find(userId, connectionId);
    if (!wanted)
        return failure(wanted.error());
    const auto ofGrant = m_connections.ofGrant(wanted->grantId);
    if (!ofGrant)
        return failure(ofGrant.error());
    const auto standing = ofOwner(wanted->userId, *ofGrant) << *wanted;
    QStringList ids;
    bool hasWanted = false;
    for (const GrantedSite &site : granted) {
        hasWanted = hasWanted || isSameSite(site.connection, *wanted);
        if (hasSite(standing, site.connection))
            ids.append(site.id);
    }
    if (hasWanted)
        return ids;
    return failure(ErrorCode::NotFound,
                   u"The sign-in worked, but it does not open %1. Start again, and choose %1 "
                   "there, with an account that has access to it."_s.arg(wanted->name));
}

Result<> GrantedConnections::store(const Fresh &fresh, QList<ConnectionReport> &reports) const
{
    const auto known = m_connections.list(fresh.userId);
    if (!known)
        return failure(known.error());
    const QString newOwner = fresh.organizationId.isEmpty() ? fresh.userId : fresh.organizationId;
    const auto grantId = m_grants.add(fresh.userId, fresh.service, fresh.clientId, fresh.tokens);
    if (!grantId)
        return failure(grantId.error());
    const auto wanted = std::ranges::find(*known, fresh.connectionId, &Connection::id);
    const QString owner = wanted == known->end() ? newOwner : wanted->userId;
    QStringList replaced;
    for (ConnectionReport &report : reports) {
        report.connection.userId = owner;
        report.connection.method = SignInMethod::OAuth;
        report.connection.grantId = *grantId;
        for (const Connection &other : *known) {
            const bool isWanted = other.id == fresh.connectionId;
            const bool isReplaced = isWanted || other.account == report.connection.account;
            if (!isSameSite(other, report.connection) || !isReplaced)
                continue;
            replaced.append(other.grantId);
            if (isWanted)
                report.connection.id = other.id;
        }
        const auto saved = m_connections.saveGranted(report.connection);
        if (!saved) {
            forgetUnused(replaced << *grantId);
            return failure(saved.error());
        }
        report.connection = *saved;
    }
    forgetUnused(std::move(replaced));
    return {};
}

void GrantedConnections::forgetUnused(QStringList grantIds) const
{
    grantIds.removeDuplicates();
    grantIds.removeAll(QString());
    for (const QString &id : std::as_const(grantIds)) {
        const auto standing = m_connections.ofGrant(id);
        if (!standing || !standing->isEmpty())
            continue;
        // What was signed in to works all the same.
        if (const auto forgotten = m_grants.forget(id); !forgotten)
            qCWarning(lcProviders).noquote() << forgotten.error().message;
    }
}

} // namespace fairlead::providers
