// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/parsedmarkdown.h"

#include "server/providers/jira/adf/inlinemarkers.h"
#include "server/providers/jira/adf/markdownbuilder.h"

#include <memory>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

MarkdownBlock parsedMarkdown(QStringView markdown, int outside)
{
    QString text = markdown.toString();
    text.replace(u"\r\n"_s, u"\n"_s)
        .replace(u'\r', u'\n')
        .replace(escapedBracket, QChar::ReplacementCharacter);
    MarkdownBuilder builder(text.toUtf8(), outside);
    if (builder.parse())
        return builder.takeDocument();
    MarkdownBlock document;
    auto code = std::make_unique<MarkdownBlock>();
    code->kind = MarkdownBlock::Kind::Code;
    code->text = text;
    document.children.push_back(std::move(code));
    return document;
}

} // namespace fairlead::providers::jira
