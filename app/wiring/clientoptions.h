// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/statusapi.h"
#include "server/clients/connect/clientconnections.h"
#include "server/settings/datafolder.h"

namespace fairlead::wiring {

/** What the programs on this computer are connected with. `facts` must outlive what is made of it.
 */
[[nodiscard]] clients::ClientConnections::Options clientOptions(
    const clients::Machine &machine,
    const settings::DataFolder &dataFolder,
    const api::InstanceFacts &facts);

} // namespace fairlead::wiring
