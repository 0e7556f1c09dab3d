// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/tableeditor.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/celleditor.h"
#include "server/providers/jira/adf/sequencematch.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumColumns = 100;

int spanOf(const QJsonValue &cell, QLatin1StringView name)
{
    return std::clamp(cell["attrs"_L1][name].toInt(1), 1, maximumColumns);
}

bool isBlankCell(const QJsonValue &cell)
{
    return cell["content"_L1][0]["content"_L1].toArray().isEmpty();
}

bool isHeader(const QJsonArray &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const QJsonValue &cell) {
        return typeOf(cell) == "tableHeader"_L1;
    });
}

QString keyOfCell(const QJsonValue &cell)
{
    return QString::fromUtf8(
        QJsonDocument(cell["content"_L1].toArray()).toJson(QJsonDocument::Compact));
}

std::vector<QJsonObject> asNodes(const std::vector<QJsonArray> &rows)
{
    std::vector<QJsonObject> nodes;
    nodes.reserve(rows.size());
    for (const QJsonArray &cells : rows)
        nodes.push_back(nodeWith("tableRow"_L1, cells));
    return nodes;
}

} // namespace

TableEditor::TableEditor(const QJsonObject &original,
                         const QJsonObject &base,
                         const QJsonObject &changed,
                         FreshNodes &fresh)
    : m_fresh(fresh)
    , m_original(original)
    , m_originalRows(original.value("content"_L1).toArray())
    , m_cells(rowsOf(original))
    , m_base(rowsOf(base))
    , m_changed(rowsOf(changed))
{}

TableEditor::Rows TableEditor::rowsOf(const QJsonObject &table)
{
    Rows rows;
    const QJsonArray nodes = table.value("content"_L1).toArray();
    for (const QJsonValue row : nodes)
        rows.push_back(row["content"_L1].toArray());
    return rows;
}

/** Finds which cell is in which column, in the way that tableMarkdown() shows them. */
void TableEditor::layOut()
{
    std::vector<int> covered;
    for (const QJsonArray &cells : m_cells) {
        std::vector<int> &row = m_grid.emplace_back();
        const auto skipCovered = [&] {
            while (row.size() < covered.size() && covered[row.size()] > 0) {
                --covered[row.size()];
                row.push_back(-1);
            }
        };
        for (qsizetype i = 0; i < cells.size(); ++i) {
            skipCovered();
            const int width = spanOf(cells[i], "colspan"_L1);
            const int height = spanOf(cells[i], "rowspan"_L1);
            m_spans = m_spans || width > 1 || height > 1;
            for (int k = 0; k < width && row.size() < std::size_t(maximumColumns) * 2; ++k) {
                if (covered.size() <= row.size())
                    covered.resize(row.size() + 1);
                covered[row.size()] = height - 1;
                row.push_back(k == 0 ? int(i) : -1);
            }
        }
        skipCovered();
        m_crossed.push_back(
            std::any_of(covered.begin(), covered.end(), [](int rows) { return rows > 0; }));
    }
}

/** A header row without text is not shown, so the change has it only if it was filled. */
void TableEditor::alignHeader()
{
    if (m_cells.size() != m_base.size() + 1 || m_base.empty())
        return;
    m_keptHeader = true;
    const bool filled =
        !m_changed.empty() && isHeader(m_changed.front()) && !isHeader(m_base.front());
    QJsonArray empty;
    for (const QJsonValue cell : m_base.front()) {
        (void)cell;
        empty << nodeWith("tableHeader"_L1, {nodeWith("paragraph"_L1, QJsonArray())});
    }
    m_base.insert(m_base.begin(), empty);
    if (!filled)
        m_changed.insert(m_changed.begin(), empty);
}

void TableEditor::pairRows()
{
    m_pairs = pairedBlocks(
        asNodes(m_base), asNodes(m_changed), std::vector<bool>(m_base.size(), !m_spans));
    if (m_keptHeader && !m_pairs.empty())
        m_pairs.front() = {0, m_base.front() == m_changed.front()};
}

void TableEditor::pairColumns()
{
    const auto before = std::size_t(m_base.empty() ? 0 : m_base.front().size());
    const auto after = std::size_t(m_changed.empty() ? 0 : m_changed.front().size());
    m_columns.assign(after, -1);
    if (before == after) {
        for (std::size_t i = 0; i < after; ++i)
            m_columns[i] = int(i);
        return;
    }
    KeyTable table;
    const auto keysOf = [&](const Rows &rows, std::size_t count) {
        std::vector<int> keys;
        for (std::size_t i = 0; i < count; ++i) {
            QString text;
            for (const QJsonArray &cells : rows)
                text += keyOfCell(cells[qsizetype(i)]) + u'\n';
            keys.push_back(table.keyOf(text));
        }
        return keys;
    };
    const bool whole = m_base.size() == m_changed.size();
    const Rows beforeRows = whole ? m_base : Rows{m_base.front()};
    const Rows afterRows = whole ? m_changed : Rows{m_changed.front()};
    const auto matches = commonSubsequence(keysOf(beforeRows, before), keysOf(afterRows, after));
    for (const SequenceMatch &match : matches)
        m_columns[match.after] = int(match.before);
}

int TableEditor::cellAt(std::size_t row, std::size_t column) const
{
    return column < m_grid[row].size() ? m_grid[row][column] : -1;
}

bool TableEditor::isSpanning(const QJsonValue &cell) const
{
    return spanOf(cell, "colspan"_L1) > 1 || spanOf(cell, "rowspan"_L1) > 1;
}

bool TableEditor::writesIntoSpan(std::size_t changedRow, std::size_t row) const
{
    const QJsonArray &cells = m_changed[changedRow];
    for (std::size_t column = 0; column < m_grid[row].size(); ++column) {
        if (m_grid[row][column] < 0 && !isBlankCell(cells[qsizetype(column)]))
            return true;
    }
    return false;
}

/** Whether a cell spans over the line above a row. */
bool TableEditor::isCrossed(std::size_t row) const
{
    return row > 0 && row <= m_crossed.size() && m_crossed[row - 1];
}

/** Whether a cell spans more than one row where these rows go. */
bool TableEditor::cutsSpan(std::size_t first, std::size_t last) const
{
    for (std::size_t row = first; row < last; ++row) {
        if (isCrossed(row) || isCrossed(row + 1))
            return true;
    }
    return false;
}

/** Whether every span still covers what it covered. */
bool TableEditor::keepsSpans() const
{
    if (!m_spans)
        return true;
    if (m_base.empty() || m_changed.empty() || m_base.front().size() != m_changed.front().size())
        return false;
    std::size_t next = 0;
    for (std::size_t i = 0; i < m_pairs.size(); ++i) {
        const std::size_t row = m_pairs[i].before;
        if (row == BlockPair::none) {
            if (isCrossed(next))
                return false;
            continue;
        }
        const bool written = !m_pairs[i].same && writesIntoSpan(i, row);
        if (written || cutsSpan(next, row))
            return false;
        next = row + 1;
    }
    return !cutsSpan(next, m_crossed.size());
}

void TableEditor::appendCell(QJsonArray &cells, std::size_t changedRow, std::size_t column)
{
    const QJsonObject changed = m_changed[changedRow][qsizetype(column)].toObject();
    const std::size_t row = m_pairs[changedRow].before;
    const int before = m_columns[column];
    if (row == BlockPair::none || before < 0) {
        cells << m_fresh.from(changed);
        return;
    }
    const int at = cellAt(row, std::size_t(before));
    if (at < 0) {
        const bool outside = std::size_t(before) >= m_grid[row].size();
        if (m_flat || (outside && !isBlankCell(changed)))
            cells << m_fresh.from(changed);
        return;
    }
    QJsonObject original = m_cells[row][at].toObject();
    if (m_flat && isSpanning(original)) {
        QJsonObject attributes = original.value("attrs"_L1).toObject();
        for (const auto name : {"colspan"_L1, "rowspan"_L1, "colwidth"_L1})
            attributes.remove(name);
        original["attrs"_L1] = attributes;
    }
    const QJsonObject base = m_base[row][before].toObject();
    if (typeOf(base) != typeOf(changed))
        original["type"_L1] = changed["type"_L1];
    const bool same = base["content"_L1] == changed["content"_L1];
    cells << (same ? original : editedCell(original, base, changed, m_fresh));
}

QJsonObject TableEditor::rowFrom(std::size_t changedRow)
{
    const std::size_t row = m_pairs[changedRow].before;
    QJsonArray cells;
    for (std::size_t column = 0; column < m_columns.size(); ++column)
        appendCell(cells, changedRow, column);
    if (row == BlockPair::none)
        return nodeWith("tableRow"_L1, cells);
    QJsonObject node = m_originalRows[qsizetype(row)].toObject();
    node["content"_L1] = cells;
    return node;
}

QJsonObject TableEditor::edited()
{
    layOut();
    alignHeader();
    QJsonArray rows;
    if (m_cells.size() == m_base.size()) {
        pairRows();
        pairColumns();
        m_flat = !keepsSpans();
        const bool sameColumns = !m_base.empty() && !m_changed.empty()
            && m_base.front().size() == m_changed.front().size();
        for (std::size_t i = 0; i < m_changed.size(); ++i) {
            const bool whole = m_pairs[i].same && sameColumns && !m_flat;
            rows << (whole ? m_originalRows[qsizetype(m_pairs[i].before)].toObject() : rowFrom(i));
        }
    } else {
        for (const QJsonArray &cells : m_changed)
            rows << m_fresh.from(nodeWith("tableRow"_L1, cells));
    }
    QJsonObject table = m_original;
    table["content"_L1] = rows;
    return table;
}

} // namespace fairlead::providers::jira
