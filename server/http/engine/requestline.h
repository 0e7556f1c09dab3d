// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/engine/requesthead.h"

namespace fairlead::http::engine {

/** Reads method, path and query into `head`; or says why the line is refused. */
[[nodiscard]] std::optional<Refusal> readRequestLine(QByteArrayView line,
                                                     const Limits &limits,
                                                     RequestHead &head);

} // namespace fairlead::http::engine
