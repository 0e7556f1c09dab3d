// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionmodel.h"

/** A page's stored content as blocks, and back. */
namespace fairlead::sandbox {

/** New blocks without times; those of child pages and databases have the child's id. */
[[nodiscard]] QList<NotionBlock> blocksOfContent(const QString &content);
[[nodiscard]] QString contentOfBlocks(const QList<NotionBlock> &blocks);

/** The page's blocks. What stayed the same since they were asked for the last time keeps its id. */
[[nodiscard]] QList<NotionBlock> &currentBlocks(NotionPage &page);
/** The page's content after its blocks were changed. */
void storeBlocks(NotionPage &page);

} // namespace fairlead::sandbox
