// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

QString typeOf(const QJsonValue &node)
{
    return node["type"_L1].toString();
}

QJsonArray sortedMarks(const QJsonArray &marks)
{
    std::vector<QJsonObject> sorted;
    for (const QJsonValue mark : marks)
        sorted.push_back(mark.toObject());
    std::sort(sorted.begin(), sorted.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a["type"_L1].toString() < b["type"_L1].toString();
    });
    QJsonArray out;
    for (const QJsonObject &mark : sorted)
        out << mark;
    return out;
}

/** Appends one character, to the node before it if that has the same marks. */
void appendCharacter(QJsonArray &out, QChar character, const QJsonArray &marks)
{
    QJsonObject last = out.isEmpty() ? QJsonObject() : out.last().toObject();
    if (typeOf(last) == "text"_L1 && last["marks"_L1].toArray() == marks) {
        last["text"_L1] = last["text"_L1].toString() + character;
        out.replace(out.size() - 1, last);
        return;
    }
    out << QJsonObject{
        {"type"_L1, u"text"_s}, {"text"_L1, QString(character)}, {"marks"_L1, marks}};
}

void dropTrailingSpace(QJsonArray &out)
{
    while (!out.isEmpty() && typeOf(out.last()) == "text"_L1
           && out.last()["marks"_L1].toArray().isEmpty()) {
        QString text = out.last()["text"_L1].toString();
        while (!text.isEmpty() && text.back().isSpace())
            text.chop(1);
        QJsonObject last = out.last().toObject();
        out.removeLast();
        if (!text.isEmpty()) {
            last["text"_L1] = text;
            out << last;
            return;
        }
    }
}

QJsonArray normalInlines(const QJsonArray &nodes)
{
    QJsonArray out;
    bool lineStart = true;
    for (const QJsonValue value : nodes) {
        QJsonObject node = value.toObject();
        if (typeOf(node) == "hardBreak"_L1) {
            dropTrailingSpace(out);
            out << QJsonObject{{"type"_L1, u"hardBreak"_s}};
            lineStart = true;
            continue;
        }
        if (typeOf(node) != "text"_L1) {
            out << node;
            lineStart = false;
            continue;
        }
        const QJsonArray marks = sortedMarks(node["marks"_L1].toArray());
        const bool code = std::any_of(
            marks.begin(), marks.end(), [](const QJsonValue &m) { return typeOf(m) == "code"_L1; });
        for (const QChar character : node["text"_L1].toString()) {
            const bool space = character.isSpace() && !code;
            if (!space || !lineStart)
                appendCharacter(out, character, space ? QJsonArray() : marks);
            lineStart = lineStart && space;
        }
    }
    dropTrailingSpace(out);
    return out;
}

QJsonObject normalNode(QJsonObject node)
{
    const QString type = typeOf(node);
    QJsonObject attributes = node["attrs"_L1].toObject();
    attributes.remove("localId"_L1);
    if (attributes.value("order"_L1).toInt() == 1)
        attributes.remove("order"_L1);
    node["attrs"_L1] = attributes;
    const QJsonArray content = node["content"_L1].toArray();
    if (type == "paragraph"_L1 || type == "heading"_L1 || type == "taskItem"_L1
        || type == "decisionItem"_L1 || type == "caption"_L1) {
        node["content"_L1] = normalInlines(content);
        return node;
    }
    QJsonArray children;
    for (const QJsonValue child : content) {
        const QJsonObject normal = normalNode(child.toObject());
        const bool empty =
            typeOf(normal) == "paragraph"_L1 && normal["content"_L1].toArray().isEmpty();
        if (!empty)
            children << normal;
    }
    node["content"_L1] = children;
    return node;
}

} // namespace

QJsonObject normalAdf(const QJsonObject &document)
{
    return normalNode(document);
}
