// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/upstreamclient.h"

namespace fairlead::gateway {

/** All definitions that an upstream lists, of all pages, as they came; InvalidData when there is no
 * end of them. */
[[nodiscard]] QCoro::Task<Result<QJsonArray>> allToolPages(QPointer<UpstreamClient> client,
                                                           CancellationToken cancellation);

} // namespace fairlead::gateway
