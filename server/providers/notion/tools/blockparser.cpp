// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/blockparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/propertytext.h"

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype shownText = 500;

/** The address of a picture, a file, a film. */
QString addressOf(const json::Element &content)
{
    if (const QString url = json::line(content, "url"); !url.isEmpty())
        return url;
    // What Notion keeps has an address that is signed and soon worth nothing: the name says more.
    if (const auto external = json::member(content, "external"))
        return json::line(*external, "url");
    return json::line(content, "name");
}

QString cellsOf(const json::Element &content)
{
    const auto cells = json::list(content, "cells");
    if (!cells)
        return {};
    QStringList texts;
    for (const auto cell : *cells)
        texts.append(plainText(cell));
    return texts.join(u" | "_s);
}

QString textOf(const json::Element &content)
{
    if (const auto words = json::member(content, "rich_text"))
        return plainText(*words);
    for (const std::string_view name : {"title", "expression"}) {
        if (const QString text = json::line(content, name); !text.isEmpty())
            return text;
    }
    if (json::member(content, "cells"))
        return cellsOf(content);
    QString text = addressOf(content);
    const auto caption = json::member(content, "caption");
    const QString words = caption ? plainText(*caption) : QString();
    if (!words.isEmpty())
        text += text.isEmpty() ? words : u" ("_s + words + u')';
    return text;
}

std::optional<Block> blockFrom(const json::Element &element)
{
    Block block;
    block.id = canonicalId(json::line(element, "id"));
    if (block.id.isEmpty())
        return std::nullopt;
    // Of what the connection may not read there is an id and nothing else.
    block.type = json::line(element, "type");
    if (block.type.isEmpty())
        block.type = u"unknown"_s;
    block.hasChildren = json::isTrue(element, "has_children");
    block.isInTrash = json::isTrue(element, "in_trash");
    if (const auto parent = json::member(element, "parent"))
        block.pageId = canonicalId(json::line(*parent, "page_id"));
    const QByteArray type = block.type.toUtf8();
    const auto content =
        json::member(element, std::string_view(type.constData(), static_cast<size_t>(type.size())));
    if (!content)
        return block;
    block.text = cleanedText(textOf(*content), json::textLimit);
    block.language = json::line(*content, "language");
    block.isChecked = json::isTrue(*content, "checked");
    return block;
}

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

} // namespace

namespace blockparser {

Result<Block> block(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto block = blockFrom(*root);
    if (!block)
        return missing("id"_L1);
    return *block;
}

Result<BlockPage> blocks(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto list = json::list(*root, "results");
    if (!list)
        return missing("results"_L1);
    BlockPage page;
    for (const auto element : *list) {
        const auto block = blockFrom(element);
        if (!block)
            return missing("id"_L1);
        page.blocks.append(*block);
    }
    if (json::isTrue(*root, "has_more"))
        page.nextCursor = json::line(*root, "next_cursor");
    return page;
}

} // namespace blockparser

QString lineOf(const Block &block)
{
    QString text = block.text;
    if (block.type == "to_do"_L1)
        text.prepend(block.isChecked ? u"[x] "_s : u"[ ] "_s);
    QString kind = block.type;
    if (block.type == "code"_L1 && !block.language.isEmpty())
        kind += u" (%1)"_s.arg(block.language);
    return u"%1  %2  %3"_s.arg(bareId(block.id), kind, cleanedLine(text, shownText)).trimmed();
}

} // namespace fairlead::providers::notion
