// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"
#include "server/clients/entry.h"

#include <QByteArray>

namespace fairlead::clients {

/**
 * The link that makes a client offer to add Fairlead, as it documents such links; empty for a
 * client that takes none. Opening a link puts it on a command line and into logs, so that none
 * carries a key: it names our bridge and the owner-only file that the bridge reads the key from.
 */
[[nodiscard]] QByteArray installLink(const Client &client,
                                     const ServerAddress &address,
                                     const QString &keyFile);

/** Whether what stands in a client's configuration came from such a link, and from which. */
[[nodiscard]] bool isLinkedEntry(const QJsonObject &found);
[[nodiscard]] EntryMatch compareLinkedEntry(const ServerAddress &address,
                                            const QString &keyFile,
                                            const QJsonObject &found);

} // namespace fairlead::clients
