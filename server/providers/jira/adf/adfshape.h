// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/markdowntree.h"

#include <QJsonArray>

namespace fairlead::providers::jira {

/** What a block stands in, which decides what it may be. */
enum class AdfPlace { Document, Column, Item, Quote, Panel, Expand, NestedExpand };

/**
 * Turns blocks of Markdown into ADF's, which knows fewer nestings: what may not stand where it is
 * becomes the nearest thing that may (a heading in a list item a bold paragraph, a table in a quote
 * lines of text), so that no text is lost.
 */
class AdfShape
{
public:
    using Blocks = std::vector<std::unique_ptr<MarkdownBlock>>;
    /**
     * Document: what Jira is sent. Comparison: local ids are empty, so that equal text gives equal
     * nodes, and a marker that only says something of a stored document is the node it stands for.
     */
    enum class Use { Document, Comparison };

    explicit AdfShape(Use use)
        : m_use(use)
    {}
    [[nodiscard]] QJsonArray blocks(const Blocks &children, AdfPlace place);

private:
    using Place = AdfPlace;

    void append(QJsonArray &out, const MarkdownBlock &block, Place place);
    void appendHeading(QJsonArray &out, const MarkdownBlock &block, Place place);
    void appendQuote(QJsonArray &out, const MarkdownBlock &block, Place place);
    bool appendLayout(QJsonArray &out, const MarkdownBlock &block, Place place);
    bool appendCard(QJsonArray &out, const MarkdownBlock &block, Place place);
    void appendExpand(QJsonArray &out, const MarkdownBlock &block, Place place);
    void appendDecisions(QJsonArray &out, const MarkdownBlock &block, Place place);
    void appendList(QJsonArray &out, const MarkdownBlock &block, Place place);
    void appendTasks(QJsonArray &out, const Blocks &items, std::size_t first, std::size_t last);
    void appendBelowTask(QJsonArray &out, QJsonArray &tasks, const QJsonArray &nested);
    void endTasks(QJsonArray &out, QJsonArray &tasks);
    void appendTable(QJsonArray &out, const MarkdownBlock &block, Place place);
    QJsonObject listNode(const MarkdownBlock &list, std::size_t first, std::size_t last);
    QString nextLocalId();

    Use m_use;
    int m_localIds = 0;
};

} // namespace fairlead::providers::jira
