// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <memory>
#include <vector>

namespace fairlead::http::engine {

class GuardServer;

/**
 * Listens on 127.0.0.1 and ::1, on the same port: else another program could take the other family
 * and get what is meant for us. Only where the computer has no IPv6 is 127.0.0.1 all. Port 0 finds
 * one that is free on both. Conflict when the port is taken, with what to do.
 */
[[nodiscard]] Result<std::vector<std::unique_ptr<GuardServer>>> listenOnLoopback(quint16 port);

} // namespace fairlead::http::engine
