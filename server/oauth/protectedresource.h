// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QStringList>
#include <QUrl>

namespace fairlead::oauth {

/** What a server says of itself to who wants to sign in to it (RFC 9728). */
struct ProtectedResource
{
    QString resource; ///< its name as it writes it: sent back letter for letter
    QStringList issuers; ///< of the authorization servers that it believes; at least one
    QStringList scopes; ///< for the basic use; empty: it does not say
};

/** How a server is called that does not say so itself: its address, without a slash at the end. */
[[nodiscard]] QString resourceName(const QUrl &server);

/**
 * Reads the document that stands for the server at this address. NotFound: that is no such document
 * at all; InvalidData: it is another server's, or names nobody to sign in with.
 */
[[nodiscard]] Result<ProtectedResource> protectedResourceFrom(const QByteArray &document,
                                                              const QUrl &server);

/** Where it may be, most special first (RFC 9728, section 3.1). */
[[nodiscard]] QList<QUrl> protectedResourcePlaces(const QUrl &server);

} // namespace fairlead::oauth
