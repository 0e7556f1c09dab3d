// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/fieldtext.h"

#include "server/base/text.h"
#include "server/providers/jira/adf/adfreader.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <string>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr int maxDepth = 4;
constexpr qsizetype rawLimit = 200;
constexpr int deepestNode = 50; // of a document that is read for an excerpt

QString textOf(const json::Element &value, int depth);

bool isDocument(const json::Element &value)
{
    return json::line(value, "type") == "doc"_L1 && json::list(value, "content");
}

// An issue named within another: "ABC-1 (Done) Fix login".
QString issueReference(const json::Element &issue)
{
    const QString key = json::line(issue, "key");
    const auto fields = json::member(issue, "fields");
    if (key.isEmpty() || !fields)
        return key;
    const auto status = json::member(*fields, "status");
    const QString state = status ? json::line(*status, "name") : QString();
    const QString summary = json::line(*fields, "summary");
    const QString name = state.isEmpty() ? key : u"%1 (%2)"_s.arg(key, state);
    return summary.isEmpty() ? name : u"%1 %2"_s.arg(name, summary);
}

QString linkText(const json::Element &link)
{
    const auto type = json::member(link, "type");
    if (!type)
        return {};
    if (const auto issue = json::member(link, "outwardIssue"))
        return u"%1 %2"_s.arg(json::line(*type, "outward"), issueReference(*issue));
    if (const auto issue = json::member(link, "inwardIssue"))
        return u"%1 %2"_s.arg(json::line(*type, "inward"), issueReference(*issue));
    return {};
}

QString objectText(const json::Element &value, int depth)
{
    if (isDocument(value))
        return documentText(value);
    if (const QString link = linkText(value); !link.isEmpty())
        return link;
    if (json::member(value, "fields"))
        return issueReference(value);
    for (const char *const key : {"displayName", "name", "value", "filename"}) {
        const QString text = json::line(value, key);
        if (text.isEmpty())
            continue;
        const auto child = json::member(value, "child");
        return child && depth > 0 ? u"%1 / %2"_s.arg(text, textOf(*child, depth - 1)) : text;
    }
    for (const char *const key : {"votes", "watchCount"}) {
        if (const qint64 count = json::number(value, key, -1); count >= 0)
            return count == 0 ? QString() : QString::number(count);
    }
    const std::string raw = simdjson::minify(value);
    return raw == "{}" ? QString() : cleanedLine(json::fromUtf8(raw), rawLimit);
}

QString listText(const simdjson::dom::array &list, int depth)
{
    QStringList texts;
    for (const json::Element element : list) {
        const QString text = textOf(element, depth);
        if (!text.isEmpty())
            texts.append(text);
    }
    return cleanedLine(texts.join(u", "_s), 4 * json::lineLimit);
}

QString textOf(const json::Element &value, int depth)
{
    switch (value.type()) {
    case simdjson::dom::element_type::STRING: {
        std::string_view text;
        return value.get(text) == simdjson::SUCCESS
            ? shortTime(cleanedText(json::fromUtf8(text), json::textLimit))
            : QString();
    }
    case simdjson::dom::element_type::OBJECT:
        return objectText(value, depth);
    case simdjson::dom::element_type::ARRAY: {
        simdjson::dom::array list;
        return depth > 0 && value.get(list) == simdjson::SUCCESS ? listText(list, depth - 1)
                                                                 : QString();
    }
    case simdjson::dom::element_type::BOOL: {
        bool isSet = false;
        return value.get(isSet) == simdjson::SUCCESS && isSet ? u"yes"_s : u"no"_s;
    }
    case simdjson::dom::element_type::NULL_VALUE:
        return {};
    default:
        return json::fromUtf8(simdjson::minify(value));
    }
}

/** A text node's words, or what stands for a mention, a status, an emoji, a card. */
QString ownText(const json::Element &node)
{
    if (const QString text = json::line(node, "text"); !text.isEmpty())
        return text;
    const auto attributes = json::member(node, "attrs");
    if (!attributes)
        return {};
    const QString text = json::line(*attributes, "text");
    return text.isEmpty() ? json::line(*attributes, "url") : text;
}

void appendExcerpt(QString &excerpt, const json::Element &node, qsizetype limit, int depth)
{
    if (excerpt.size() > limit || depth > deepestNode)
        return;
    const QString own = ownText(node);
    excerpt += own;
    const auto children = json::list(node, "content");
    if (!children) {
        if (own.isEmpty()) // a line break, a rule
            excerpt += u' ';
        return;
    }
    for (const json::Element child : *children)
        appendExcerpt(excerpt, child, limit, depth + 1);
    if (!excerpt.isEmpty() && !excerpt.endsWith(u' '))
        excerpt += u' ';
}

} // namespace

QString fieldText(const json::Element &value)
{
    return textOf(value, maxDepth);
}

QString documentText(const json::Element &value)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
        return cleanedText(json::fromUtf8(text), json::textLimit);
    if (!isDocument(value))
        return {};
    const std::string raw = simdjson::minify(value);
    const QJsonDocument document = QJsonDocument::fromJson(
        QByteArray::fromRawData(raw.data(), static_cast<qsizetype>(raw.size())));
    return cleanedText(markdownFromAdf(document.object()).trimmed(), json::textLimit);
}

QString documentExcerpt(const json::Element &value, qsizetype limit)
{
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS)
        return cleanedLine(json::fromUtf8(text), limit);
    QString excerpt;
    appendExcerpt(excerpt, value, limit, 0);
    return cleanedLine(excerpt.trimmed(), limit);
}

QString shortTime(const QString &text)
{
    // Nearly every text of an answer comes by here, and nearly none is a time.
    if (text.size() < 20 || text.size() > 40 || text[10] != u'T')
        return text;
    static const QRegularExpression time(
        u"^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d):\\d\\d(\\.\\d+)?([+-]\\d\\d:?\\d\\d|Z)$"_s);
    const QRegularExpressionMatch match = time.match(text);
    return match.hasMatch() ? match.captured(1) + u' ' + match.captured(2) : text;
}

} // namespace fairlead::providers::jira
