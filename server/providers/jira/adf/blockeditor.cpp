// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/blockeditor.h"

#include "server/providers/jira/adf/adfnodes.h"
#include "server/providers/jira/adf/adfreader.h"
#include "server/providers/jira/adf/blockpairs.h"
#include "server/providers/jira/adf/inlineedit.h"
#include "server/providers/jira/adf/markmerge.h"
#include "server/providers/jira/adf/parsedmarkdown.h"
#include "server/providers/jira/adf/tableeditor.h"

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(const QJsonObject &node)
{
    return typeOf(node) == "paragraph"_L1 && node.value("content"_L1).toArray().isEmpty();
}

bool isTextBlock(const QString &type)
{
    return type == "paragraph"_L1 || type == "heading"_L1;
}

bool isList(const QString &type)
{
    return type == "bulletList"_L1 || type == "orderedList"_L1;
}

/** Whether a node's content is blocks, as a panel's is, and not items, rows or text. */
bool holdsBlocks(const QJsonObject &node)
{
    static constexpr std::array blocks{
        "paragraph"_L1,    "heading"_L1,       "bulletList"_L1,      "orderedList"_L1,
        "taskList"_L1,     "decisionList"_L1,  "blockquote"_L1,      "codeBlock"_L1,
        "rule"_L1,         "table"_L1,         "panel"_L1,           "expand"_L1,
        "nestedExpand"_L1, "mediaSingle"_L1,   "mediaGroup"_L1,      "layoutSection"_L1,
        "layoutColumn"_L1, "extension"_L1,     "bodiedExtension"_L1, "blockCard"_L1,
        "embedCard"_L1,    "extensionFrame"_L1};
    static constexpr std::array holdersOfItems{"taskList"_L1, "table"_L1, "mediaSingle"_L1};
    const QJsonArray content = node.value("content"_L1).toArray();
    const QString first = content.isEmpty() ? QString() : typeOf(content.first());
    return std::find(blocks.begin(), blocks.end(), first) != blocks.end()
        && std::find(holdersOfItems.begin(), holdersOfItems.end(), typeOf(node))
        == holdersOfItems.end();
}

QJsonObject withContent(QJsonObject node, const QJsonArray &content)
{
    if (node.value("content"_L1).toArray() != content)
        node["content"_L1] = content;
    return node;
}

QJsonObject withAttributes(QJsonObject node, const QJsonObject &base, const QJsonObject &changed)
{
    const QJsonObject before = node.value("attrs"_L1).toObject();
    const QJsonObject after =
        withChangedAttributes(before, base["attrs"_L1].toObject(), changed["attrs"_L1].toObject());
    if (after != before)
        node["attrs"_L1] = after;
    return node;
}

AdfPlace placeIn(const QString &type)
{
    static constexpr std::array places{std::pair{"panel"_L1, AdfPlace::Panel},
                                       std::pair{"blockquote"_L1, AdfPlace::Quote},
                                       std::pair{"expand"_L1, AdfPlace::Expand},
                                       std::pair{"nestedExpand"_L1, AdfPlace::NestedExpand},
                                       std::pair{"listItem"_L1, AdfPlace::Item}};
    const auto found = std::find_if(
        places.begin(), places.end(), [&](const auto &entry) { return entry.first == type; });
    return found == places.end() ? AdfPlace::Column : found->second;
}

void appendAll(QJsonArray &out, const QJsonArray &nodes)
{
    for (const QJsonValue node : nodes)
        out << node;
}

std::vector<QJsonObject> objectsOf(const QJsonArray &array)
{
    std::vector<QJsonObject> objects;
    for (const QJsonValue value : array)
        objects.push_back(value.toObject());
    return objects;
}

} // namespace

BlockEditor::BlockEditor(const QJsonObject &original)
    : m_fresh(original)
    , m_original(original)
{}

QJsonArray BlockEditor::edited(const QString &markdown)
{
    const Level level;
    return blocks(m_original.value("content"_L1).toArray(), comparable(markdown, level), level);
}

BlockEditor::Nodes BlockEditor::comparable(const QString &markdown, Level level)
{
    const MarkdownBlock parsed = parsedMarkdown(markdown, level.containers);
    return objectsOf(AdfShape(AdfShape::Use::Comparison).blocks(parsed.children, level.place));
}

BlockEditor::Originals BlockEditor::originalBlocks(const QJsonArray &nodes, Level level)
{
    Originals originals;
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QString markdown = markdownFromBlock(node, level.depth);
        originals.push_back({node, markdown.isEmpty() ? Nodes() : comparable(markdown, level)});
    }
    return originals;
}

/** A list's items, each as an item of the list that Markdown makes of the list. */
BlockEditor::Originals BlockEditor::originalItems(const QJsonObject &list,
                                                  const QJsonObject &base,
                                                  Level level)
{
    const QJsonArray items = list["content"_L1].toArray();
    const QJsonArray said = base["content"_L1].toArray();
    Originals originals;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonObject item = items[i].toObject();
        if (items.size() == said.size()) {
            originals.push_back({item, {said[i].toObject()}});
            continue;
        }
        QJsonObject single = list;
        single["content"_L1] = QJsonArray{item};
        const Nodes lists = comparable(markdownFromBlock(single, level.depth), level);
        const bool found = lists.size() == 1 && typeOf(lists.front()) == typeOf(base);
        originals.push_back(
            {item, found ? objectsOf(lists.front()["content"_L1].toArray()) : Nodes()});
    }
    return originals;
}

QJsonArray BlockEditor::blocks(const QJsonArray &original, const Nodes &changed, Level level)
{
    return sequence(originalBlocks(original, level), changed, level);
}

/**
 * The originals' order is that of the change; what Markdown does not show of them stays behind
 * what it stood behind.
 */
QJsonArray BlockEditor::sequence(const Originals &originals, const Nodes &changed, Level level)
{
    Nodes shown = changed;
    std::erase_if(shown, isBlank);
    const std::vector<Made> made = madeOf(originals, shown);
    const bool allUnsaid = std::all_of(
        originals.begin(), originals.end(), [](const Original &o) { return o.said.empty(); });
    QJsonArray out;
    if (!allUnsaid || shown.empty())
        appendUnsaid(out, originals, 0);
    for (std::size_t i = 0; i < shown.size();) {
        const std::size_t owner = made[i].owner;
        if (owner == BlockPair::none) {
            appendAll(out, m_fresh.from(QJsonArray{shown[i++]}));
            continue;
        }
        const Original &original = originals[owner];
        std::size_t end = i + 1;
        if (original.said.size() == 1) {
            out << (made[i].same ? original.node
                                 : merged(original.node, original.said.front(), shown[i], level));
        } else {
            for (std::size_t k = end; k < shown.size(); ++k)
                end = made[k].owner == owner ? k + 1 : end;
            const Nodes part(shown.begin() + qsizetype(i), shown.begin() + qsizetype(end));
            appendSpread(out, original, part, level);
        }
        appendUnsaid(out, originals, owner + 1);
        i = end;
    }
    return out;
}

/** For each node of the change, which original it was made of. */
std::vector<BlockEditor::Made> BlockEditor::madeOf(const Originals &originals, const Nodes &changed)
{
    Nodes said;
    std::vector<bool> movable;
    std::vector<std::size_t> owners;
    for (std::size_t i = 0; i < originals.size(); ++i) {
        for (const QJsonObject &node : originals[i].said) {
            said.push_back(node);
            movable.push_back(originals[i].said.size() == 1);
            owners.push_back(i);
        }
    }
    std::vector<Made> made;
    for (const BlockPair &pair : pairedBlocks(said, changed, movable)) {
        const bool isNew = pair.before == BlockPair::none;
        made.push_back({isNew ? BlockPair::none : owners[pair.before], pair.same});
    }
    return made;
}

/** Appends the originals from `first` on up to one that Markdown shows. */
void BlockEditor::appendUnsaid(QJsonArray &out, const Originals &originals, std::size_t first)
{
    for (; first < originals.size() && originals[first].said.empty(); ++first)
        out << originals[first].node;
}

/** A node that Markdown says as several, such as a layout. */
void BlockEditor::appendSpread(QJsonArray &out,
                               const Original &original,
                               const Nodes &changed,
                               Level level)
{
    if (changed == original.said) {
        out << original.node;
    } else if (holdsBlocks(original.node)) {
        const Level inner{level.place, level.depth + 1, level.containers};
        out << withContent(original.node,
                           blocks(original.node.value("content"_L1).toArray(), changed, inner));
    } else {
        QJsonArray fresh;
        for (const QJsonObject &node : changed)
            fresh << node;
        appendAll(out, m_fresh.from(fresh));
    }
}

BlockEditor::Merge BlockEditor::mergeOf(const QString &type)
{
    static constexpr std::array merges{
        std::pair{"paragraph"_L1, &BlockEditor::textBlock},
        std::pair{"heading"_L1, &BlockEditor::textBlock},
        std::pair{"taskItem"_L1, &BlockEditor::textBlock},
        std::pair{"decisionItem"_L1, &BlockEditor::textBlock},
        std::pair{"caption"_L1, &BlockEditor::textBlock},
        std::pair{"codeBlock"_L1, &BlockEditor::codeBlock},
        std::pair{"bulletList"_L1, &BlockEditor::list},
        std::pair{"orderedList"_L1, &BlockEditor::list},
        std::pair{"taskList"_L1, &BlockEditor::list},
        std::pair{"decisionList"_L1, &BlockEditor::list},
        std::pair{"layoutSection"_L1, &BlockEditor::list},
        std::pair{"mediaSingle"_L1, &BlockEditor::list},
        std::pair{"mediaGroup"_L1, &BlockEditor::list},
        std::pair{"listItem"_L1, &BlockEditor::container},
        std::pair{"blockquote"_L1, &BlockEditor::container},
        std::pair{"panel"_L1, &BlockEditor::container},
        std::pair{"expand"_L1, &BlockEditor::container},
        std::pair{"nestedExpand"_L1, &BlockEditor::container},
        std::pair{"layoutColumn"_L1, &BlockEditor::container},
        std::pair{"bodiedExtension"_L1, &BlockEditor::container},
        std::pair{"table"_L1, &BlockEditor::table},
    };
    const auto found = std::find_if(
        merges.begin(), merges.end(), [&](const auto &entry) { return entry.first == type; });
    return found == merges.end() ? &BlockEditor::leaf : found->second;
}

QJsonObject BlockEditor::merged(const QJsonObject &original,
                                const QJsonObject &base,
                                const QJsonObject &changed,
                                Level level)
{
    const QString type = typeOf(original);
    if (type == typeOf(base) && type == typeOf(changed))
        return (this->*mergeOf(type))(original, base, changed, level);
    if (type != typeOf(base) && holdsBlocks(original)) {
        const Level inner{level.place, level.depth + 1, level.containers};
        return withContent(original,
                           blocks(original.value("content"_L1).toArray(), Nodes{changed}, inner));
    }
    return mergedAs(original, base, changed, level);
}

/** What an edit turned into a node of another type. */
QJsonObject BlockEditor::mergedAs(const QJsonObject &original,
                                  const QJsonObject &base,
                                  const QJsonObject &changed,
                                  Level level)
{
    const QString before = typeOf(original);
    const QString after = typeOf(changed);
    QJsonObject node = changed;
    if (isTextBlock(before) && isTextBlock(after)) {
        node["content"_L1] = editedInlines(
            original.value("content"_L1).toArray(), changed["content"_L1].toArray(), m_fresh);
        return node;
    }
    if (isList(before) && typeOf(base) == before && isList(after)) {
        QJsonObject asBefore = changed;
        asBefore["type"_L1] = before;
        node["content"_L1] = list(original, base, asBefore, level)["content"_L1];
        return node;
    }
    if (before == "blockquote"_L1 && after == "panel"_L1) {
        QJsonObject asBefore = changed;
        asBefore["type"_L1] = before;
        node["content"_L1] = container(original, base, asBefore, level)["content"_L1];
        return node;
    }
    return m_fresh.from(changed);
}

QJsonObject BlockEditor::textBlock(const QJsonObject &original,
                                   const QJsonObject &base,
                                   const QJsonObject &changed,
                                   Level)
{
    const QJsonArray before = base["content"_L1].toArray();
    const QJsonArray after = changed["content"_L1].toArray();
    const QJsonObject node = withAttributes(original, base, changed);
    return before == after
        ? node
        : withContent(node, editedInlines(original.value("content"_L1).toArray(), after, m_fresh));
}

QJsonObject BlockEditor::codeBlock(const QJsonObject &original,
                                   const QJsonObject &base,
                                   const QJsonObject &changed,
                                   Level)
{
    const QJsonArray after = changed["content"_L1].toArray();
    const QJsonObject node = withAttributes(original, base, changed);
    if (base["content"_L1].toArray() == after)
        return node;
    const QJsonArray before = original["content"_L1].toArray();
    if (before.size() != 1 || after.size() != 1 || typeOf(before.first()) != "text"_L1)
        return withContent(node, after);
    QJsonObject text = before.first().toObject();
    text["text"_L1] = after.first()["text"_L1];
    return withContent(node, {text});
}

QJsonObject BlockEditor::list(const QJsonObject &original,
                              const QJsonObject &base,
                              const QJsonObject &changed,
                              Level level)
{
    const QJsonObject node = withAttributes(original, base, changed);
    const Originals items = originalItems(original, base, level);
    const Level inner{level.place, level.depth, level.containers};
    return withContent(node, sequence(items, objectsOf(changed["content"_L1].toArray()), inner));
}

QJsonObject BlockEditor::container(const QJsonObject &original,
                                   const QJsonObject &base,
                                   const QJsonObject &changed,
                                   Level level)
{
    const QString type = typeOf(original);
    // A macro's name in Markdown is for reading only.
    const bool macro = type == "bodiedExtension"_L1;
    const QJsonObject node = macro ? original : withAttributes(original, base, changed);
    const Level inner{placeIn(type), level.depth + 1, level.containers + 1};
    const QJsonArray before = original.value("content"_L1).toArray();
    const QJsonArray after = changed["content"_L1].toArray();
    QJsonArray content = blocks(before, objectsOf(after), inner);
    const bool textFirst = type != "listItem"_L1 || content.isEmpty()
        || typeOf(content.first()) == "paragraph"_L1
        || (!before.isEmpty() && typeOf(content.first()) == typeOf(before.first()));
    if (content.isEmpty() || !textFirst)
        content.prepend(nodeWith("paragraph"_L1, QJsonArray()));
    return withContent(node, content);
}

QJsonObject BlockEditor::table(const QJsonObject &original,
                               const QJsonObject &base,
                               const QJsonObject &changed,
                               Level)
{
    return TableEditor(original, base, changed, m_fresh).edited();
}

QJsonObject BlockEditor::leaf(const QJsonObject &original,
                              const QJsonObject &base,
                              const QJsonObject &changed,
                              Level)
{
    return withAttributes(original, base, changed);
}

} // namespace fairlead::providers::jira
