// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/notion/notionsessions.h"

namespace fairlead::providers::notion {

/** A page as it is read: header and Markdown, as far as was wanted. */
struct PageText
{
    QString title;
    QString text;
    QString edited; ///< as Notion writes it; empty for a block
    QStringList leftOut; ///< parts that could not be had, or are too many; ids
};

/**
 * Reads a page, or a block's content. Notion leaves out parts of long pages; those that lie within
 * the first `enough` characters are asked for and put where they belong, up to a bound.
 */
[[nodiscard]] QCoro::Task<Result<PageText>> readPageText(NotionSessions::Session session,
                                                         QString id,
                                                         qsizetype enough,
                                                         bool withTranscripts = false);

} // namespace fairlead::providers::notion
