// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/jira/adf.h"

#include <QHash>
#include <QJsonArray>
#include <QStringList>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 40;

struct NodeRule
{
    QStringList children; ///< allowed child types; "inline" and "block" stand for their groups
    QStringList required; ///< attributes
    bool needsContent = false;
};

const QHash<QString, NodeRule> &nodeRules()
{
    static const QStringList blocks{u"block"_s};
    static const QStringList inlines{u"inline"_s};
    static const QHash<QString, NodeRule> rules{
        {u"doc"_s, {blocks, {}}},
        {u"paragraph"_s, {inlines, {}}},
        {u"heading"_s, {inlines, {u"level"_s}}},
        {u"blockquote"_s, {blocks, {}, true}},
        {u"rule"_s, {}},
        {u"codeBlock"_s, {{u"text"_s}, {}}},
        {u"bulletList"_s, {{u"listItem"_s}, {}, true}},
        {u"orderedList"_s, {{u"listItem"_s}, {}, true}},
        {u"listItem"_s, {blocks, {}, true}},
        {u"taskList"_s, {{u"taskItem"_s, u"taskList"_s}, {u"localId"_s}, true}},
        {u"taskItem"_s, {inlines, {u"localId"_s, u"state"_s}}},
        {u"decisionList"_s, {{u"decisionItem"_s}, {u"localId"_s}, true}},
        {u"decisionItem"_s, {inlines, {u"localId"_s, u"state"_s}}},
        {u"panel"_s, {blocks, {u"panelType"_s}, true}},
        {u"expand"_s, {blocks, {}, true}},
        {u"nestedExpand"_s, {blocks, {}, true}},
        {u"table"_s, {{u"tableRow"_s}, {}, true}},
        {u"tableRow"_s, {{u"tableCell"_s, u"tableHeader"_s}, {}}},
        {u"tableCell"_s, {blocks, {}, true}},
        {u"tableHeader"_s, {blocks, {}, true}},
        {u"layoutSection"_s, {{u"layoutColumn"_s}, {}, true}},
        {u"layoutColumn"_s, {blocks, {u"width"_s}, true}},
        {u"extension"_s, {{}, {u"extensionType"_s, u"extensionKey"_s}}},
        {u"bodiedExtension"_s, {blocks, {u"extensionType"_s, u"extensionKey"_s}, true}},
        {u"mediaSingle"_s, {{u"media"_s, u"caption"_s}, {}, true}},
        {u"caption"_s, {inlines, {}}},
        {u"mediaGroup"_s, {{u"media"_s}, {}, true}},
        {u"media"_s, {{}, {u"type"_s}}},
        {u"blockCard"_s, {{}, {}}},
        {u"embedCard"_s, {{}, {u"url"_s, u"layout"_s}}},
        {u"text"_s, {}},
        {u"hardBreak"_s, {}},
        {u"mention"_s, {{}, {u"id"_s}}},
        {u"emoji"_s, {{}, {u"shortName"_s}}},
        {u"date"_s, {{}, {u"timestamp"_s}}},
        {u"status"_s, {{}, {u"text"_s, u"color"_s}}},
        {u"inlineCard"_s, {{}, {}}},
        {u"mediaInline"_s, {{}, {u"id"_s, u"collection"_s}}},
        {u"placeholder"_s, {{}, {u"text"_s}}},
        {u"inlineExtension"_s, {{}, {u"extensionType"_s, u"extensionKey"_s}}},
    };
    return rules;
}

bool isInline(const QString &type)
{
    static const QStringList types{u"text"_s,
                                   u"hardBreak"_s,
                                   u"mention"_s,
                                   u"emoji"_s,
                                   u"date"_s,
                                   u"status"_s,
                                   u"inlineCard"_s,
                                   u"mediaInline"_s,
                                   u"placeholder"_s,
                                   u"inlineExtension"_s};
    return types.contains(type);
}

bool isBlock(const QString &type)
{
    static const QStringList inner{u"doc"_s,
                                   u"listItem"_s,
                                   u"taskItem"_s,
                                   u"decisionItem"_s,
                                   u"tableRow"_s,
                                   u"tableCell"_s,
                                   u"tableHeader"_s,
                                   u"layoutColumn"_s,
                                   u"caption"_s,
                                   u"media"_s};
    return nodeRules().contains(type) && !isInline(type) && !inner.contains(type);
}

QString checkText(const QJsonObject &node)
{
    static const QHash<QString, QStringList> marks{{u"strong"_s, {}},
                                                   {u"em"_s, {}},
                                                   {u"strike"_s, {}},
                                                   {u"code"_s, {}},
                                                   {u"underline"_s, {}},
                                                   {u"link"_s, {u"href"_s}},
                                                   {u"subsup"_s, {u"type"_s}},
                                                   {u"textColor"_s, {u"color"_s}},
                                                   {u"backgroundColor"_s, {u"color"_s}},
                                                   {u"annotation"_s, {u"id"_s}}};
    if (node["text"_L1].toString().isEmpty())
        return u"a text node needs a text"_s;
    for (const auto &mark : node["marks"_L1].toArray()) {
        const QString type = mark["type"_L1].toString();
        if (!marks.contains(type))
            return u"there is no mark \"%1\""_s.arg(type);
        for (const QString &attribute : marks.value(type)) {
            if (!mark["attrs"_L1].toObject().contains(attribute))
                return u"the mark \"%1\" needs \"%2\""_s.arg(type, attribute);
        }
    }
    return {};
}

QString checkAttributes(const QString &type, const QJsonObject &attributes)
{
    if (type == "heading"_L1) {
        const int level = attributes["level"_L1].toInt();
        if (level < 1 || level > 6)
            return u"a heading's level is 1 to 6"_s;
    }
    static const QStringList panels{
        u"info"_s, u"note"_s, u"warning"_s, u"success"_s, u"error"_s, u"tip"_s, u"custom"_s};
    if (type == "panel"_L1 && !panels.contains(attributes["panelType"_L1].toString()))
        return u"there is no such panelType"_s;
    static const QStringList states{u"TODO"_s, u"DONE"_s};
    if (type == "taskItem"_L1 && !states.contains(attributes["state"_L1].toString()))
        return u"a taskItem's state is TODO or DONE"_s;
    if ((type == "inlineCard"_L1 || type == "blockCard"_L1) && !attributes.contains("url"_L1)
        && !attributes.contains("data"_L1) && !attributes.contains("datasource"_L1))
        return u"a card needs \"url\" or \"data\""_s;
    return {};
}

QString checkNode(const QJsonObject &node, int depth)
{
    const QString type = node["type"_L1].toString();
    const auto rule = nodeRules().find(type);
    if (rule == nodeRules().end())
        return u"there is no node \"%1\""_s.arg(type);
    if (depth > maximumDepth)
        return u"the document is nested too deeply"_s;
    const QJsonObject attributes = node["attrs"_L1].toObject();
    for (const QString &name : rule->required) {
        if (!attributes.contains(name))
            return u"the node \"%1\" needs \"%2\""_s.arg(type, name);
    }
    if (const QString wrong = checkAttributes(type, attributes); !wrong.isEmpty())
        return wrong;
    if (type == "text"_L1)
        return checkText(node);
    const QJsonArray content = node["content"_L1].toArray();
    if (rule->needsContent && content.isEmpty())
        return u"the node \"%1\" needs content"_s.arg(type);
    for (const auto &value : content) {
        const QString child = value["type"_L1].toString();
        const bool fits = rule->children.contains(child)
            || (rule->children.contains(u"inline"_s) && isInline(child))
            || (rule->children.contains(u"block"_s) && isBlock(child));
        if (!fits)
            return u"the node \"%1\" may not stand in \"%2\""_s.arg(child, type);
        if (const QString wrong = checkNode(value.toObject(), depth + 1); !wrong.isEmpty())
            return wrong;
    }
    return {};
}

} // namespace

QString checkAdf(const QJsonValue &document)
{
    const QJsonObject root = document.toObject();
    if (root["type"_L1].toString() != "doc"_L1 || root["version"_L1].toInt() != 1
        || !root["content"_L1].isArray())
        return u"a document has type \"doc\", version 1 and content"_s;
    return checkNode(root, 0);
}

QString adfText(const QJsonObject &document)
{
    const QString type = document["type"_L1].toString();
    if (type == "text"_L1)
        return document["text"_L1].toString();
    if (type == "mention"_L1 || type == "status"_L1)
        return document["attrs"_L1]["text"_L1].toString();
    if (type == "hardBreak"_L1)
        return u"\n"_s;
    QString result;
    for (const auto &child : document["content"_L1].toArray())
        result += adfText(child.toObject());
    return isBlock(type) ? result + u'\n' : result;
}

} // namespace fairlead::sandbox
