// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"

#include <QUrl>

namespace fairlead::clients {

/**
 * A link that asks the client itself to add us, for those that have such links; empty for others.
 * It holds the key: it is opened and forgotten, never logged or shown.
 */
[[nodiscard]] QUrl deepLink(const Client &client, const ServerAddress &address, const QString &key);

} // namespace fairlead::clients
