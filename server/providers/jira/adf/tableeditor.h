// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/blockpairs.h"
#include "server/providers/jira/adf/freshnodes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace fairlead::providers::jira {

/**
 * Brings an edit of a table's Markdown into the table, cell by cell. Spans stay unless the edit
 * cuts through them or writes where they cover; then the table becomes one without spans.
 */
class TableEditor
{
public:
    /** `base` and `changed` are the table as Markdown says it, before and after the edit. */
    TableEditor(const QJsonObject &original,
                const QJsonObject &base,
                const QJsonObject &changed,
                FreshNodes &fresh);

    [[nodiscard]] QJsonObject edited();

private:
    using Rows = std::vector<QJsonArray>; ///< The cells of each row.

    [[nodiscard]] static Rows rowsOf(const QJsonObject &table);
    void layOut();
    void alignHeader();
    void pairRows();
    void pairColumns();
    [[nodiscard]] bool keepsSpans() const;
    [[nodiscard]] bool isCrossed(std::size_t row) const;
    [[nodiscard]] bool cutsSpan(std::size_t first, std::size_t last) const;
    [[nodiscard]] bool writesIntoSpan(std::size_t changedRow, std::size_t row) const;
    [[nodiscard]] int cellAt(std::size_t row, std::size_t column) const;
    [[nodiscard]] bool isSpanning(const QJsonValue &cell) const;
    [[nodiscard]] QJsonObject rowFrom(std::size_t changedRow);
    void appendCell(QJsonArray &cells, std::size_t changedRow, std::size_t column);

    FreshNodes &m_fresh;
    QJsonObject m_original;
    QJsonArray m_originalRows;
    Rows m_cells;
    Rows m_base;
    Rows m_changed;
    std::vector<std::vector<int>> m_grid; ///< by row and column: a cell's index, -1 where covered
    std::vector<bool> m_crossed; ///< by row: whether a cell spans from it into the next
    bool m_spans = false;
    bool m_flat = false; ///< The result has no spans.
    bool m_keptHeader = false; ///< The original's first row is an empty header, not shown.
    std::vector<BlockPair> m_pairs;
    std::vector<int> m_columns; ///< by column of the change: that of the original, or -1
};

} // namespace fairlead::providers::jira
