// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

namespace fairlead::connections {

/** How a connection proves itself to its provider. */
enum class SignInMethod {
    ApiToken, ///< e-mail and API token, on the site itself
    ScopedApiToken, ///< e-mail and scoped API token, through the provider's gateway
    OAuth, ///< browser sign-in
    IntegrationToken, ///< a token that stands for itself, sent as Bearer: Notion's
    ApiKey, ///< the same, sent as the password of a user "apikey": OpenProject's
};

enum class ConnectionState {
    Connected,
    NeedsSignIn, ///< the provider refuses the credential: the person has to reconnect
    Unreachable, ///< the last call found no usable answer
};

/** The stable lower-case names used in the database and in the REST API ("scoped_api_token",
 * "needs_sign_in"), and back; InvalidData for an unknown one. */
[[nodiscard]] QLatin1StringView methodName(SignInMethod method);
[[nodiscard]] QLatin1StringView stateName(ConnectionState state);
[[nodiscard]] Result<SignInMethod> methodFromName(QStringView name);
[[nodiscard]] Result<ConnectionState> stateFromName(QStringView name);

/** A connected service of a user or of an organization, without its secret. */
struct Connection
{
    QString id; ///< "con_…"
    QString userId; ///< whose it is: a user's id, or an organization's
    QString provider; ///< "jira", "notion", …
    QString name; ///< what people recognise it by: "company.atlassian.net"
    QUrl site; ///< what people open: https://company.atlassian.net
    QUrl apiBase; ///< where calls go: the site, or https://api.atlassian.com/ex/jira/{cloudId}
    QString account; ///< e-mail or user name that signs in
    QString accountName; ///< the person's name at the provider
    SignInMethod method = SignInMethod::ApiToken;
    QString grantId = {}; ///< of a browser sign-in: the oauth::Grant it stands on
    ConnectionState state = ConnectionState::Connected;
    QString lastError; ///< a sentence; empty when all is well
    QStringList limitations; ///< what the credential may not do, one sentence each
    QDateTime createdAt;
    QDateTime lastUsedAt;
    QString organization = {}; ///< the name of the organization whose it is; a person's has none

    [[nodiscard]] bool isPersonal() const { return organization.isEmpty(); }
    bool operator==(const Connection &) const = default;
};

/** Who of an organization uses a connection of it. */
struct Sharing
{
    enum class With { AllMembers, AdminsOnly, Users };
    With with = With::AdminsOnly;
    QStringList userIds = {}; ///< with Users: members

    bool operator==(const Sharing &) const = default;
};

/** "all_members", "admins_only", "users", and back; InvalidInput for another text. */
[[nodiscard]] QLatin1StringView sharingName(Sharing::With with);
[[nodiscard]] Result<Sharing::With> sharingFromName(QStringView name);

/** Where several fit, a person's own come before those of organizations. */
[[nodiscard]] QList<Connection> personalIfAny(const QList<Connection> &connections);

} // namespace fairlead::connections
