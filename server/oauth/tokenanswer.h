// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/oauth/tokenendpoint.h"

namespace fairlead::oauth {

/** What a token endpoint answered, read: pure. `issuer` is its display name, for sentences. */
[[nodiscard]] TokenResult readTokenAnswer(const net::Response &response,
                                          const QString &issuer,
                                          const QDateTime &now);

} // namespace fairlead::oauth
