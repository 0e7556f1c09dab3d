// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionblocks.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrichtext.h"
#include "tests/sandbox/notion/notionuploads.h"

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostBlocks = 100;
constexpr int deepestNesting = 2;

/** Of a text block: which members it takes beside its text, and whether blocks fit into it. */
struct TextBlock
{
    QLatin1StringView type;
    QStringList members;
    bool mayHaveChildren = false;
};

const QList<TextBlock> &textBlocks()
{
    static const QList<TextBlock> all{{"paragraph"_L1, {u"color"_s}, true},
                                      {"heading_1"_L1, {u"color"_s, u"is_toggleable"_s}, false},
                                      {"heading_2"_L1, {u"color"_s, u"is_toggleable"_s}, false},
                                      {"heading_3"_L1, {u"color"_s, u"is_toggleable"_s}, false},
                                      {"heading_4"_L1, {u"color"_s, u"is_toggleable"_s}, false},
                                      {"bulleted_list_item"_L1, {u"color"_s}, true},
                                      {"numbered_list_item"_L1, {u"color"_s}, true},
                                      {"to_do"_L1, {u"color"_s, u"checked"_s}, true},
                                      {"toggle"_L1, {u"color"_s}, true},
                                      {"quote"_L1, {u"color"_s}, true},
                                      {"callout"_L1, {u"color"_s, u"icon"_s}, true},
                                      {"code"_L1, {u"language"_s, u"caption"_s}, false}};
    return all;
}

const TextBlock *textBlock(const QString &type)
{
    for (const TextBlock &each : textBlocks()) {
        if (each.type == type)
            return &each;
    }
    return nullptr;
}

bool isMedia(const QString &type)
{
    return type == "image"_L1 || type == "file"_L1 || type == "pdf"_L1 || type == "video"_L1
        || type == "audio"_L1;
}

bool isLink(const QString &type)
{
    return type == "bookmark"_L1 || type == "embed"_L1;
}

tl::unexpected<Error> complaint(const QString &path,
                                const QString &expected,
                                const QJsonValue &actual)
{
    return failure(ErrorCode::InvalidInput, notionComplaint(path, expected, actual));
}

const QStringList &languages()
{
    static const QStringList known{
        u"bash"_s,       u"c"_s,    u"c++"_s,        u"css"_s,    u"diff"_s,     u"go"_s,
        u"html"_s,       u"java"_s, u"javascript"_s, u"json"_s,   u"markdown"_s, u"mermaid"_s,
        u"plain text"_s, u"php"_s,  u"powershell"_s, u"python"_s, u"ruby"_s,     u"rust"_s,
        u"shell"_s,      u"sql"_s,  u"typescript"_s, u"xml"_s,    u"yaml"_s};
    return known;
}

Result<QJsonObject> readTextBlock(const TextBlock &block,
                                  const QJsonObject &sent,
                                  const QString &path)
{
    const QStringList known = QStringList{u"rich_text"_s, u"children"_s} + block.members;
    if (const QString unknown = notionUnknownMember(sent, known, path); !unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    const Result<QJsonArray> text = readRichText(sent["rich_text"_L1], path + u".rich_text"_s);
    if (!text)
        return tl::unexpected(text.error());
    QJsonObject content{{u"rich_text"_s, *text}};
    if (block.type == "code"_L1) {
        const QString language = sent["language"_L1].toString();
        if (!languages().contains(language))
            return complaint(path + u".language"_s,
                             u"one of the languages, such as `\"plain text\"`"_s,
                             sent["language"_L1]);
        content.insert(u"language"_s, language);
        content.insert(u"caption"_s, QJsonArray());
        return content;
    }
    content.insert(u"color"_s, sent["color"_L1].toString(u"default"_s));
    if (block.type == "to_do"_L1) {
        if (sent.contains("checked"_L1) && !sent["checked"_L1].isBool())
            return complaint(path + u".checked"_s, u"a boolean"_s, sent["checked"_L1]);
        content.insert(u"checked"_s, sent["checked"_L1].toBool());
    }
    return content;
}

Result<QJsonObject> readLink(const QJsonObject &sent, const QString &path)
{
    const QString unknown = notionUnknownMember(sent, {u"url"_s, u"caption"_s}, path);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    const QJsonValue url = sent["url"_L1];
    if (!url.isString() || url.toString().size() > 2000)
        return complaint(
            path + u".url"_s, url.isUndefined() ? u"defined"_s : u"a valid URL"_s, url);
    return QJsonObject{{u"url"_s, url}, {u"caption"_s, QJsonArray()}};
}

} // namespace

bool isWritableBlock(const QString &type)
{
    return textBlock(type) != nullptr || isMedia(type) || isLink(type) || type == "divider"_L1
        || type == "equation"_L1;
}

bool mayHaveChildren(const QString &type)
{
    const TextBlock *block = textBlock(type);
    return block != nullptr && block->mayHaveChildren;
}

Result<QJsonObject> readBlockContent(const QString &type,
                                     const QJsonObject &sent,
                                     const QString &path,
                                     NotionWorkspace &workspace,
                                     const NotionConnection &caller)
{
    if (const TextBlock *block = textBlock(type))
        return readTextBlock(*block, sent, path);
    if (isMedia(type))
        return NotionUploads(workspace).readMedia(sent, path, caller);
    if (isLink(type))
        return readLink(sent, path);
    if (type == "equation"_L1) {
        if (!sent["expression"_L1].isString())
            return complaint(path + u".expression"_s, u"defined"_s, sent["expression"_L1]);
        return QJsonObject{{u"expression"_s, sent["expression"_L1]}};
    }
    return QJsonObject();
}

namespace {

Result<QList<NotionBlock>> readLevel(const QJsonValue &sent,
                                     const QString &path,
                                     NotionWorkspace &workspace,
                                     const NotionConnection &caller,
                                     int depth);

Result<NotionBlock> readBlock(const QJsonObject &sent,
                              const QString &path,
                              NotionWorkspace &workspace,
                              const NotionConnection &caller,
                              int depth)
{
    NotionBlock block;
    for (auto it = sent.begin(); it != sent.end(); ++it) {
        if (isWritableBlock(it.key()) && it.value().isObject())
            block.type = it.key();
    }
    if (block.type.isEmpty())
        return complaint(path + u".paragraph"_s, u"defined"_s, QJsonValue::Undefined);
    const QString unknown = notionUnknownMember(sent, {u"object"_s, u"type"_s, block.type}, path);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    if (sent.contains("type"_L1) && sent["type"_L1].toString() != block.type)
        return complaint(path + u".type"_s, u"`\"%1\"`"_s.arg(block.type), sent["type"_L1]);
    const QString inner = path + u'.' + block.type;
    const QJsonObject given = sent[block.type].toObject();
    const Result<QJsonObject> content =
        readBlockContent(block.type, given, inner, workspace, caller);
    if (!content)
        return tl::unexpected(content.error());
    block.id = NotionWorkspace::newId();
    block.content = *content;
    if (!given.contains("children"_L1))
        return block;
    const QString children = inner + u".children"_s;
    if (depth >= deepestNesting || !mayHaveChildren(block.type))
        return complaint(children, u"not present"_s, given["children"_L1]);
    const auto read = readLevel(given["children"_L1], children, workspace, caller, depth + 1);
    if (!read)
        return tl::unexpected(read.error());
    block.children = *read;
    return block;
}

Result<QList<NotionBlock>> readLevel(const QJsonValue &sent,
                                     const QString &path,
                                     NotionWorkspace &workspace,
                                     const NotionConnection &caller,
                                     int depth)
{
    if (!sent.isArray())
        return complaint(path, sent.isUndefined() ? u"defined"_s : u"an array"_s, sent);
    const QJsonArray items = sent.toArray();
    if (items.size() > mostBlocks)
        return complaint(path + u".length"_s, u"≤ `100`"_s, items.size());
    QList<NotionBlock> blocks;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const auto block =
            readBlock(items[i].toObject(), u"%1[%2]"_s.arg(path).arg(i), workspace, caller, depth);
        if (!block)
            return tl::unexpected(block.error());
        blocks.append(*block);
    }
    return blocks;
}

} // namespace

Result<QList<NotionBlock>> readBlocks(const QJsonValue &sent,
                                      const QString &path,
                                      NotionWorkspace &workspace,
                                      const NotionConnection &caller)
{
    return readLevel(sent, path, workspace, caller, 0);
}

} // namespace fairlead::sandbox
