// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/net/httpclient.h"

namespace fairlead::net {

/** True for 127.0.0.0/8, ::1 and "localhost": hosts that plain http may be spoken to. */
[[nodiscard]] bool isLoopbackHost(const QString &host);

/**
 * Refuses, before a byte leaves, what could send a secret to the wrong place or split the request:
 * InvalidInput with a sentence that names the host.
 */
[[nodiscard]] Result<> checkedRequest(const Request &request);

} // namespace fairlead::net
