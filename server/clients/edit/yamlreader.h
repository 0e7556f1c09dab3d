// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/edit/node.h"

namespace fairlead::clients {

/** What libyaml reads of the one document in `text`; an object without members for an empty one.
 * InvalidData for several documents, and for one that is not YAML. */
[[nodiscard]] Result<Node> readYaml(const QByteArray &text);

} // namespace fairlead::clients
