// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/net/namelookup.h"

#include "server/net/wait.h"

#include <QCoroSignal>
#include <QHostInfo>

#include <memory>

namespace fairlead::net {

QCoro::Task<QList<QHostAddress>> addressesOf(QString host,
                                             std::chrono::milliseconds time,
                                             CancellationToken cancellation)
{
    const WaitPointer wait(new Wait(time, cancellation));
    // Shared: the answer may come when nobody waits for it any more.
    const auto found = std::make_shared<QList<QHostAddress>>();
    QHostInfo::lookupHost(host, wait.get(), [found, over = wait.get()](const QHostInfo &info) {
        *found = info.addresses();
        over->grant();
    });
    if (wait->outcome() == Wait::Outcome::Pending)
        co_await qCoro(wait.get(), &Wait::finished);
    const QList<QHostAddress> addresses = *found;
    co_return addresses;
}

} // namespace fairlead::net
