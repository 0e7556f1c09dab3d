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
 * Markers in a line: `[@Name](accountid:ID)` mention, `[STATUS: text]` or `[STATUS(green): text]`
 * status, `[DATE: 2026-11-20]` date, `<url>` card, `![alt](attachment:id)` file,
 * `[PLACEHOLDER: hint]` what a template asks for, `<u>`, `<sub>` and `<sup>`,
 * `<span style="color:#ff0000">` and `<span style="background:#ffff00">` colours.
 *
 * Paragraphs: `![alt](attachment:id)` or `![alt](https://…)` a picture, with `[CAPTION] text` in
 * the line below it; several files a group; `[CARD: <url>]` and `[EMBED: <url>]` cards.
 *
 * Quotes: `> [!NOTE]` panel (also INFO, TIP, SUCCESS, WARNING, ERROR, CUSTOM #ff0000),
 * `> [!EXPAND] title`, `> [!DECISION]`, `> [!LAYOUT]` with `> > [!COLUMN] 50` in it.
 *
 * What only editedAdf() brings back, from the document that it edits: `[EXTENSION: name]` and
 * `> [!EXTENSION] name` macros, `[unsupported: type]`, emoji (shown as their character or
 * `:name:`), lists and other blocks in table cells (shown as lines), merged cells (empty), and
 * what has no marker at all: comments on text, alignment, borders, sizes, local ids.
 */
[[nodiscard]] QString markdownFromAdf(const QJsonObject &document);

/** The Markdown of a single block that stands `depth` levels deep in its document. */
[[nodiscard]] QString markdownFromBlock(const QJsonObject &block, int depth);

} // namespace fairlead::providers::jira
