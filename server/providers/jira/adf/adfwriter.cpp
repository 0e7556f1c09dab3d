// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfwriter.h"

#include "server/providers/jira/adf/adfshape.h"
#include "server/providers/jira/adf/parsedmarkdown.h"

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

QJsonObject adfFromMarkdown(QStringView markdown)
{
    const QJsonArray content =
        AdfShape(AdfShape::Use::Document)
            .blocks(parsedMarkdown(markdown, 0).children, AdfPlace::Document);
    return {{"version"_L1, 1}, {"type"_L1, "doc"_L1}, {"content"_L1, content}};
}

} // namespace fairlead::providers::jira
