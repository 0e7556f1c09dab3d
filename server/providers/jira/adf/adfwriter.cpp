// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfwriter.h"

#include "server/providers/jira/adf/adfshape.h"
#include "server/providers/jira/adf/inlinemarkers.h"
#include "server/providers/jira/adf/markdownbuilder.h"

#include <memory>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

/** The blocks of a text; one that MarkdownBuilder refuses comes as one block of code. */
MarkdownBlock parsedMarkdown(QStringView markdown)
{
    QString text = markdown.toString();
    text.replace(u"\r\n"_s, u"\n"_s)
        .replace(u'\r', u'\n')
        .replace(escapedBracket, QChar::ReplacementCharacter);
    MarkdownBuilder builder(text.toUtf8());
    if (builder.parse())
        return builder.takeDocument();
    MarkdownBlock document;
    auto code = std::make_unique<MarkdownBlock>();
    code->kind = MarkdownBlock::Kind::Code;
    code->text = text;
    document.children.push_back(std::move(code));
    return document;
}

} // namespace

QJsonObject adfFromMarkdown(QStringView markdown)
{
    const QJsonArray content = AdfShape().document(parsedMarkdown(markdown));
    return {{"version"_L1, 1}, {"type"_L1, "doc"_L1}, {"content"_L1, content}};
}

} // namespace fairlead::providers::jira
