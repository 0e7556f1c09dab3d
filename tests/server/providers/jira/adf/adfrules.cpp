// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QHash>
#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

const QHash<QString, QStringList> &allowedChildren()
{
    static const QString inlines =
        u"text hardBreak mention status date inlineCard mediaInline placeholder"_s;
    static const QString common =
        u"paragraph bulletList orderedList codeBlock mediaSingle mediaGroup "_s;
    static const QString full =
        common + u"heading taskList decisionList rule panel blockquote blockCard "_s;
    static const QHash<QString, QStringList> table = [] {
        const QHash<QString, QString> names{
            {u"doc"_s, full + u"table expand embedCard layoutSection"_s},
            {u"layoutSection"_s, u"layoutColumn"_s},
            {u"layoutColumn"_s, full + u"table expand embedCard"_s},
            {u"expand"_s, full + u"table nestedExpand embedCard"_s},
            {u"nestedExpand"_s, full},
            {u"panel"_s, common + u"heading taskList decisionList rule blockCard"_s},
            {u"blockquote"_s, common},
            {u"listItem"_s, u"paragraph bulletList orderedList taskList codeBlock mediaSingle"_s},
            {u"bulletList"_s, u"listItem"_s},
            {u"orderedList"_s, u"listItem"_s},
            {u"taskList"_s, u"taskItem taskList"_s},
            {u"decisionList"_s, u"decisionItem"_s},
            {u"table"_s, u"tableRow"_s},
            {u"tableRow"_s, u"tableHeader tableCell"_s},
            {u"tableHeader"_s, u"paragraph"_s},
            {u"tableCell"_s, u"paragraph"_s},
            {u"mediaSingle"_s, u"media caption"_s},
            {u"caption"_s, inlines},
            {u"mediaGroup"_s, u"media"_s},
            {u"codeBlock"_s, u"text"_s},
            {u"paragraph"_s, inlines},
            {u"heading"_s, inlines},
            {u"taskItem"_s, inlines},
            {u"decisionItem"_s, inlines},
        };
        QHash<QString, QStringList> split;
        for (auto i = names.begin(); i != names.end(); ++i)
            split[i.key()] = i.value().split(u' ', Qt::SkipEmptyParts);
        return split;
    }();
    return table;
}

const QSet<QString> mayBeEmpty{u"doc"_s, u"paragraph"_s, u"codeBlock"_s, u"taskItem"_s};

QString brokenTextRule(const QJsonObject &text)
{
    if (text["text"_L1].toString().isEmpty())
        return u"empty text"_s;
    QSet<QString> types;
    for (const QJsonValue mark : text["marks"_L1].toArray()) {
        const QString type = mark["type"_L1].toString();
        if (types.contains(type))
            return u"mark twice: "_s + type;
        types << type;
        static const QStringList schemes{u"http"_s, u"https"_s, u"mailto"_s};
        const QString scheme = mark["attrs"_L1]["href"_L1].toString().section(u':', 0, 0).toLower();
        if (type == "link"_L1 && !schemes.contains(scheme))
            return u"scheme "_s + scheme;
    }
    const bool codeAlone = (types - QSet<QString>{u"code"_s, u"link"_s}).isEmpty();
    return types.contains(u"code"_s) && !codeAlone ? u"code with another mark"_s : QString();
}

QString brokenAttributeRule(const QString &type, const QJsonObject &attributes)
{
    const int level = attributes["level"_L1].toInt();
    if (type == "heading"_L1 && (level < 1 || level > 6))
        return u"level"_s;
    if (type == "status"_L1 && attributes["text"_L1].toString().isEmpty())
        return u"status without text"_s;
    const bool local = type == "taskList"_L1 || type == "taskItem"_L1 || type == "decisionItem"_L1;
    if (local && attributes["localId"_L1].toString().isEmpty())
        return u"no localId"_s;
    const bool external = attributes["type"_L1].toString() == "external"_L1;
    const QString target = attributes[external ? "url"_L1 : "id"_L1].toString();
    if ((type == "media"_L1 || type == "mediaInline"_L1) && target.isEmpty())
        return u"media of nothing"_s;
    if (type == "mediaInline"_L1 && external)
        return u"a picture from elsewhere in a line"_s;
    const double width = attributes["width"_L1].toDouble();
    if (type == "layoutColumn"_L1
        && (!attributes["width"_L1].isDouble() || width < 0 || width > 100))
        return u"width"_s;
    return {};
}

} // namespace

QString brokenAdfRule(const QJsonObject &node)
{
    const QString type = node["type"_L1].toString();
    if (type == "text"_L1)
        return brokenTextRule(node);
    if (const QString broken = brokenAttributeRule(type, node["attrs"_L1].toObject());
        !broken.isEmpty())
        return type + u": "_s + broken;
    const QStringList allowed = allowedChildren().value(type);
    const QJsonArray content = node["content"_L1].toArray();
    if (content.isEmpty() && !allowed.isEmpty() && !mayBeEmpty.contains(type))
        return type + u": no content"_s;
    if (type == "listItem"_L1 && content.first()["type"_L1].toString() != "paragraph"_L1)
        return u"listItem does not start with a paragraph"_s;
    for (const QJsonValue child : content) {
        if (!allowed.contains(child["type"_L1].toString()))
            return type + u" holds "_s + child["type"_L1].toString();
        if (const QString broken = brokenAdfRule(child.toObject()); !broken.isEmpty())
            return type + u" > "_s + broken;
    }
    return {};
}
