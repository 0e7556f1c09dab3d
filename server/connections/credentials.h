// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/secret.h"
#include "server/connections/connection.h"

#include <QCoroTask>
#include <QObject>

namespace fairlead::oauth {
class Grants;
} // namespace fairlead::oauth

namespace fairlead::connections {

class Connections;

/**
 * What a call over a connection proves itself with, whichever way the person signed in. Connections
 * and grants outlive this object; it outlives the event loop.
 *
 * A grant that is lost turns every connection that stands on it into NeedsSignIn at once.
 */
class Credentials final : public QObject
{
    Q_OBJECT

public:
    Credentials(Connections &connections, oauth::Grants &grants);
    ~Credentials() override;
    Q_DISABLE_COPY_MOVE(Credentials)

    /** The value of the Authorization header: "Basic …" or "Bearer …". A browser sign-in is renewed
     * first when it is about to end. Unauthorized: only signing in again helps. */
    [[nodiscard]] QCoro::Task<Result<Secret>> authorization(Connection connection,
                                                            CancellationToken cancellation);

    /** Another value, after the service answered 401 to `refused`; to be asked once for each call.
     * Unauthorized when there is none: the token was entered by hand, or the sign-in is over. */
    [[nodiscard]] QCoro::Task<Result<Secret>> authorizationAfter(Connection connection,
                                                                 Secret refused,
                                                                 CancellationToken cancellation);

    /** The bare token, for who manages Fairlead: an access token good now, or the one entered. */
    [[nodiscard]] QCoro::Task<Result<Secret>> token(Connection connection,
                                                    CancellationToken cancellation);

    /** Removes the connection. When nothing else stands on its browser sign-in, that is deleted
     * too, then the service is told, where it has a way to; that it could not be told is no error,
     * but a line in the log. NotFound, Storage. */
    [[nodiscard]] QCoro::Task<Result<>> disconnect(QString userId, QString connectionId);

    /** Ends a browser sign-in that no connection stands on any more, as disconnect() does; one that
     * is still used stays. */
    [[nodiscard]] QCoro::Task<Result<>> endUnused(QString grantId);

    /** When the access that a browser sign-in gives now ends, unless it is renewed before; invalid
     * where it does not end by itself, or nobody knows. */
    [[nodiscard]] QDateTime accessEnd(const Connection &connection) const;

    /** The header value for an e-mail and an API token (RFC 7617). */
    [[nodiscard]] static Secret basic(const QString &account, const Secret &token);
    /** The header value for a token (RFC 6750). */
    [[nodiscard]] static Secret bearer(const Secret &token);
    /** The header value with which a connection of this method and account sends `token`. */
    [[nodiscard]] static Secret authorizationOf(const Connection &connection, const Secret &token);

private:
    Connections &m_connections;
    oauth::Grants &m_grants;
};

} // namespace fairlead::connections
