// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/reach.h"

#include <QDeadlineTimer>
#include <QHash>

#include <functional>

namespace fairlead::net {

/**
 * How far a request may go that a proxy connects. The proxy looks the name up itself, so no look
 * before it can hold for certain; but a name that this computer's own resolver knows is refused
 * when any of its addresses is out of reach, and so is one that by its form belongs to no internet.
 *
 * A name that only the proxy can look up goes through: behind many proxies there is no other. Then
 * the proxy's own rules are all there is. That is what a proxy is for, and why what it is sent here
 * is at most a question that carries none of the person's secrets to an address of another's
 * choice.
 */
class ProxiedReach final
{
public:
    /** The addresses of a name; empty when it has none, or nobody says so in time. */
    using Lookup = std::function<QCoro::Task<QList<QHostAddress>>(QString host,
                                                                  CancellationToken cancellation)>;

    /** Asks the system's resolver. */
    ProxiedReach();
    explicit ProxiedReach(Lookup lookup);

    /** The error of outOfReach(). It must outlive the task. */
    [[nodiscard]] QCoro::Task<Result<>> check(QUrl url,
                                              Reach reach,
                                              CancellationToken cancellation);

private:
    Lookup m_lookup;
    QHash<QString, QDeadlineTimer> m_unknown; ///< names that are not looked up again so soon
};

} // namespace fairlead::net
