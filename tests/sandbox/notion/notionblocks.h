// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "tests/sandbox/notion/notionworkspace.h"

#include <QJsonValue>

/** Blocks as requests send them. */
namespace fairlead::sandbox {

/** Reads an array of blocks with what is nested in them; refuses with "body.… should be". */
[[nodiscard]] Result<QList<NotionBlock>> readBlocks(const QJsonValue &sent,
                                                    const QString &path,
                                                    NotionWorkspace &workspace,
                                                    const NotionConnection &caller);

/** What stands under a block's type in a request, in the form of answers. */
[[nodiscard]] Result<QJsonObject> readBlockContent(const QString &type,
                                                   const QJsonObject &sent,
                                                   const QString &path,
                                                   NotionWorkspace &workspace,
                                                   const NotionConnection &caller);

/** Whether blocks of that type may be sent at all. */
[[nodiscard]] bool isWritableBlock(const QString &type);
/** Whether they may hold others. */
[[nodiscard]] bool mayHaveChildren(const QString &type);

} // namespace fairlead::sandbox
