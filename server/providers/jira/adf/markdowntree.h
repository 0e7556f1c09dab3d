// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <vector>

namespace fairlead::providers::jira {

/**
 * A block of Markdown as md4c sees it, before ADF's rules about what may stand in what are applied.
 * Blocks with text (Paragraph, Heading, Cell) have inlines, which are ADF nodes already.
 */
struct MarkdownBlock
{
    enum class Kind {
        Document,
        Quote,
        BulletList,
        OrderedList,
        Item,
        TaskItem,
        Rule,
        Heading,
        Code,
        Paragraph,
        Table,
        HeaderRow,
        Row,
        Cell,
    };
    Kind kind = Kind::Document;
    int number = 0; ///< A heading's level, a list's first number; 1 for a task that is done.
    QString text; ///< A code block's code.
    QString language;
    QString alert; ///< A quote's `[!NAME]`, in capitals.
    QString title; ///< What follows `[!EXPAND]` and others that have a title.
    QString card; ///< A paragraph that is a card: the type of its node.
    QJsonArray caption; ///< Of the picture that the paragraph is.
    QJsonArray inlines;
    std::vector<std::unique_ptr<MarkdownBlock>> children;
};

} // namespace fairlead::providers::jira
