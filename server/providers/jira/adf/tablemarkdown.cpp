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

bool holdsBlocks(const QString &type)
{
    static constexpr std::array types{"bulletList"_L1,
                                      "orderedList"_L1,
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

/** A cell's blocks on one line, since a Markdown table has no other way to hold them. */
QString cellMarkdown(const QJsonArray &nodes, int depth)
{
    QStringList lines;
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QString type = node["type"_L1].toString();
        const QJsonArray children = node["content"_L1].toArray();
        if (type == "paragraph"_L1 || type == "heading"_L1) {
            lines << inlineMarkdown(children, InlinePlace::TableCell);
        } else if (type == "codeBlock"_L1) {
            for (const QJsonValue text : children) {
                for (const QString &line :
                     text["text"_L1].toString().split(u'\n', Qt::SkipEmptyParts))
                    lines << codeSpan(line, true);
            }
        } else if (type == "taskItem"_L1) {
            const bool done = node["attrs"_L1]["state"_L1].toString() == "DONE"_L1;
            lines << (done ? u"[x] "_s : u"[ ] "_s)
                    + inlineMarkdown(children, InlinePlace::TableCell);
        } else if ((type == "listItem"_L1 && depth < maximumDepth) || type == "decisionItem"_L1) {
            const bool inlineOnly = type == "decisionItem"_L1;
            lines << u"• "_s
                    + (inlineOnly ? inlineMarkdown(children, InlinePlace::TableCell)
                                  : cellMarkdown(children, depth + 1));
        } else if (holdsBlocks(type) && depth < maximumDepth) {
            lines << cellMarkdown(children, depth + 1);
        } else {
            lines << inlineMarkdown(QJsonArray{node}, InlinePlace::TableCell);
        }
    }
    lines.removeAll(QString());
    return lines.join("<br>"_L1);
}

} // namespace

QString tableMarkdown(const QJsonObject &node)
{
    std::vector<QStringList> rows;
    std::vector<int> spans;
    qsizetype columns = 0;
    bool headed = false;
    for (const QJsonValue row : node["content"_L1].toArray()) {
        QStringList cells;
        const auto skipSpanned = [&] {
            while (std::size_t(cells.size()) < spans.size()
                   && spans[std::size_t(cells.size())] > 0) {
                --spans[std::size_t(cells.size())];
                cells << QString();
            }
        };
        bool allHeaders = true;
        for (const QJsonValue value : row["content"_L1].toArray()) {
            skipSpanned();
            const QJsonObject attributes = value["attrs"_L1].toObject();
            allHeaders = allHeaders && value["type"_L1].toString() == "tableHeader"_L1;
            const int width = std::clamp(attributes["colspan"_L1].toInt(1), 1, maximumColumns);
            const int height = std::clamp(attributes["rowspan"_L1].toInt(1), 1, maximumColumns);
            for (int i = 0; i < width && cells.size() < maximumColumns * 2; ++i) {
                if (spans.size() <= std::size_t(cells.size()))
                    spans.resize(std::size_t(cells.size()) + 1);
                spans[std::size_t(cells.size())] = height - 1;
                cells << (i == 0 ? cellMarkdown(value["content"_L1].toArray(), 0) : QString());
            }
        }
        skipSpanned();
        headed = headed || (rows.empty() && allHeaders && !cells.isEmpty());
        columns = std::max(columns, cells.size());
        rows.push_back(std::move(cells));
    }
    if (columns == 0)
        return {};
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
