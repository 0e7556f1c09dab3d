// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/message.h"

namespace fairlead::http::engine {

/** Name and value pairs of a raw query that the guard has accepted; "+" is a space. */
[[nodiscard]] QList<Header> decodedQuery(const QByteArray &query);

} // namespace fairlead::http::engine
