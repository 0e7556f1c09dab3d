// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionworkspace.h"

namespace fairlead::sandbox {

/** Fills a workspace from data/notion.json, whose times are minutes before the clock's now. */
void fillWorkspace(NotionWorkspace &workspace, const QJsonObject &seed);

} // namespace fairlead::sandbox
