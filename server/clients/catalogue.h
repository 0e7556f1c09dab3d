// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/client.h"
#include "server/clients/machine.h"

namespace fairlead::clients {

/** Every client that we know, and where it lives on this machine; touches no file. In the order in
 * which people see them. */
[[nodiscard]] QList<Client> catalogue(const Machine &machine);

/** The file that is read and written: the first of the client's that exists, else the last. */
[[nodiscard]] QString configurationFile(const Client &client);

/** Whether there is any trace of the client. */
[[nodiscard]] bool isInstalled(const Client &client, const Machine &machine);

} // namespace fairlead::clients
