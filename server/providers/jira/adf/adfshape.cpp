// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfshape.h"

#include "server/providers/jira/adf/adfnodes.h"

#include <QUuid>

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;

/** Where tables, panels and expands may stand. */
bool isTop(AdfPlace place)
{
    return place == AdfPlace::Document || place == AdfPlace::Column || place == AdfPlace::Expand;
}

void orEmptyParagraph(QJsonArray &content)
{
    if (content.isEmpty())
        content << nodeWith("paragraph"_L1, QJsonArray());
}

/** What a decision panel holds, the parts of the items of its lists among them. */
std::vector<const MarkdownBlock *> decisionParts(const MarkdownBlock &block)
{
    std::vector<const MarkdownBlock *> parts;
    for (const auto &child : block.children) {
        if (child->kind != Kind::BulletList && child->kind != Kind::OrderedList) {
            parts.push_back(child.get());
            continue;
        }
        for (const auto &item : child->children) {
            for (const auto &part : item->children)
                parts.push_back(part.get());
        }
    }
    return parts;
}

} // namespace

QString AdfShape::nextLocalId()
{
    if (m_use == Use::Comparison)
        return u""_s;
    // Unique within the document, which is what ADF asks, and the same for the same text.
    static const QUuid base(u"{6f6b2f0c-5d0e-4b58-9f0a-1f6f3a0d5a11}"_s);
    return QUuid::createUuidV5(base, QString::number(++m_localIds)).toString(QUuid::WithoutBraces);
}

QJsonArray AdfShape::blocks(const Blocks &children, Place place)
{
    QJsonArray out;
    for (const auto &child : children)
        append(out, *child, place);
    return out;
}

void AdfShape::append(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    switch (block.kind) {
    case Kind::Paragraph:
        if (!block.card.isEmpty() && appendCard(out, block, place))
            break;
        appendParagraph(out, block.inlines, block.caption);
        break;
    case Kind::Heading:
        appendHeading(out, block, place);
        break;
    case Kind::Code:
        out << codeNode(block);
        break;
    case Kind::Rule:
        if (place != Place::Item && place != Place::Quote)
            out << QJsonObject{{"type"_L1, "rule"_L1}};
        break;
    case Kind::Quote:
        appendQuote(out, block, place);
        break;
    case Kind::BulletList:
    case Kind::OrderedList:
        appendList(out, block, place);
        break;
    case Kind::Table:
        appendTable(out, block, place);
        break;
    default:
        for (const auto &child : block.children)
            append(out, *child, place);
        break;
    }
}

void AdfShape::appendHeading(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    if (block.inlines.isEmpty())
        return;
    if (place == Place::Item || place == Place::Quote)
        out << nodeWith("paragraph"_L1, withMark(block.inlines, "strong"_L1));
    else
        out << nodeWith(
            "heading"_L1, QJsonObject{{"level"_L1, std::clamp(block.number, 1, 6)}}, block.inlines);
}

void AdfShape::appendQuote(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    if (block.alert == "EXPAND"_L1) {
        appendExpand(out, block, place);
        return;
    }
    if (block.alert == "DECISION"_L1) {
        appendDecisions(out, block, place);
        return;
    }
    if (block.alert == "LAYOUT"_L1 && appendLayout(out, block, place))
        return;
    if (block.alert == "EXTENSION"_L1 && m_use == Use::Comparison) {
        out << nodeWith("bodiedExtension"_L1,
                        QJsonObject{{"extensionKey"_L1, block.title}},
                        blocks(block.children, Place::Column));
        return;
    }
    static constexpr std::array frames{"LAYOUT"_L1, "COLUMN"_L1, "EXTENSION"_L1};
    const bool frame = std::find(frames.begin(), frames.end(), block.alert) != frames.end();
    const bool nests = isTop(place) || place == Place::NestedExpand;
    if (!nests || frame) {
        for (const auto &child : block.children)
            append(out, *child, place);
        return;
    }
    const bool panel = !block.alert.isEmpty();
    QJsonArray content = blocks(block.children, panel ? Place::Panel : Place::Quote);
    if (panel) {
        orEmptyParagraph(content);
        QJsonObject attributes{{"panelType"_L1, panelType(block.alert)}};
        if (block.alert == "CUSTOM"_L1 && !block.title.isEmpty())
            attributes["panelColor"_L1] = block.title;
        out << nodeWith("panel"_L1, attributes, content);
    } else if (!content.isEmpty()) {
        out << nodeWith("blockquote"_L1, content);
    }
}

/** Columns side by side; false if the quote is not made of columns, or where none may stand. */
bool AdfShape::appendLayout(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    constexpr std::size_t maximumColumns = 5;
    std::vector<const MarkdownBlock *> found;
    for (const auto &child : block.children) {
        if (child->kind == Kind::Quote && child->alert == "COLUMN"_L1)
            found.push_back(child.get());
        else if (child->kind != Kind::Paragraph || !child->inlines.isEmpty())
            return false;
    }
    if (place != Place::Document || found.empty() || found.size() > maximumColumns)
        return false;
    const double share = 100.0 / double(found.size());
    QJsonArray columns;
    for (const MarkdownBlock *child : found) {
        QJsonArray content = blocks(child->children, Place::Column);
        orEmptyParagraph(content);
        const double width = child->title.isEmpty() ? share : child->title.toDouble();
        columns << nodeWith("layoutColumn"_L1, QJsonObject{{"width"_L1, width}}, content);
    }
    out << nodeWith("layoutSection"_L1, columns);
    return true;
}

/** A card of its own; false where only one in a line may stand. */
bool AdfShape::appendCard(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    const bool embeds = block.card == "embedCard"_L1;
    if (place == Place::Item || place == Place::Quote || (embeds && !isTop(place)))
        return false;
    QJsonObject attributes = block.inlines.first()["attrs"_L1].toObject();
    if (embeds)
        attributes["layout"_L1] = "center"_L1;
    out << QJsonObject{{"type"_L1, block.card}, {"attrs"_L1, attributes}};
    return true;
}

void AdfShape::appendExpand(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    const bool nested = place == Place::Expand;
    if (!isTop(place)) {
        if (!block.title.isEmpty())
            out << nodeWith("paragraph"_L1, withMark({textNode(block.title)}, "strong"_L1));
        for (const auto &child : block.children)
            append(out, *child, place);
        return;
    }
    QJsonArray content = blocks(block.children, nested ? Place::NestedExpand : Place::Expand);
    orEmptyParagraph(content);
    out << nodeWith(
        nested ? "nestedExpand"_L1 : "expand"_L1, QJsonObject{{"title"_L1, block.title}}, content);
}

void AdfShape::appendDecisions(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    if (place == Place::Item || place == Place::Quote) {
        for (const auto &child : block.children)
            append(out, *child, place);
        return;
    }
    QJsonArray items;
    QJsonArray others;
    const QString listId = nextLocalId();
    for (const MarkdownBlock *part : decisionParts(block)) {
        if (part->kind != Kind::Paragraph) {
            append(others, *part, place);
        } else if (!part->inlines.isEmpty()) {
            const QJsonObject attributes{{"localId"_L1, nextLocalId()}, {"state"_L1, "DECIDED"_L1}};
            items << nodeWith("decisionItem"_L1, attributes, part->inlines);
        }
    }
    if (!items.isEmpty())
        out << nodeWith("decisionList"_L1, QJsonObject{{"localId"_L1, listId}}, items);
    for (const QJsonValue other : others)
        out << other;
}

/** A list that mixes tasks and other items becomes one list for each stretch of a kind. */
void AdfShape::appendList(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    const auto &items = block.children;
    for (std::size_t first = 0; first < items.size();) {
        const bool tasks = items[first]->kind == Kind::TaskItem && place != Place::Quote;
        std::size_t last = first;
        while (last < items.size()
               && (items[last]->kind == Kind::TaskItem && place != Place::Quote) == tasks)
            ++last;
        if (tasks)
            appendTasks(out, items, first, last);
        else
            out << listNode(block, first, last);
        first = last;
    }
}

QJsonObject AdfShape::listNode(const MarkdownBlock &list, std::size_t first, std::size_t last)
{
    QJsonArray items;
    for (std::size_t i = first; i < last; ++i) {
        const MarkdownBlock &item = *list.children[i];
        QJsonArray content = blocks(item.children, Place::Item);
        const QString type = content.isEmpty() ? QString() : typeOf(content.first());
        if (item.kind == Kind::TaskItem) {
            const QJsonObject box = textNode(item.number != 0 ? u"[x] "_s : u"[ ] "_s);
            QJsonArray text =
                type == "paragraph"_L1 ? content.takeAt(0)["content"_L1].toArray() : QJsonArray();
            text.prepend(box);
            content.prepend(nodeWith("paragraph"_L1, text));
        } else if (type != "paragraph"_L1) {
            content.prepend(nodeWith("paragraph"_L1, QJsonArray()));
        }
        items << nodeWith("listItem"_L1, content);
    }
    if (list.kind == Kind::BulletList)
        return nodeWith("bulletList"_L1, items);
    const int order = list.number + int(first);
    return order == 1 ? nodeWith("orderedList"_L1, items)
                      : nodeWith("orderedList"_L1, QJsonObject{{"order"_L1, order}}, items);
}

/**
 * A task holds text only, so what else its item has comes after the list, which then goes on as
 * another one; tasks below it are a list in the list.
 */
void AdfShape::appendTasks(QJsonArray &out,
                           const Blocks &items,
                           std::size_t first,
                           std::size_t last)
{
    QJsonArray tasks;
    for (std::size_t i = first; i < last; ++i) {
        const Blocks &children = items[i]->children;
        const bool titled = !children.empty() && children.front()->kind == Kind::Paragraph;
        const QJsonObject attributes{{"localId"_L1, nextLocalId()},
                                     {"state"_L1, items[i]->number != 0 ? "DONE"_L1 : "TODO"_L1}};
        tasks << nodeWith(
            "taskItem"_L1, attributes, titled ? children.front()->inlines : QJsonArray());
        for (std::size_t c = titled ? 1 : 0; c < children.size(); ++c) {
            QJsonArray nested;
            append(nested, *children[c], Place::Item);
            appendBelowTask(out, tasks, nested);
        }
    }
    endTasks(out, tasks);
}

void AdfShape::appendBelowTask(QJsonArray &out, QJsonArray &tasks, const QJsonArray &nested)
{
    for (const QJsonValue node : nested) {
        if (typeOf(node) == "taskList"_L1 && !tasks.isEmpty()) {
            tasks << node;
            continue;
        }
        endTasks(out, tasks);
        out << node;
    }
}

void AdfShape::endTasks(QJsonArray &out, QJsonArray &tasks)
{
    if (!tasks.isEmpty())
        out << nodeWith(
            "taskList"_L1, QJsonObject{{"localId"_L1, nextLocalId()}}, std::exchange(tasks, {}));
}

void AdfShape::appendTable(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    const bool holds = isTop(place);
    QJsonArray rows;
    for (const auto &row : block.children) {
        const bool header = row->kind == Kind::HeaderRow;
        if (header && block.children.size() > 1 && isEmptyRow(*row))
            continue;
        if (holds)
            rows << nodeWith("tableRow"_L1, rowCells(*row));
        else if (!isEmptyRow(*row))
            out << nodeWith("paragraph"_L1,
                            header ? withMark(rowLine(*row), "strong"_L1) : rowLine(*row));
    }
    if (!rows.isEmpty())
        out << nodeWith("table"_L1, rows);
}

} // namespace fairlead::providers::jira
