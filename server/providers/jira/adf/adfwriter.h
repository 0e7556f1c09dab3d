// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringView>

namespace fairlead::providers::jira {

/**
 * The Atlassian document for GitHub-flavoured Markdown: always one that Jira's schema accepts,
 * whatever the text, since anything is some Markdown. Reads the markers that markdownFromAdf()
 * writes. A line break inside a paragraph stays a line break, as in GitHub's comments: people and
 * models write addresses and log lines that way, and joining them would lose what they meant.
 * Links other than http, https and mailto become text, and so does raw HTML.
 */
[[nodiscard]] QJsonObject adfFromMarkdown(QStringView markdown);

} // namespace fairlead::providers::jira
