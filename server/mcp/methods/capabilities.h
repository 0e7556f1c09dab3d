// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/revision.h"
#include "server/mcp/serverprofile.h"

#include <QJsonObject>

namespace fairlead::mcp {

/** What this server offers, in the words of the revision. */
[[nodiscard]] QJsonObject capabilities(const ServerProfile &server, Revision revision);

/** Name and version of Fairlead, with the fields that the revision has. */
[[nodiscard]] QJsonObject serverInfo(Revision revision);

} // namespace fairlead::mcp
