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

QString placeholderMarker(const QJsonObject &attributes, bool inTable)
{
    QString text = attributes["text"_L1].toString().simplified();
    text.replace(u'[', u'(').replace(u']', u')');
    return text.isEmpty() ? QString()
                          : u"[PLACEHOLDER: "_s
            + escapedText(text, u' ', u']', escapeContext(text, true, inTable)) + u']';
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
    if (type == "placeholder"_L1)
        return placeholderMarker(attributes, inTable);
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

void appendText(std::vector<Run> &runs, const QString &text, const TextLook &look)
{
    if (text.isEmpty())
        return;
    if (!runs.empty() && runs.back().kind == Run::Kind::Text && runs.back().look == look)
        runs.back().text += text;
    else
        runs.push_back({Run::Kind::Text, text, look, false});
}

TextLook lookOf(const QJsonArray &marks)
{
    TextLook look;
    for (const QJsonValue value : marks) {
        const QJsonObject mark = value.toObject();
        const QString type = mark["type"_L1].toString();
        look.marks |= markFor(mark);
        if (type == "link"_L1)
            look.link = mark["attrs"_L1]["href"_L1].toString();
        else if (type == "textColor"_L1)
            look.color = colorOf(mark);
        else if (type == "backgroundColor"_L1)
            look.background = colorOf(mark);
    }
    if ((look.marks & Code) != 0)
        look = {Code, look.link, {}, {}};
    return look;
}

void appendTextNode(std::vector<Run> &runs, const QJsonObject &node)
{
    TextLook look = lookOf(node["marks"_L1].toArray());
    QString text = node["text"_L1].toString();
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(0), QChar(0xFFFD));
    QString suffix;
    if (!look.link.isEmpty() && !isLinkableTarget(look.link)) {
        suffix = text == look.link ? QString() : u" ("_s + look.link + u')';
        look.link.clear();
    }
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (i > 0)
            runs.push_back({Run::Kind::Break, {}, {0, look.link, {}, {}}, false});
        appendText(runs, lines[i], look);
    }
    appendText(runs, suffix, {});
}

bool isOneStyle(const TextLook &a, const TextLook &b)
{
    return ((a.marks ^ b.marks) & textStyle) == 0 && a.color == b.color
        && a.background == b.background;
}

void placeLinks(std::vector<Run> &runs)
{
    for (auto run = runs.begin(); run != runs.end();) {
        const auto end = std::find_if(
            run, runs.end(), [&](const Run &r) { return r.look.link != run->look.link; });
        const bool mixed =
            std::any_of(run, end, [&](const Run &r) { return !isOneStyle(r.look, run->look); });
        std::for_each(run, end, [&](Run &r) { r.linkOutside = mixed && !r.look.link.isEmpty(); });
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
            runs.push_back({Run::Kind::Break, {}, {}, false});
        } else if (const QString marker = markerFor(type, node, inTable); !marker.isEmpty()) {
            runs.push_back({Run::Kind::Marker, marker, {}, false});
        } else if (type == "inlineExtension"_L1 || type == "extension"_L1) {
            appendText(runs, u"[EXTENSION: "_s + extensionName(node) + u']', {});
        } else if (const QString text = readableText(node, 0); !text.isEmpty()) {
            appendText(runs, text, {});
        } else if (!type.isEmpty() && type != "mention"_L1 && type != "status"_L1) {
            appendText(runs, u"[unsupported: "_s + type + u']', {});
        }
    }
    placeLinks(runs);
    return runs;
}

QString extensionName(const QJsonObject &node)
{
    const QJsonObject attributes = node["attrs"_L1].toObject();
    for (const QJsonValue &name : {attributes["text"_L1],
                                   attributes["parameters"_L1]["macroMetadata"_L1]["title"_L1],
                                   attributes["extensionKey"_L1]}) {
        if (const QString text = name.toString().simplified(); !text.isEmpty())
            return text;
    }
    return u"unknown"_s;
}

QString colorOf(const QJsonObject &mark)
{
    static const QRegularExpression valid(u"^#[0-9a-fA-F]{6}$"_s);
    static const QRegularExpression ordinary(u"^#(?:172b4d|292a2e|000000)$"_s);
    const QString type = mark["type"_L1].toString();
    const QString color = mark["attrs"_L1]["color"_L1].toString();
    const bool isColor = type == "textColor"_L1 || type == "backgroundColor"_L1;
    if (!isColor || !valid.match(color).hasMatch())
        return {};
    // Text that was pasted often names the colour that all text has.
    const bool usual = type == "textColor"_L1 && ordinary.match(color.toLower()).hasMatch();
    return usual ? QString() : color;
}

bool isWebAddress(QStringView target)
{
    return target.startsWith("http://"_L1, Qt::CaseInsensitive)
        || target.startsWith("https://"_L1, Qt::CaseInsensitive);
}

bool isLinkableTarget(QStringView target)
{
    return isWebAddress(target) || target.startsWith("mailto:"_L1, Qt::CaseInsensitive);
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
