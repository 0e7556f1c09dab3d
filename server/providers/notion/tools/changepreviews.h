// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notiontools.h"

namespace fairlead::tools {
class ChangePreviews;
} // namespace fairlead::tools

namespace fairlead::providers::notion {

/** What there is now of what these would change: notion_update_properties, notion_edit_page,
 * notion_trash_page, notion_update_block, notion_delete_block, notion_edit_comment,
 * notion_delete_comment. */
void addChangePreviews(tools::ChangePreviews &previews, NotionTools tools);

} // namespace fairlead::providers::notion
