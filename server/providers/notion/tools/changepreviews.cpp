// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/changepreviews.h"

#include "server/providers/answerjson.h"
#include "server/providers/notion/notionid.h"
#include "server/providers/notion/propertytext.h"
#include "server/providers/notion/tools/blockparser.h"
#include "server/providers/notion/tools/blocktools.h"
#include "server/tools/changepreviews.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using tools::ChangedField;
using tools::ToolCall;

using Fields = Result<QList<ChangedField>>;

/** Empty where it has no value. */
QString valueOf(const Page &page, const QString &property)
{
    const auto found = std::ranges::find_if(page.properties, [&](const PropertyValue &value) {
        return value.name.compare(property, Qt::CaseInsensitive) == 0;
    });
    if (found != page.properties.end())
        return found->text;
    return property.compare("title"_L1, Qt::CaseInsensitive) == 0 ? page.title : QString();
}

QCoro::Task<Fields> changedProperties(NotionTools notion, ToolCall call)
{
    const QStringList names = call.arguments.value("properties"_L1).toObject().keys();
    if (names.isEmpty())
        co_return QList<ChangedField>();
    const auto target = co_await pageTarget(notion, call, "page"_L1);
    if (!target)
        co_return failure(target.error());
    const auto page = co_await target->session.client->page(target->id);
    if (!page)
        co_return failure(page.error());
    QList<ChangedField> fields;
    for (const QString &name : names)
        fields.append(
            {.argument = u"properties."_s + name, .name = {}, .before = valueOf(*page, name)});
    co_return fields;
}

/** Its edits say themselves what they replace. */
QCoro::Task<Fields> changedContent(NotionTools notion, ToolCall call)
{
    const QString argument = u"replace_all"_s;
    if (!call.arguments.contains(argument))
        co_return QList<ChangedField>();
    const auto target = co_await pageTarget(notion, call, "page"_L1);
    if (!target)
        co_return failure(target.error());
    const auto content = co_await target->session.client->markdown(target->id);
    if (!content)
        co_return failure(content.error());
    QList<ChangedField> fields;
    fields.append({.argument = argument, .name = {}, .before = content->markdown});
    co_return fields;
}

QCoro::Task<Fields> trashedPage(NotionTools notion, ToolCall call)
{
    const auto target = co_await pageTarget(notion, call, "page"_L1);
    if (!target)
        co_return failure(target.error());
    const auto page = co_await target->session.client->page(target->id);
    if (!page)
        co_return failure(page.error());
    QList<ChangedField> fields;
    fields.append({.argument = {}, .name = u"Page"_s, .before = page->title});
    co_return fields;
}

QCoro::Task<Result<Block>> blockOf(NotionTools notion, ToolCall call)
{
    const auto id = blockId(textOf(call, "block"_L1), "block"_L1);
    if (!id)
        co_return failure(id.error());
    const QStringList probes(u"/v1/blocks/%1"_s);
    const auto session = co_await sessionFor(notion, std::move(call), *id, probes);
    if (!session)
        co_return failure(session.error());
    RestCall reading;
    reading.path = u"/v1/blocks/"_s + *id;
    reading.subject = u"Page or block "_s + bareId(*id);
    co_return co_await session->client->ask(reading, blockparser::block);
}

QCoro::Task<Fields> changedBlock(NotionTools notion, ToolCall call)
{
    const auto block = co_await blockOf(notion, call);
    if (!block)
        co_return failure(block.error());
    const QList<ChangedField> all{
        {.argument = u"text"_s, .name = {}, .before = block->text},
        {.argument = u"checked"_s, .name = {}, .before = block->isChecked ? u"true"_s : u"false"_s},
        {.argument = u"language"_s, .name = {}, .before = block->language}};
    QList<ChangedField> fields;
    for (const ChangedField &field : all) {
        if (call.arguments.contains(field.argument))
            fields.append(field);
    }
    co_return fields;
}

QCoro::Task<Fields> deletedBlock(NotionTools notion, ToolCall call)
{
    const auto block = co_await blockOf(notion, call);
    if (!block)
        co_return failure(block.error());
    QList<ChangedField> fields;
    fields.append({.argument = {}, .name = u"Block"_s, .before = lineOf(*block)});
    co_return fields;
}

Result<QString> commentWords(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto words = json::member(*root, "rich_text");
    return words ? plainText(*words) : QString();
}

QCoro::Task<Result<QString>> commentOf(NotionTools notion, ToolCall call)
{
    const QString id = canonicalId(textOf(call, "comment"_L1).trimmed());
    if (id.isEmpty())
        co_return failure(ErrorCode::InvalidInput, u"Its comment is no comment's id."_s);
    const QStringList probes(u"/v1/comments/%1"_s);
    const auto session = co_await sessionFor(notion, std::move(call), id, probes);
    if (!session)
        co_return failure(session.error());
    RestCall reading;
    reading.path = u"/v1/comments/"_s + id;
    reading.subject = u"Comment "_s + bareId(id);
    co_return co_await session->client->ask(reading, commentWords);
}

QCoro::Task<Fields> editedComment(NotionTools notion, ToolCall call)
{
    const auto text = co_await commentOf(notion, call);
    if (!text)
        co_return failure(text.error());
    QList<ChangedField> fields;
    fields.append({.argument = u"markdown"_s, .name = {}, .before = *text});
    co_return fields;
}

QCoro::Task<Fields> deletedComment(NotionTools notion, ToolCall call)
{
    const auto text = co_await commentOf(notion, call);
    if (!text)
        co_return failure(text.error());
    QList<ChangedField> fields;
    fields.append({.argument = {}, .name = u"Comment"_s, .before = *text});
    co_return fields;
}

} // namespace

void addChangePreviews(tools::ChangePreviews &previews, NotionTools tools)
{
    const auto add = [&](const QString &tool, QCoro::Task<Fields> (*read)(NotionTools, ToolCall)) {
        previews.add(tool, [tools, read](ToolCall call) { return read(tools, std::move(call)); });
    };
    add(u"notion_update_properties"_s, changedProperties);
    add(u"notion_edit_page"_s, changedContent);
    add(u"notion_trash_page"_s, trashedPage);
    add(u"notion_update_block"_s, changedBlock);
    add(u"notion_delete_block"_s, deletedBlock);
    add(u"notion_edit_comment"_s, editedComment);
    add(u"notion_delete_comment"_s, deletedComment);
}

} // namespace fairlead::providers::notion
