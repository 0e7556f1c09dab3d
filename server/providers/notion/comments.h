// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/providers/notion/notiontypes.h"

#include <QByteArray>

/** Comments: read from Notion's answers, written for a model. Pure functions. */
namespace fairlead::providers::notion {

struct Comment
{
    QString id;
    QString discussionId;
    QString blockId; ///< of the block or page that it is about
    bool isOnPage = false; ///< that is a page
    QString author; ///< the name that Notion shows; may be empty
    QString authorId;
    QString created; ///< as Notion writes it
    QString text;
    int attachments = 0;
};

struct CommentPage
{
    QList<Comment> comments;
    QString nextCursor; ///< empty: no more
};

namespace parser {
[[nodiscard]] Result<Comment> comment(const QByteArray &body);
[[nodiscard]] Result<CommentPage> comments(const QByteArray &body);
} // namespace parser

namespace text {
/** Grouped by discussion, and how to go on. */
[[nodiscard]] QString commentsText(const CommentPage &page);
} // namespace text

} // namespace fairlead::providers::notion
