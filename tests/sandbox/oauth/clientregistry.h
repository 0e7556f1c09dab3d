// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>

namespace fairlead::sandbox {

/** An app that was registered with a pretended service ("jira", "notion"). */
struct OAuthClient
{
    enum class Access {
        Resource, ///< the person chooses what it may see
        Account, ///< it sees all that the person's account has
    };

    QString service;
    QString clientId;
    QByteArray clientSecret;
    QString redirectUri; ///< the only one, compared byte by byte
    QString name;
    Access access = Access::Resource;
    QStringList scopes = {}; ///< those it may ask for; empty: every one that the service knows

    /** What may be told about it: everything but the secret. */
    [[nodiscard]] QJsonObject toJson() const;
};

/** The apps of all services. What is registered at run time is gone after a reset. */
class ClientRegistry
{
public:
    explicit ClientRegistry(const QList<OAuthClient> &builtIn);

    /** nullptr: that service does not know it. */
    [[nodiscard]] const OAuthClient *client(const QString &service, const QString &clientId) const;
    [[nodiscard]] const QList<OAuthClient> &clients() const { return m_clients; }

    /**
     * Registers an app, or changes the one of that service and client_id; members that are absent
     * stay as they were. Refuses with a sentence what it does not understand.
     */
    [[nodiscard]] Result<OAuthClient> put(const QJsonObject &wanted);

    void reset() { m_clients = m_builtIn; }

private:
    QList<OAuthClient> m_builtIn;
    QList<OAuthClient> m_clients;
};

} // namespace fairlead::sandbox
