// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace fairlead::providers::jira {

/**
 * The stored document with only those nodes replaced whose Markdown changed. `markdown` is what
 * markdownFromAdf() said of it, edited. What was not touched stays as it is to the last attribute:
 * media, macros, unknown nodes, colours, local ids. Lists, panels, tables and other containers are
 * changed item by item, and text inside a paragraph word by word. The same Markdown gives the
 * identical document.
 */
[[nodiscard]] QJsonObject editedAdf(const QJsonObject &original, const QString &markdown);

} // namespace fairlead::providers::jira
