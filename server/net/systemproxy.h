// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUrl>

namespace fairlead::net {

struct SystemProxy
{
    QByteArray url; ///< as libcurl takes it; empty for none
    QByteArray user;
    QByteArray password;
};

/** The system's proxy for the outside world; none for this computer itself. */
[[nodiscard]] SystemProxy systemProxyFor(const QUrl &url);

/** The same by a person's own choice: empty for the system's, "none", or the address of a proxy. */
[[nodiscard]] SystemProxy proxyFor(const QUrl &url, const QString &choice);

} // namespace fairlead::net
