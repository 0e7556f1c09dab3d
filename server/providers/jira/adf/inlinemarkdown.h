// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

namespace fairlead::providers::jira {

/** Where a line of text stands, since that decides what its line breaks and pipes mean. */
enum class InlinePlace { Paragraph, SingleLine, TableCell };

/** The Markdown of inline nodes (text with marks, mentions, breaks, …), trimmed. */
[[nodiscard]] QString inlineMarkdown(const QJsonArray &nodes, InlinePlace place);

/** What the nodes say without any markup, for the alt text of an image or the title of an expand.
 */
[[nodiscard]] QString plainText(const QJsonArray &nodes);

/** `![alt](attachment:id)` for a media or mediaInline node, `![alt](url)` for an external one. */
[[nodiscard]] QString mediaMarkdown(const QJsonObject &media, bool inTable);

[[nodiscard]] bool isWebAddress(QStringView target);

/** Whether links to this target are kept as links: http, https and mailto. */
[[nodiscard]] bool isLinkableTarget(QStringView target);

} // namespace fairlead::providers::jira
