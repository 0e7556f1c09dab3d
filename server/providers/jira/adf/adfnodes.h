// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/markdowntree.h"

#include <QJsonArray>
#include <QJsonObject>

/** Single ADF nodes and the rows of tables, as the writer makes them. */
namespace fairlead::providers::jira {

[[nodiscard]] QJsonObject nodeWith(QLatin1StringView type, const QJsonArray &content);
[[nodiscard]] QJsonObject nodeWith(QLatin1StringView type,
                                   const QJsonObject &attributes,
                                   const QJsonArray &content);
[[nodiscard]] QJsonObject textNode(const QString &text);
[[nodiscard]] QString typeOf(const QJsonValue &node);

[[nodiscard]] QJsonArray withMark(const QJsonArray &nodes, QLatin1StringView mark);
/** A paragraph, or media of their own where the paragraph has nothing but them. */
void appendParagraph(QJsonArray &out, const QJsonArray &inlines, const QJsonArray &caption);
[[nodiscard]] QString panelType(const QString &alert);
[[nodiscard]] QJsonObject codeNode(const MarkdownBlock &block);
/** A file of the document's, or a picture from elsewhere, as it stands in a line. */
[[nodiscard]] QJsonObject mediaInline(const QString &id, const QString &url, const QString &alt);

[[nodiscard]] bool isEmptyRow(const MarkdownBlock &row);
[[nodiscard]] QJsonArray rowCells(const MarkdownBlock &row);
/** A row where no table may stand: its cells as one line of text. */
[[nodiscard]] QJsonArray rowLine(const MarkdownBlock &row);

} // namespace fairlead::providers::jira
