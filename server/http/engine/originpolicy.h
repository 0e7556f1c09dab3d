// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/engine/requesthead.h"

namespace fairlead::http::engine {

/**
 * Keeps web pages out. A page can make the browser send requests here (DNS rebinding, forms,
 * fetch), but it cannot choose Host and Origin. See router.h for Sec-Fetch-Site.
 */
class OriginPolicy
{
public:
    OriginPolicy() = default;
    /** The names under which this server is reachable follow from the port; `addedHosts` are those
     * of a proxy before it. */
    explicit OriginPolicy(quint16 port,
                          QList<QByteArray> addedOrigins = {},
                          const QList<QByteArray> &addedHosts = {});

    /** 421 for a foreign Host, 403 for a foreign Origin. */
    [[nodiscard]] std::optional<Refusal> check(const RequestHead &head) const;

private:
    QList<QByteArray> m_hosts;
    QList<QByteArray> m_origins;
};

} // namespace fairlead::http::engine
