// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/mcp/revision.h"
#include "server/tools/content.h"

#include <QJsonObject>

namespace fairlead::mcp {

/** A piece of content, in the types that the revision has. */
[[nodiscard]] QJsonObject contentToJson(const tools::Content &content, Revision revision);

/** What stands in a resource, as an entry of resources/read. */
[[nodiscard]] QJsonObject resourceContentsToJson(const tools::Content &content);

} // namespace fairlead::mcp
