// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::providers::jira {

/**
 * The Markdown that says what an Atlassian document says, for a model to read and, with the
 * markers below, for adfFromMarkdown() to turn back into the same nodes. It never fails: a node
 * that Markdown cannot say becomes its text, or `[unsupported: type]` if it has none, and nesting
 * beyond 64 levels is replaced by a marker. The length is that of the document's text; the caller
 * cuts it.
 *
 * Markers: `[@Name](accountid:ID)` mention, `[STATUS: text]` or `[STATUS(green): text]` status,
 * `[DATE: 2026-11-20]` date, `<url>` card, `![alt](attachment:id)` media, `> [!NOTE]` panel (also
 * INFO, TIP, SUCCESS, WARNING, ERROR), `> [!EXPAND] title` expand, `> [!DECISION]`
 * decisions, `<u>`, `<sub>` and `<sup>` for the marks of these names.
 */
[[nodiscard]] QString markdownFromAdf(const QJsonObject &document);

/** The Markdown of a single block that stands `depth` levels deep in its document. */
[[nodiscard]] QString markdownFromBlock(const QJsonObject &block, int depth);

} // namespace fairlead::providers::jira
