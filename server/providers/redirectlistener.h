// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/browsersignin.h"

#include <array>

namespace fairlead::providers {

/** Tried first for sign-ins at servers that compare the whole address; packaging/oauth/client.json
 * names them. */
inline constexpr std::array<quint16, 5> signInPorts{18511, 18512, 18513, 18514, 18515};

/**
 * A redirect address of its own for one sign-in (RFC 8252, section 7.3): 127.0.0.1, a free port,
 * the path of the fixed address, because authorization servers leave only the port free; open from
 * open() to close(). Requests to another path or with a state that is not known are answered 404 or
 * 400 and end nothing. The implementation calls BrowserSignIn::arrive() and answers with the page
 * for the person.
 */
class RedirectListener
{
public:
    RedirectListener() = default;
    virtual ~RedirectListener() = default;
    Q_DISABLE_COPY_MOVE(RedirectListener)

    /** The redirect address for this service, on the first of these ports that is free, or on any.
     * Network when no port can be opened. */
    [[nodiscard]] virtual Result<QUrl> open(const QString &service,
                                            const QList<quint16> &ports = {}) = 0;
    /** Ends it, after the answer that is under way. */
    virtual void close(const QUrl &redirectUri) = 0;
};

} // namespace fairlead::providers
