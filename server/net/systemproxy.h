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

} // namespace fairlead::net
