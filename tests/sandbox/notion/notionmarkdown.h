// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sandbox/notion/notionworkspace.h"

#include <optional>

namespace fairlead::sandbox {

/**
 * A page's content as one caller reads it. Stored content has a mark, <<page:ID>> or
 * <<database:ID>>, where a child stands; the caller reads a tag with its title instead, or an
 * unknown tag when they may not see it. Content that is too long is cut at its headings; what was
 * left out has ids of its own, under which it can be asked for, cut again if need be.
 */
class NotionMarkdown
{
public:
    struct Text
    {
        QString markdown;
        bool isTruncated = false;
        QStringList unknownIds;
    };

    NotionMarkdown(const NotionWorkspace &workspace,
                   const NotionConnection &caller,
                   qsizetype longest)
        : m_workspace(workspace)
        , m_caller(caller)
        , m_longest(longest)
    {}

    [[nodiscard]] Text page(const NotionPage &page) const;
    /** What a truncated answer left out under that id, wherever the caller may read. */
    [[nodiscard]] std::optional<Text> block(const QString &blockId) const;

    /** Everything, never cut: what an edit works on. */
    [[nodiscard]] QString whole(const NotionPage &page) const;
    /** Edited text with the tags of children turned into marks again. */
    [[nodiscard]] QString stored(const QString &markdown) const;

    /** The children that a stored content names. */
    [[nodiscard]] static QStringList childIds(const QString &content);
    [[nodiscard]] static QString pageMark(const QString &id);

private:
    [[nodiscard]] Text cut(const NotionPage &page, const QString &id, const QString &content) const;
    [[nodiscard]] std::optional<Text> find(const NotionPage &page,
                                           const QString &id,
                                           const QString &content,
                                           const QString &wanted) const;
    [[nodiscard]] QString withTags(const QString &content, QStringList &hidden) const;
    [[nodiscard]] QString tag(const QString &kind, const QString &id, QStringList &hidden) const;

    const NotionWorkspace &m_workspace;
    const NotionConnection &m_caller;
    qsizetype m_longest;
};

} // namespace fairlead::sandbox
