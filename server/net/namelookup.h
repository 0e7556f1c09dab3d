// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"

#include <QCoroTask>
#include <QHostAddress>
#include <QList>

#include <chrono>

namespace fairlead::net {

/** The addresses of a name, by the system's resolver; empty when it has none, or nobody says so in
 * time. */
[[nodiscard]] QCoro::Task<QList<QHostAddress>> addressesOf(QString host,
                                                           std::chrono::milliseconds time,
                                                           CancellationToken cancellation);

} // namespace fairlead::net
