// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfshape.h"

#include "server/providers/jira/adf/adfnodes.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

using Kind = MarkdownBlock::Kind;

bool isMedia(const QJsonValue &node)
{
    return typeOf(node) == "mediaInline"_L1;
}

bool isBlank(const QJsonValue &node)
{
    return typeOf(node) == "hardBreak"_L1
        || (typeOf(node) == "text"_L1 && node["text"_L1].toString().trimmed().isEmpty());
}

QJsonArray withMark(const QJsonArray &nodes, QLatin1StringView mark)
{
    QJsonArray marked;
    for (const QJsonValue value : nodes) {
        QJsonObject node = value.toObject();
        QJsonArray marks = node.value("marks"_L1).toArray();
        const bool excluded = std::any_of(marks.begin(), marks.end(), [&](const QJsonValue &m) {
            return typeOf(m) == mark || typeOf(m) == "code"_L1;
        });
        if (typeOf(node) == "text"_L1 && !excluded) {
            marks.prepend(QJsonObject{{"type"_L1, mark}});
            node["marks"_L1] = marks;
        }
        marked << node;
    }
    return marked;
}

/** A paragraph, or media of their own where the paragraph has nothing but them. */
void appendParagraph(QJsonArray &out, const QJsonArray &inlines)
{
    if (inlines.isEmpty())
        return;
    QJsonArray media;
    for (const QJsonValue value : inlines) {
        if (!isMedia(value) && !isBlank(value)) {
            out << nodeWith("paragraph"_L1, inlines);
            return;
        }
        if (isMedia(value)) {
            QJsonObject node = value.toObject();
            node["type"_L1] = "media"_L1;
            media << node;
        }
    }
    if (media.isEmpty())
        out << nodeWith("paragraph"_L1, inlines);
    else if (media.size() == 1)
        out << nodeWith("mediaSingle"_L1, QJsonObject{{"layout"_L1, "center"_L1}}, media);
    else
        out << nodeWith("mediaGroup"_L1, media);
}

QString panelType(const QString &alert)
{
    if (alert == "IMPORTANT"_L1)
        return u"note"_s;
    if (alert == "CAUTION"_L1)
        return u"error"_s;
    return alert.toLower();
}

QJsonObject codeNode(const MarkdownBlock &block)
{
    QString code = block.text;
    if (code.endsWith(u'\n'))
        code.chop(1);
    QJsonObject node{{"type"_L1, "codeBlock"_L1}};
    if (!block.language.isEmpty())
        node["attrs"_L1] = QJsonObject{{"language"_L1, block.language}};
    node["content"_L1] = code.isEmpty() ? QJsonArray() : QJsonArray{textNode(code)};
    return node;
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
        appendParagraph(out, block.inlines);
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
    const bool nests =
        place == Place::Document || place == Place::Expand || place == Place::NestedExpand;
    if (!nests) {
        for (const auto &child : block.children)
            append(out, *child, place);
        return;
    }
    const bool panel = !block.alert.isEmpty();
    QJsonArray content = blocks(block.children, panel ? Place::Panel : Place::Quote);
    if (panel) {
        orEmptyParagraph(content);
        out << nodeWith("panel"_L1, QJsonObject{{"panelType"_L1, panelType(block.alert)}}, content);
    } else if (!content.isEmpty()) {
        out << nodeWith("blockquote"_L1, content);
    }
}

void AdfShape::appendExpand(QJsonArray &out, const MarkdownBlock &block, Place place)
{
    const bool nested = place == Place::Expand;
    if (place != Place::Document && !nested) {
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
    const bool holds = place == Place::Document || place == Place::Expand;
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
