// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/freshnodes.h"

#include <QJsonArray>

namespace fairlead::providers::jira {

/**
 * The inline nodes of a paragraph after an edit: those whose text or marker is still there stay as
 * they are, also where the text around them changed; changed text inside a node keeps the marks
 * that Markdown cannot say. `changed` is what the edited Markdown makes of the paragraph.
 */
[[nodiscard]] QJsonArray editedInlines(const QJsonArray &original,
                                       const QJsonArray &changed,
                                       FreshNodes &fresh);

} // namespace fairlead::providers::jira
