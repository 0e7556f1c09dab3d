// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/result.h"

#include <QCoroTask>
#include <QHostAddress>
#include <QUrl>

namespace fairlead::net {

/**
 * How far a request may go, by the address that its host has in the end. What a person typed may
 * lead anywhere; what a foreign server named must not make this computer ask around in the network
 * that it stands in.
 */
enum class Reach {
    Anywhere,
    Internet,
    InternetAndPrivate, ///< and the addresses that companies and homes give themselves
    InternetAndLoopback, ///< and this computer itself
};

/** Whether a connection to this address may be made. Never, except Anywhere: link-local addresses,
 * where clouds keep their machines' secrets, and all that are no place of their own. */
[[nodiscard]] bool isWithin(const QHostAddress &address, Reach reach);

/** The address that a URL's host is already; null when it is a name. */
[[nodiscard]] QHostAddress literalAddress(const QString &host);

/** The sentence for an address that is none of those. */
[[nodiscard]] Error outOfReach(const QUrl &url);

/** How far a server may send us on that stands at this host, because the person typed it: as far as
 * it is itself. A name that cannot be looked up counts as one of the internet. */
[[nodiscard]] QCoro::Task<Reach> reachFrom(QString host, CancellationToken cancellation);

} // namespace fairlead::net
