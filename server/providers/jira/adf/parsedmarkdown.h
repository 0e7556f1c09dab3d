// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/markdowntree.h"

#include <QStringView>

namespace fairlead::providers::jira {

/**
 * The blocks of a text; one that MarkdownBuilder refuses comes as one block of code. `outside` is
 * how many lists and quotes the text stands in, for the limit of how deep they nest.
 */
[[nodiscard]] MarkdownBlock parsedMarkdown(QStringView markdown, int outside);

} // namespace fairlead::providers::jira
