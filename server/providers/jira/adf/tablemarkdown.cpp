// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/tablemarkdown.h"

#include "server/providers/jira/adf/inlinemarkdown.h"
#include "server/providers/jira/adf/markdownescape.h"

#include <QJsonArray>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 32;
constexpr int maximumColumns = 100;

QString cellMarkdown(const QJsonArray &nodes, int depth);

/** The lines of code, each as a code span, since a table cell holds no fence. */
QString codeLines(const QJsonArray &texts)
{
    QStringList lines;
    for (const QJsonValue text : texts) {
        const QStringList parts = text["text"_L1].toString().split(u'\n', Qt::SkipEmptyParts);
        for (const QString &line : parts)
            lines << codeSpan(line, true);
    }
    return lines.join("<br>"_L1);
}

/** One block of a cell as a line. */
QString cellLine(const QJsonObject &node, int depth)
{
    const QString type = node["type"_L1].toString();
    const QJsonArray children = node["content"_L1].toArray();
    const bool mayDescend = depth < maximumDepth;
    if (type == "paragraph"_L1 || type == "heading"_L1)
        return inlineMarkdown(children, InlinePlace::TableCell);
    if (type == "codeBlock"_L1)
        return codeLines(children);
    if (type == "taskItem"_L1) {
        const bool done = node["attrs"_L1]["state"_L1].toString() == "DONE"_L1;
        return (done ? u"[x] "_s : u"[ ] "_s) + inlineMarkdown(children, InlinePlace::TableCell);
    }
    if (type == "decisionItem"_L1)
        return u"• "_s + inlineMarkdown(children, InlinePlace::TableCell);
    if (type == "listItem"_L1 && mayDescend)
        return u"• "_s + cellMarkdown(children, depth + 1);
    if (holdsCellBlocks(type) && mayDescend)
        return cellMarkdown(children, depth + 1);
    return inlineMarkdown(QJsonArray{node}, InlinePlace::TableCell);
}

/** A cell's blocks on one line, since a Markdown table has no other way to hold them. */
QString cellMarkdown(const QJsonArray &nodes, int depth)
{
    QStringList lines;
    for (const QJsonValue node : nodes)
        lines << cellLine(node.toObject(), depth);
    lines.removeAll(QString());
    return lines.join("<br>"_L1);
}

/** The cells of one row after another; those that a cell above spans are empty. */
class RowReader
{
public:
    QStringList read(const QJsonArray &cells)
    {
        m_row.clear();
        for (const QJsonValue cell : cells) {
            skipSpanned();
            add(cell.toObject());
        }
        skipSpanned();
        return m_row;
    }

private:
    [[nodiscard]] std::size_t column() const { return std::size_t(m_row.size()); }

    void skipSpanned()
    {
        while (column() < m_spans.size() && m_spans[column()] > 0) {
            --m_spans[column()];
            m_row << QString();
        }
    }

    void add(const QJsonObject &cell)
    {
        const QJsonValue attributes = cell["attrs"_L1];
        const int width = std::clamp(attributes["colspan"_L1].toInt(1), 1, maximumColumns);
        const int height = std::clamp(attributes["rowspan"_L1].toInt(1), 1, maximumColumns);
        for (int i = 0; i < width && m_row.size() < maximumColumns * 2; ++i) {
            if (m_spans.size() <= column())
                m_spans.resize(column() + 1);
            m_spans[column()] = height - 1;
            m_row << (i == 0 ? cellMarkdown(cell["content"_L1].toArray(), 0) : QString());
        }
    }

    QStringList m_row;
    std::vector<int> m_spans; ///< by column: how many rows a cell above still covers
};

bool isHeaderRow(const QJsonArray &cells)
{
    return std::all_of(cells.begin(), cells.end(), [](const QJsonValue &cell) {
        return cell["type"_L1].toString() == "tableHeader"_L1;
    });
}

} // namespace

bool holdsCellBlocks(const QString &type)
{
    static constexpr std::array types{"bulletList"_L1,
                                      "orderedList"_L1,
                                      "listItem"_L1,
                                      "taskList"_L1,
                                      "decisionList"_L1,
                                      "blockquote"_L1,
                                      "panel"_L1,
                                      "expand"_L1,
                                      "nestedExpand"_L1,
                                      "mediaSingle"_L1,
                                      "mediaGroup"_L1,
                                      "table"_L1,
                                      "tableRow"_L1,
                                      "tableCell"_L1,
                                      "tableHeader"_L1,
                                      "layoutSection"_L1,
                                      "layoutColumn"_L1};
    return std::find(types.begin(), types.end(), type) != types.end();
}

QString cellLineMarkdown(const QJsonObject &block)
{
    return cellLine(block, 0);
}

QString tableMarkdown(const QJsonObject &table)
{
    std::vector<QStringList> rows;
    RowReader reader;
    qsizetype columns = 0;
    const QJsonArray rowNodes = table["content"_L1].toArray();
    for (const QJsonValue row : rowNodes) {
        rows.push_back(reader.read(row["content"_L1].toArray()));
        columns = std::max(columns, rows.back().size());
    }
    if (columns == 0)
        return {};
    const bool headed =
        !rows.front().isEmpty() && isHeaderRow(rowNodes.first()["content"_L1].toArray());
    if (!headed)
        rows.insert(rows.begin(), QStringList());
    QStringList lines;
    for (QStringList &cells : rows) {
        while (cells.size() < columns)
            cells << QString();
        lines << u"| "_s + cells.join(" | "_L1) + u" |"_s;
        if (lines.size() == 1)
            lines << u"|"_s + u" --- |"_s.repeated(columns);
    }
    return lines.join(u'\n');
}

} // namespace fairlead::providers::jira
