// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"
#include "server/gateway/requestlimit.h"

#include <QList>
#include <QUrl>

namespace fairlead::gateway {

/** How a known server lets people in. */
enum class ServerSignIn {
    Browser, ///< OAuth only
    BrowserOrToken,
    Token, ///< a token only, or an app that its maker has to register
};

/** "browser", "browser_or_token", "token": as the REST API says it. */
[[nodiscard]] QLatin1StringView signInName(ServerSignIn signIn);

/** A remote MCP server that many people use. */
struct KnownServer
{
    QString id; ///< "linear"
    QString title; ///< "Linear"
    QUrl url;
    ServerSignIn signIn = ServerSignIn::Browser;
    QString tokenScheme = QStringLiteral("Bearer"); ///< before the token in Authorization
    RequestLimit limit{}; ///< as its maker says
    QString note{}; ///< what goes wrong there, and what then helps; may be empty
};

/** All of them, in the order in which people see them. */
[[nodiscard]] const QList<KnownServer> &knownServers();
/** The one at this host; null when it is none. */
[[nodiscard]] const KnownServer *knownServerAt(const QUrl &url);

/** "Bearer T" with a token that a person entered, as this server wants it. */
[[nodiscard]] Secret inSchemeOf(const QUrl &url, const Secret &authorization);

/**
 * What a person typed as a server's address: https, or http on this computer; no user name, no
 * fragment. InvalidInput with a sentence otherwise.
 */
[[nodiscard]] Result<QUrl> serverAddress(const QString &typed);

} // namespace fairlead::gateway
