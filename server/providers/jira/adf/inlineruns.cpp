// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/inlineruns.h"

#include "server/providers/jira/adf/inlinemarkdown.h"
#include "server/providers/jira/adf/markdownescape.h"

#include <QDateTime>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 64;

unsigned markFor(const QJsonObject &mark)
{
    const QString type = mark["type"_L1].toString();
    if (type == "strong"_L1)
        return Strong;
    if (type == "em"_L1)
        return Em;
    if (type == "strike"_L1)
        return Strike;
    if (type == "underline"_L1)
        return Underline;
    if (type == "code"_L1)
        return Code;
    if (type == "subsup"_L1)
        return mark["attrs"_L1]["type"_L1].toString() == "sub"_L1 ? Sub : Sup;
    return 0;
}

QString statusMarker(const QJsonObject &attributes, bool inTable)
{
    QString text = attributes["text"_L1].toString().simplified();
    text.replace(u'[', u'(').replace(u']', u')');
    if (text.isEmpty())
        return {};
    const QString color = attributes["color"_L1].toString();
    static const QRegularExpression known(u"^(?:purple|blue|red|yellow|green|#[0-9a-fA-F]{6})$"_s);
    const QString prefix =
        known.match(color).hasMatch() ? u"[STATUS("_s + color + u"): "_s : u"[STATUS: "_s;
    return prefix + escapedText(text, u' ', u']', escapeContext(text, true, inTable)) + u']';
}

QString dateMarker(const QJsonObject &attributes)
{
    bool ok = false;
    const qint64 milliseconds = attributes["timestamp"_L1].toVariant().toString().toLongLong(&ok);
    const QDate date = ok ? QDateTime::fromMSecsSinceEpoch(milliseconds).toUTC().date() : QDate();
    if (!date.isValid() || date.year() < 1 || date.year() > 9999)
        return {};
    return u"[DATE: "_s + date.toString(Qt::ISODate) + u']';
}

QString bracketedText(const QString &text, bool inTable)
{
    EscapeContext context = escapeContext(text, true, inTable);
    context.brackets = true;
    return escapedText(text, u'[', u']', context);
}

QString mentionMarker(const QJsonObject &attributes, bool inTable)
{
    QString name = attributes["text"_L1].toString().simplified();
    while (name.startsWith(u'@'))
        name.remove(0, 1);
    const QString id = attributes["id"_L1].toString();
    if (id.isEmpty())
        return bracketedText(u'@' + name, inTable);
    return u"[@"_s + bracketedText(name, inTable) + u"]("_s
        + linkDestination(u"accountid:"_s + id, inTable) + u')';
}

QString cardMarker(const QJsonObject &attributes, bool inTable)
{
    const QString url = attributes["url"_L1].toString();
    static const QRegularExpression plain(u"^https?://[^\\s<>|\\\\]+$"_s);
    if (plain.match(url).hasMatch())
        return u'<' + url + u'>';
    return isLinkableTarget(url)
        ? u'[' + bracketedText(url, inTable) + u"]("_s + linkDestination(url, inTable) + u')'
        : QString();
}

/** The marker of an inline node that is neither text nor a break; empty if it has none. */
QString markerFor(const QString &type, const QJsonObject &node, bool inTable)
{
    const QJsonObject attributes = node["attrs"_L1].toObject();
    if (type == "mention"_L1)
        return mentionMarker(attributes, inTable);
    if (type == "status"_L1)
        return statusMarker(attributes, inTable);
    if (type == "date"_L1)
        return dateMarker(attributes);
    if (type == "inlineCard"_L1 || type == "blockCard"_L1 || type == "embedCard"_L1)
        return cardMarker(attributes, inTable);
    if (type == "mediaInline"_L1 || type == "media"_L1)
        return mediaMarkdown(node, inTable);
    return {};
}

/** What can be read of a node that has no form of its own. */
QString readableText(const QJsonObject &node, int depth)
{
    const QJsonObject attributes = node["attrs"_L1].toObject();
    for (const auto key : {"text"_L1, "shortName"_L1, "title"_L1, "url"_L1, "timestamp"_L1}) {
        if (const QString text = attributes[key].toString(); !text.isEmpty())
            return text;
    }
    if (const QString text = node["text"_L1].toString(); !text.isEmpty())
        return text;
    if (depth >= maximumDepth)
        return u"[nested too deeply to show]"_s;
    QStringList parts;
    for (const QJsonValue child : node["content"_L1].toArray()) {
        if (const QString text = readableText(child.toObject(), depth + 1); !text.isEmpty())
            parts << text;
    }
    return parts.join(u' ');
}

void appendText(std::vector<Run> &runs, const QString &text, unsigned marks, const QString &link)
{
    if (text.isEmpty())
        return;
    if (!runs.empty() && runs.back().kind == Run::Kind::Text && runs.back().marks == marks
        && runs.back().link == link)
        runs.back().text += text;
    else
        runs.push_back({Run::Kind::Text, text, marks, link, false});
}

void appendTextNode(std::vector<Run> &runs, const QJsonObject &node)
{
    unsigned marks = 0;
    QString link;
    for (const QJsonValue value : node["marks"_L1].toArray()) {
        const QJsonObject mark = value.toObject();
        marks |= markFor(mark);
        if (mark["type"_L1].toString() == "link"_L1)
            link = mark["attrs"_L1]["href"_L1].toString();
    }
    if ((marks & Code) != 0)
        marks = Code;
    QString text = node["text"_L1].toString();
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(0), QChar(0xFFFD));
    QString suffix;
    if (!link.isEmpty() && !isLinkableTarget(link)) {
        suffix = text == link ? QString() : u" ("_s + link + u')';
        link.clear();
    }
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            runs.push_back({Run::Kind::Break, {}, 0, link, false});
        appendText(runs, lines[i], marks, link);
    }
    appendText(runs, suffix, 0, {});
}

void placeLinks(std::vector<Run> &runs)
{
    for (auto run = runs.begin(); run != runs.end();) {
        const auto end =
            std::find_if(run, runs.end(), [&](const Run &r) { return r.link != run->link; });
        const bool mixed = std::any_of(
            run, end, [&](const Run &r) { return ((r.marks ^ run->marks) & textStyle) != 0; });
        std::for_each(run, end, [&](Run &r) { r.linkOutside = mixed && !r.link.isEmpty(); });
        run = end;
    }
}

} // namespace

std::vector<Run> runsFrom(const QJsonArray &nodes, bool inTable)
{
    std::vector<Run> runs;
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QString type = node["type"_L1].toString();
        if (type == "text"_L1) {
            appendTextNode(runs, node);
        } else if (type == "hardBreak"_L1) {
            runs.push_back({Run::Kind::Break, {}, 0, {}, false});
        } else if (const QString marker = markerFor(type, node, inTable); !marker.isEmpty()) {
            runs.push_back({Run::Kind::Marker, marker, 0, {}, false});
        } else if (const QString text = readableText(node, 0); !text.isEmpty()) {
            appendText(runs, text, 0, {});
        } else if (!type.isEmpty() && type != "mention"_L1 && type != "status"_L1) {
            appendText(runs, u"[unsupported: "_s + type + u']', 0, {});
        }
    }
    placeLinks(runs);
    return runs;
}

bool isLinkableTarget(QStringView target)
{
    return target.startsWith("http://"_L1, Qt::CaseInsensitive)
        || target.startsWith("https://"_L1, Qt::CaseInsensitive)
        || target.startsWith("mailto:"_L1, Qt::CaseInsensitive);
}

QString plainText(const QJsonArray &nodes)
{
    QString text;
    for (const Run &run : runsFrom(nodes, false))
        text += run.kind == Run::Kind::Break ? u" "_s : run.text;
    return text.simplified();
}

QString mediaMarkdown(const QJsonObject &media, bool inTable)
{
    const QJsonObject attributes = media["attrs"_L1].toObject();
    const QString url = attributes["url"_L1].toString();
    const QString id = attributes["id"_L1].toString();
    const QString target = id.isEmpty() ? url : u"attachment:"_s + id;
    if (target.isEmpty())
        return {};
    const QString alt = attributes["alt"_L1].toString().simplified();
    return u"!["_s + bracketedText(alt, inTable) + u"]("_s + linkDestination(target, inTable)
        + u')';
}

} // namespace fairlead::providers::jira
