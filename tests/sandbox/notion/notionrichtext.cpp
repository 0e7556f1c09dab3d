// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionrichtext.h"

#include "tests/sandbox/notion/notionanswers.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestText = 2000;
constexpr int longestExpression = 1000;
constexpr int mostItems = 100;

const QStringList &styles()
{
    static const QStringList names{
        u"bold"_s, u"italic"_s, u"strikethrough"_s, u"underline"_s, u"code"_s};
    return names;
}

QJsonObject piece(const QString &type, const QJsonObject &content, const QString &text)
{
    QJsonObject annotations{{u"color"_s, u"default"_s}};
    for (const QString &style : styles())
        annotations.insert(style, false);
    const QJsonValue link = content["link"_L1]["url"_L1];
    return {{u"type"_s, type},
            {type, content},
            {u"annotations"_s, annotations},
            {u"plain_text"_s, text},
            {u"href"_s, link.isString() ? link : QJsonValue(QJsonValue::Null)}};
}

QJsonObject textPiece(const QString &text, const QJsonValue &link = QJsonValue::Null)
{
    return piece(u"text"_s, {{u"content"_s, text}, {u"link"_s, link}}, text);
}

Result<QJsonObject> readText(const QJsonObject &sent, const QString &path)
{
    const QJsonValue content = sent["content"_L1];
    if (!content.isString())
        return failure(ErrorCode::InvalidInput,
                       notionComplaint(path + u".content"_s,
                                       content.isUndefined() ? u"defined"_s : u"a string"_s,
                                       content));
    const QString text = content.toString();
    if (text.size() > longestText)
        return failure(ErrorCode::InvalidInput,
                       notionComplaint(path + u".content.length"_s, u"≤ `2000`"_s, text.size()));
    const QJsonValue url = sent["link"_L1]["url"_L1];
    if (url.toString().size() > longestText)
        return failure(
            ErrorCode::InvalidInput,
            notionComplaint(path + u".link.url.length"_s, u"≤ `2000`"_s, url.toString().size()));
    return textPiece(text,
                     url.isString() ? QJsonValue(QJsonObject{{u"url"_s, url}})
                                    : QJsonValue(QJsonValue::Null));
}

/** A mention keeps what it names; its text is what a reader without Notion would see. */
Result<QJsonObject> readMention(const QJsonObject &sent, const QString &path)
{
    for (const QString &kind : {u"user"_s, u"page"_s, u"database"_s, u"date"_s}) {
        if (!sent[kind].isObject())
            continue;
        const QJsonObject named = sent[kind].toObject();
        if (kind != "date"_L1 && notionId(named["id"_L1].toString()).isEmpty())
            return failure(
                ErrorCode::InvalidInput,
                notionComplaint(path + u'.' + kind + u".id"_s, u"a valid uuid"_s, named["id"_L1]));
        const QString text =
            kind == "date"_L1 ? named["start"_L1].toString() : u'@' + named["id"_L1].toString();
        return piece(u"mention"_s, {{u"type"_s, kind}, {kind, named}}, text);
    }
    return failure(ErrorCode::InvalidInput,
                   notionComplaint(path + u".user"_s, u"defined"_s, QJsonValue::Undefined));
}

Result<QJsonObject> readEquation(const QJsonObject &sent, const QString &path)
{
    const QString expression = sent["expression"_L1].toString();
    if (expression.isEmpty())
        return failure(ErrorCode::InvalidInput,
                       notionComplaint(path + u".expression"_s,
                                       u"a non-empty string"_s,
                                       sent["expression"_L1]));
    if (expression.size() > longestExpression)
        return failure(
            ErrorCode::InvalidInput,
            notionComplaint(path + u".expression.length"_s, u"≤ `1000`"_s, expression.size()));
    return piece(u"equation"_s, {{u"expression"_s, expression}}, expression);
}

Result<QJsonObject> readItem(const QJsonValue &sent, const QString &path)
{
    const QJsonObject item = sent.toObject();
    const QString unknown = notionUnknownMember(item,
                                                {u"type"_s,
                                                 u"text"_s,
                                                 u"mention"_s,
                                                 u"equation"_s,
                                                 u"annotations"_s,
                                                 u"plain_text"_s,
                                                 u"href"_s},
                                                path);
    if (!unknown.isEmpty())
        return failure(ErrorCode::InvalidInput, unknown);
    Result<QJsonObject> read = item["mention"_L1].isObject()
        ? readMention(item["mention"_L1].toObject(), path + u".mention"_s)
        : item["equation"_L1].isObject()
        ? readEquation(item["equation"_L1].toObject(), path + u".equation"_s)
        : item["text"_L1].isObject()
        ? readText(item["text"_L1].toObject(), path + u".text"_s)
        : failure(ErrorCode::InvalidInput,
                  notionComplaint(path + u".text"_s, u"defined"_s, item["text"_L1]));
    if (!read)
        return read;
    QJsonObject annotations = (*read)["annotations"_L1].toObject();
    const QJsonObject wanted = item["annotations"_L1].toObject();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (!annotations.contains(it.key()))
            return failure(ErrorCode::InvalidInput,
                           notionComplaint(
                               path + u".annotations."_s + it.key(), u"not present"_s, it.value()));
        annotations.insert(it.key(), it.value());
    }
    read->insert(u"annotations"_s, annotations);
    return read;
}

} // namespace

Result<QJsonArray> readRichText(const QJsonValue &sent, const QString &path)
{
    if (!sent.isArray())
        return failure(
            ErrorCode::InvalidInput,
            notionComplaint(path, sent.isUndefined() ? u"defined"_s : u"an array"_s, sent));
    const QJsonArray items = sent.toArray();
    if (items.size() > mostItems)
        return failure(ErrorCode::InvalidInput,
                       notionComplaint(path + u".length"_s, u"≤ `100`"_s, items.size()));
    QJsonArray result;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Result<QJsonObject> item = readItem(items[i], u"%1[%2]"_s.arg(path).arg(i));
        if (!item)
            return tl::unexpected(item.error());
        result.append(*item);
    }
    return result;
}

QJsonArray richTextOf(const QString &text)
{
    return text.isEmpty() ? QJsonArray() : QJsonArray{textPiece(text)};
}

QJsonArray richTextFromMarkdown(const QString &markdown)
{
    static const QRegularExpression marked(
        u"\\*\\*(?<bold>[^*]+)\\*\\*|\\*(?<italic>[^*]+)\\*|~~(?<strikethrough>[^~]+)~~|"
        "`(?<code>[^`]+)`|\\[(?<link>[^\\]]+)\\]\\((?<url>[^)]+)\\)"_s);
    QJsonArray result;
    qsizetype end = 0;
    for (auto it = marked.globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        if (match.capturedStart() > end)
            result.append(textPiece(markdown.mid(end, match.capturedStart() - end)));
        end = match.capturedEnd();
        const QString link = match.captured(u"link"_s);
        if (!link.isEmpty())
            result.append(textPiece(link, QJsonObject{{u"url"_s, match.captured(u"url"_s)}}));
        for (const QString &style : styles()) {
            const QString text = style == "underline"_L1 ? QString() : match.captured(style);
            if (text.isEmpty())
                continue;
            QJsonObject item = textPiece(text);
            QJsonObject annotations = item["annotations"_L1].toObject();
            annotations.insert(style, true);
            item.insert(u"annotations"_s, annotations);
            result.append(item);
        }
    }
    if (end < markdown.size())
        result.append(textPiece(markdown.mid(end)));
    return result;
}

QString plainText(const QJsonArray &richText)
{
    QString result;
    for (const auto &item : richText)
        result += item["plain_text"_L1].toString();
    return result;
}

QString inlineMarkdown(const QJsonArray &richText)
{
    QString result;
    for (const auto &item : richText) {
        QString text = item["plain_text"_L1].toString();
        const QJsonValue annotations = item["annotations"_L1];
        if (annotations["code"_L1].toBool())
            text = u'`' + text + u'`';
        if (annotations["strikethrough"_L1].toBool())
            text = u"~~"_s + text + u"~~"_s;
        if (annotations["italic"_L1].toBool())
            text = u'*' + text + u'*';
        if (annotations["bold"_L1].toBool())
            text = u"**"_s + text + u"**"_s;
        if (item["href"_L1].isString())
            text = u"[%1](%2)"_s.arg(text, item["href"_L1].toString());
        result += text;
    }
    return result;
}

} // namespace fairlead::sandbox
