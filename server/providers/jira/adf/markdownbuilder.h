// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/delimiterrows.h"
#include "server/providers/jira/adf/inlinemarkers.h"
#include "server/providers/jira/adf/markdowntree.h"

#include <QByteArray>

#include <array>
#include <md4c.h>
#include <vector>

namespace fairlead::providers::jira {

/** Builds MarkdownBlocks from md4c's events; one object for one text. */
class MarkdownBuilder
{
public:
    /** `outside`: the lists and quotes that the text already stands in. */
    MarkdownBuilder(const QByteArray &source, int outside);

    /**
     * False if md4c would make far more of the text than it is: a table with thousands of missing
     * cells, a long reference used everywhere.
     */
    [[nodiscard]] bool parse();
    [[nodiscard]] MarkdownBlock takeDocument() { return std::move(m_document); }

private:
    int enterBlock(MD_BLOCKTYPE type, void *detail);
    int leaveBlock(MD_BLOCKTYPE type);
    int enterSpan(MD_SPANTYPE type, void *detail);
    int leaveSpan(MD_SPANTYPE type);
    int addText(MD_TEXTTYPE type, const char *text, MD_SIZE size);

    MarkdownBlock *open(MarkdownBlock::Kind kind);
    void openContainer(MarkdownBlock::Kind kind, int number);
    void openItem(const MD_BLOCK_LI_DETAIL &detail);
    void flushText();
    void addPiece(InlinePiece::Kind kind, QString text);
    void addNormalText(const char *text, const QString &decoded);
    void addCode(const char *text, const QString &decoded);
    void closeLink();
    void closeImage();
    [[nodiscard]] QString plainFrom(std::size_t first) const;
    [[nodiscard]] bool isEscaped(const char *text) const;
    [[nodiscard]] bool isBetweenAngles(const char *text, MD_SIZE size) const;

    struct Target
    {
        std::size_t first = 0;
        QString address;
        bool card = false;
    };

    std::vector<WidenedLine> m_widened;
    QByteArray m_source;
    MarkdownBlock m_document;
    std::vector<MarkdownBlock *> m_open;
    std::vector<InlinePiece> m_pieces;
    std::vector<Target> m_targets;
    std::array<int, 7> m_marks{};
    int m_containers = 0;
    std::vector<bool> m_counted;
    qsizetype m_budget = 0;
    qsizetype m_indent = 0; ///< Of the code line that is coming, in spaces.
};

} // namespace fairlead::providers::jira
