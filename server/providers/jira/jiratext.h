// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/jiratypes.h"

#include <QUrl>

#include <optional>

/** Jira's answers as compact text for a model. Pure functions. */
namespace fairlead::providers::jira::text {

constexpr qsizetype defaultBytes = 20'000;

/** What a search found: one line an issue, how many of how many, and how to go on. */
struct SearchText
{
    IssuePage page;
    QStringList fields = {}; ///< the columns, by id, as asked for; empty: the usual ones
    std::optional<qint64> total; ///< approximate; nothing: not known
    bool isContinued = false; ///< this page came by a cursor
};

/** "ABC-1  Done  Mia Krystof  Fix login  [Priority: High]" */
[[nodiscard]] QString issueLine(const Issue &issue);
/** One line an issue under the names of its columns. A column in which no issue has anything is
 * left out, and named if it was asked for. */
[[nodiscard]] QString searchText(const SearchText &search);
/** The same lines for issues that were asked for by key: all of them, and no way to go on. */
[[nodiscard]] QString issueTable(const IssuePage &page, const QStringList &fields);
/** An issue with its fields, description and, when asked for, comments. */
[[nodiscard]] QString issueText(const Issue &issue,
                                const QUrl &url,
                                const std::optional<CommentPage> &comments);
/** A page of an issue's comments, and how to go on. */
[[nodiscard]] QString commentsText(const QString &key, const CommentPage &page);
/** The text cut at a line's end to `limit` bytes of UTF-8, with a note that ends in `forTheRest`:
 * how to get that; unchanged when it fits. */
[[nodiscard]] QString bounded(const QString &text, qsizetype limit, const QString &forTheRest);
/** "https://company.atlassian.net/browse/ABC-1" */
[[nodiscard]] QUrl issueUrl(const QUrl &site, const QString &key);
[[nodiscard]] QString issueLink(const QUrl &site, const QString &key);

} // namespace fairlead::providers::jira::text
