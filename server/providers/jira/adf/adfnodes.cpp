// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfnodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

QJsonObject nodeWith(QLatin1StringView type, const QJsonArray &content)
{
    return {{"type"_L1, type}, {"content"_L1, content}};
}

QJsonObject nodeWith(QLatin1StringView type,
                     const QJsonObject &attributes,
                     const QJsonArray &content)
{
    return {{"type"_L1, type}, {"attrs"_L1, attributes}, {"content"_L1, content}};
}

QJsonObject textNode(const QString &text)
{
    return {{"type"_L1, "text"_L1}, {"text"_L1, text}};
}

QString typeOf(const QJsonValue &node)
{
    return node["type"_L1].toString();
}

bool isEmptyRow(const MarkdownBlock &row)
{
    return std::all_of(row.children.begin(), row.children.end(), [](const auto &cell) {
        return cell->inlines.isEmpty();
    });
}

QJsonArray rowCells(const MarkdownBlock &row)
{
    const bool header = row.kind == MarkdownBlock::Kind::HeaderRow;
    QJsonArray cells;
    for (const auto &cell : row.children) {
        const QJsonArray content{nodeWith("paragraph"_L1, cell->inlines)};
        cells << nodeWith(header ? "tableHeader"_L1 : "tableCell"_L1, content);
    }
    return cells;
}

QJsonArray rowLine(const MarkdownBlock &row)
{
    QJsonArray line;
    for (const auto &cell : row.children) {
        if (!line.isEmpty())
            line << textNode(u" | "_s);
        for (const QJsonValue node : cell->inlines)
            line << node;
    }
    return line;
}

} // namespace fairlead::providers::jira
