// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfnodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {

namespace {

bool isMedia(const QJsonValue &node)
{
    return typeOf(node) == "mediaInline"_L1;
}

bool isBlank(const QJsonValue &node)
{
    return typeOf(node) == "hardBreak"_L1
        || (typeOf(node) == "text"_L1 && node["text"_L1].toString().trimmed().isEmpty());
}

/** A frame for each picture from elsewhere, one for the files of a group. */
void appendMedia(QJsonArray &out, const QJsonArray &media, const QJsonArray &caption)
{
    const bool outside = std::any_of(media.begin(), media.end(), [](const QJsonValue &node) {
        return node["attrs"_L1].toObject().contains("url"_L1);
    });
    if (media.size() > 1 && !outside) {
        out << nodeWith("mediaGroup"_L1, media);
        return;
    }
    for (const QJsonValue node : media) {
        QJsonArray content{node};
        if (!caption.isEmpty())
            content << nodeWith("caption"_L1, caption);
        out << nodeWith("mediaSingle"_L1, QJsonObject{{"layout"_L1, "center"_L1}}, content);
    }
}

} // namespace

QJsonObject nodeWith(QLatin1StringView type, const QJsonArray &content)
{
    return {{"type"_L1, type}, {"content"_L1, content}};
}

QJsonObject nodeWith(QLatin1StringView type,
                     const QJsonObject &attributes,
                     const QJsonArray &content)
{
    return {{"type"_L1, type}, {"attrs"_L1, attributes}, {"content"_L1, content}};
}

QJsonObject textNode(const QString &text)
{
    return {{"type"_L1, "text"_L1}, {"text"_L1, text}};
}

QString typeOf(const QJsonValue &node)
{
    return node["type"_L1].toString();
}

bool isEmptyRow(const MarkdownBlock &row)
{
    return std::all_of(row.children.begin(), row.children.end(), [](const auto &cell) {
        return cell->inlines.isEmpty();
    });
}

QJsonArray rowCells(const MarkdownBlock &row)
{
    const bool header = row.kind == MarkdownBlock::Kind::HeaderRow;
    QJsonArray cells;
    for (const auto &cell : row.children) {
        const QJsonArray content{nodeWith("paragraph"_L1, cell->inlines)};
        cells << nodeWith(header ? "tableHeader"_L1 : "tableCell"_L1, content);
    }
    return cells;
}

QJsonArray rowLine(const MarkdownBlock &row)
{
    QJsonArray line;
    for (const auto &cell : row.children) {
        if (!line.isEmpty())
            line << textNode(u" | "_s);
        for (const QJsonValue node : cell->inlines)
            line << node;
    }
    return line;
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

void appendParagraph(QJsonArray &out, const QJsonArray &inlines, const QJsonArray &caption)
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
    else
        appendMedia(out, media, caption);
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

QJsonObject mediaInline(const QString &id, const QString &url, const QString &alt)
{
    QJsonObject attributes{{"type"_L1, "external"_L1}, {"url"_L1, url}};
    if (!id.isEmpty())
        attributes = {{"type"_L1, "file"_L1}, {"id"_L1, id}, {"collection"_L1, QString()}};
    if (!alt.isEmpty())
        attributes["alt"_L1] = alt;
    return {{"type"_L1, "mediaInline"_L1}, {"attrs"_L1, attributes}};
}

} // namespace fairlead::providers::jira
