// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"

#include <QJsonObject>

namespace fairlead::clients {

/** The entry in this client's dialect for the server at `address`. */
[[nodiscard]] Entry entryFor(EntryShape shape, const ServerAddress &address, const QString &key);

/** The key that an entry holds in the place where we put it; empty when there is none. */
[[nodiscard]] Secret keyIn(EntryShape shape, const QJsonObject &entry);

/** How an entry that was found compares with the one that we would write with the same key. */
enum class EntryMatch {
    Same, ///< every member that we write is there; further ones are the person's own
    OtherAddress, ///< the same but for the address of the server
    Different,
};
[[nodiscard]] EntryMatch compareEntry(EntryShape shape,
                                      const ServerAddress &address,
                                      const QJsonObject &found);

/** Whether the client was told not to use it: "disabled": true, or "enabled": false. */
[[nodiscard]] bool isSwitchedOff(const QJsonObject &found);

/** Whether our members may be put over this entry's, so that the person's own settings in it stay;
   false for an entry that reaches a server in another way. */
[[nodiscard]] bool canMerge(const Entry &wanted, const QJsonObject &found);

} // namespace fairlead::clients
