// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/clients/configfile.h"
#include "server/clients/connect/clientconnections.h"

#include <optional>

namespace fairlead::clients {

struct ClientConnections::Found
{
    Client client;
    ConfigFile file;
    std::optional<QJsonObject> entry;
};

} // namespace fairlead::clients
