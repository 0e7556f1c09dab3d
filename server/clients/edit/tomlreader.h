// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/edit/node.h"

namespace fairlead::clients {

/**
 * What toml++ reads of `text`. A table with a header starts and ends with that header (isFlow is
 * false); everything in it stands in the lines below. InvalidData for what is not TOML.
 */
[[nodiscard]] Result<Node> readToml(const QByteArray &text);

} // namespace fairlead::clients
