// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/tools/tool.h"

namespace fairlead::tools {

class ToolRegistry;
class ToolsetFilter;

/** Adds find_tools, by which a model learns what this caller could have and how to get it. The
 * filter outlives the registry. */
void addFindTools(ToolRegistry &registry, const ToolsetFilter &filter);

} // namespace fairlead::tools
