// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QList>
#include <QString>

namespace fairlead::providers::notion {

/** A block as an answer has it: texts cleaned, ids canonical. */
struct Block
{
    QString id;
    QString type; ///< "to_do"
    QString text; ///< its words, or what it shows: a title, an address
    QString language; ///< of code
    bool isChecked = false; ///< of a to-do
    bool hasChildren = false;
    bool isInTrash = false;
    QString pageId; ///< the page that it lies in directly; empty: in another block

    [[nodiscard]] bool isPage() const { return type == QStringLiteral("child_page"); }
    [[nodiscard]] bool isDatabase() const { return type == QStringLiteral("child_database"); }
};

struct BlockPage
{
    QList<Block> blocks;
    QString nextCursor; ///< empty: no more
};

/** Reads the answers that have blocks. */
namespace blockparser {

[[nodiscard]] Result<Block> block(const QByteArray &body);
[[nodiscard]] Result<BlockPage> blocks(const QByteArray &body);

} // namespace blockparser

/** "1a2b…  to_do  [x] Ship it". */
[[nodiscard]] QString lineOf(const Block &block);

} // namespace fairlead::providers::notion
