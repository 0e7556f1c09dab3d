// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/adf/adfdecorator.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

QJsonObject parsed(const char *json)
{
    return QJsonDocument::fromJson(QByteArray(json).replace('\'', '"')).object();
}

void setAttribute(QJsonObject &node, QLatin1StringView name, const QJsonValue &value)
{
    QJsonObject attributes = node.value("attrs"_L1).toObject();
    attributes[name] = value;
    node["attrs"_L1] = attributes;
}

bool holdsText(const QString &type)
{
    return type == "paragraph"_L1 || type == "heading"_L1 || type == "taskItem"_L1
        || type == "decisionItem"_L1;
}

} // namespace

QJsonObject AdfDecorator::decorated(const QJsonObject &document)
{
    return node(document, {});
}

QJsonObject AdfDecorator::node(QJsonObject node, const QString &parent)
{
    const QString type = node.value("type"_L1).toString();
    if (node.contains("content"_L1))
        node["content"_L1] = children(node.value("content"_L1).toArray(), type);
    if (type == "tableCell"_L1 && oneIn(4))
        node["content"_L1] = cellBlocks();
    addAttributes(node, type);
    addMarks(node, type);
    const bool block = parent == "doc"_L1 || parent == "panel"_L1 || parent == "expand"_L1
        || parent == "layoutColumn"_L1;
    if (block && type != "text"_L1 && oneIn(3))
        setAttribute(node, "localId"_L1, nextId());
    return node;
}

QJsonArray AdfDecorator::children(const QJsonArray &nodes, const QString &type)
{
    QJsonArray out;
    for (const QJsonValue child : nodes) {
        out << node(child.toObject(), type);
        QJsonArray more;
        if (holdsText(type))
            more = inlineStrangers();
        else if (type == "doc"_L1 || type == "panel"_L1 || type == "expand"_L1)
            more = strangers(type);
        for (const QJsonValue stranger : more)
            out << stranger;
    }
    return out;
}

void AdfDecorator::addAttributes(QJsonObject &node, const QString &type)
{
    if (type == "panel"_L1 && oneIn(2))
        setAttribute(node, "panelIcon"_L1, u":fire:"_s);
    else if (type == "codeBlock"_L1)
        setAttribute(node, "uniqueId"_L1, nextId());
    else if (type == "table"_L1)
        setAttribute(node, "layout"_L1, u"wide"_s);
    else if ((type == "tableCell"_L1 || type == "tableHeader"_L1) && oneIn(2))
        setAttribute(node, "background"_L1, u"#deebff"_s);
    else if (type == "mediaSingle"_L1)
        setAttribute(node, "width"_L1, 66.5);
    else if (type == "mention"_L1)
        setAttribute(node, "accessLevel"_L1, u"CONTAINER"_s);
    else if (type == "status"_L1 || type == "taskItem"_L1 || type == "taskList"_L1)
        setAttribute(node, "localId"_L1, nextId());
    if (type == "media"_L1) {
        setAttribute(node, "collection"_L1, u"jira-1"_s);
        setAttribute(node, "height"_L1, 300);
    }
}

void AdfDecorator::addMarks(QJsonObject &node, const QString &type)
{
    QJsonArray marks = node.value("marks"_L1).toArray();
    if ((type == "paragraph"_L1 || type == "heading"_L1) && oneIn(6))
        marks << parsed("{'type':'alignment','attrs':{'align':'center'}}");
    else if ((type == "codeBlock"_L1 || type == "expand"_L1) && oneIn(3))
        marks << parsed("{'type':'breakout','attrs':{'mode':'wide'}}");
    else if (type == "media"_L1 && oneIn(2))
        marks << parsed("{'type':'border','attrs':{'size':2,'color':'#091e4224'}}");
    else if (type == "text"_L1 && oneIn(8))
        marks << parsed(
            "{'type':'annotation','attrs':{'id':'c-1','annotationType':'inlineComment'}}");
    if (!marks.isEmpty())
        node["marks"_L1] = marks;
}

QJsonArray AdfDecorator::strangers(const QString &parent)
{
    if (!oneIn(6))
        return {};
    const QString id = nextId();
    switch (m_random.bounded(6)) {
    case 0:
        return {parsed("{'type':'paragraph','content':[]}")};
    case 1: {
        QJsonObject macro =
            parsed("{'type':'extension','attrs':{'extensionType':'com.a','extensionKey':"
                   "'chart','parameters':{'x':{'value':[1,2.5,null]}},'layout':'wide'}}");
        setAttribute(macro, "localId"_L1, id);
        return {macro};
    }
    case 2:
        return {parsed("{'type':'futureBlock','attrs':{'deep':{'er':[true]}}}")};
    case 3: {
        if (parent != "doc"_L1)
            return {};
        QJsonObject macro = parsed(
            "{'type':'bodiedExtension','attrs':{'extensionType':'com.a','extensionKey':'excerpt',"
            "'parameters':{'y':2}},'content':[{'type':'paragraph','content':[{'type':'text',"
            "'text':'in the macro'}]},{'type':'paragraph','content':[{'type':'text','text':'and "
            "more'}]}]}");
        setAttribute(macro, "localId"_L1, id);
        return {macro};
    }
    case 4:
        return {parsed(
            "{'type':'blockCard','attrs':{'url':'https://example.com/jql','datasource':{'id':"
            "'d8b75300','parameters':{'jql':'a = b'},'views':[{'type':'table'}]}}}")};
    default:
        return {parsed("{'type':'futureFrame','attrs':{'w':1},'content':[{'type':'paragraph',"
                       "'content':[{'type':'text','text':'framed text'}]},{'type':'rule'}]}")};
    }
}

QJsonArray AdfDecorator::inlineStrangers()
{
    if (!oneIn(8))
        return {};
    const QString id = nextId();
    switch (m_random.bounded(5)) {
    case 0:
        return {parsed("{'type':'emoji','attrs':{'shortName':':tada:','id':'1f389','text':'🎉'}}")};
    case 1: {
        QJsonObject emoji =
            parsed("{'type':'emoji','attrs':{'shortName':':party_parrot:','id':'atl-9'}}");
        setAttribute(emoji, "localId"_L1, id);
        return {emoji};
    }
    case 2:
        return {parsed("{'type':'inlineExtension','attrs':{'extensionType':'com.a','extensionKey':"
                       "'anchor','parameters':{'z':1}}}")};
    case 3:
        return {parsed("{'type':'mediaInline','attrs':{'type':'file','id':'f-7','collection':'c',"
                       "'width':10}}")};
    default:
        return {parsed("{'type':'futureInline','attrs':{'q':1}}")};
    }
}

QJsonArray AdfDecorator::cellBlocks()
{
    return parsed(
               "{'c':[{'type':'paragraph','content':[{'type':'text','text':'before the list'}]},"
               "{'type':'bulletList','content':[{'type':'listItem','content':[{'type':'paragraph',"
               "'content':[{'type':'text','text':'first in the "
               "cell'}]}]},{'type':'listItem','content':"
               "[{'type':'paragraph','content':[{'type':'text','text':'second in the cell'}]}]}]},"
               "{'type':'codeBlock','attrs':{'language':'sh'},'content':[{'type':'text','text':'ls "
               "-l'}]"
               "},{'type':'panel','attrs':{'panelType':'note'},'content':[{'type':'paragraph','"
               "content':"
               "[{'type':'text','text':'panel in the cell'}]}]}]}")["c"_L1]
        .toArray();
}
