// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/providers/jira/adf/adfgenerator.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

QJsonObject node(const QString &type, const QJsonArray &content)
{
    return {{"type"_L1, type}, {"content"_L1, content}};
}

QJsonObject node(const QString &type, const QJsonObject &attributes, const QJsonArray &content)
{
    return {{"type"_L1, type}, {"attrs"_L1, attributes}, {"content"_L1, content}};
}

bool codeIn(const QJsonArray &marks)
{
    return !marks.isEmpty() && marks.first()["type"_L1].toString() == "code"_L1;
}

QJsonObject leaf(const QString &type, const QJsonObject &attributes)
{
    return {{"type"_L1, type}, {"attrs"_L1, attributes}};
}

} // namespace

QString AdfGenerator::word()
{
    static const QStringList words{u"alpha"_s,
                                   u"beta"_s,
                                   u"x"_s,
                                   u"Grüße"_s,
                                   u"日本"_s,
                                   u"42"_s,
                                   u"don't"_s,
                                   u"e.g."_s,
                                   u"\U0001F600"_s,
                                   u"a–b"_s};
    static const QStringList specials{
        u"*"_s,       u"**"_s,    u"_"_s,       u"__"_s,          u"["_s,
        u"]"_s,       u"("_s,     u")"_s,       u"]("_s,          u"#"_s,
        u"##"_s,      u"`"_s,     u"```"_s,     u"<"_s,           u">"_s,
        u"<b>"_s,     u"</i>"_s,  u"<br>"_s,    u"&amp;"_s,       u"&"_s,
        u"&#35;"_s,   u"|"_s,     u"~"_s,       u"~~"_s,          u"~~~"_s,
        u"\\"_s,      u"!"_s,     u"![a](b)"_s, u"[a](b)"_s,      u"+"_s,
        u"-"_s,       u"---"_s,   u"==="_s,     u"1."_s,          u"2)"_s,
        u":"_s,       u"[x]"_s,   u"[ ]"_s,     u"[STATUS: x]"_s, u"[DATE: 2026-01-01]"_s,
        u"[!NOTE]"_s, u"|---|"_s, u"|-|"_s,     u"\""_s,          u"snake_case_name"_s,
        u"2*3*4"_s,   u"$"_s,     u"[a]: b"_s,  u"[^1]"_s,        u"€"_s,
        u"“q”"_s};
    return oneIn(2) ? words[below(int(words.size()))] : specials[below(int(specials.size()))];
}

QString AdfGenerator::text()
{
    QString out = word();
    for (int i = below(6); i > 0; --i)
        out += (oneIn(3) ? QString() : u" "_s) + word();
    return out;
}

QJsonObject AdfGenerator::textNode()
{
    QJsonObject out{{"type"_L1, u"text"_s}, {"text"_L1, text() + (oneIn(3) ? u" "_s : QString())}};
    QJsonArray marks;
    if (oneIn(6)) {
        marks << QJsonObject{{"type"_L1, u"code"_s}};
    } else {
        for (const auto &mark : {u"strong"_s, u"em"_s, u"strike"_s, u"underline"_s}) {
            if (oneIn(5))
                marks << QJsonObject{{"type"_L1, mark}};
        }
        if (oneIn(12))
            marks << leaf(u"subsup"_s, {{"type"_L1, oneIn(2) ? u"sub"_s : u"sup"_s}});
    }
    if (oneIn(12) && !codeIn(marks))
        marks << leaf(oneIn(2) ? u"textColor"_s : u"backgroundColor"_s,
                      {{"color"_L1, u"#%1"_s.arg(0xff0000 + below(4), 6, 16)}});
    static const QStringList targets{u"https://example.com/a_b_c?q=1&amp;x=*2*"_s,
                                     u"https://e.com/(x)"_s,
                                     u"https://e.com/a b|c"_s,
                                     u"mailto:a@b.c"_s,
                                     u"http://e.com/[x]<y>\\"_s};
    if (oneIn(6))
        marks << leaf(u"link"_s, {{"href"_L1, targets[below(int(targets.size()))]}});
    if (!marks.isEmpty())
        out["marks"_L1] = marks;
    return out;
}

QJsonObject AdfGenerator::inlineNode()
{
    switch (below(14)) {
    case 0:
        return leaf(u"mention"_s,
                    {{"id"_L1, u"557058:ab-%1"_s.arg(below(99))},
                     {"text"_L1, u"@"_s + text().simplified()}});
    case 1: {
        QString label = text().simplified().remove(u'[').remove(u']');
        return leaf(u"status"_s,
                    {{"text"_L1, label.isEmpty() ? u"Open"_s : label.simplified() + u"."_s},
                     {"color"_L1, oneIn(2) ? u"green"_s : u"neutral"_s}});
    }
    case 2:
        return leaf(u"date"_s, {{"timestamp"_L1, QString::number(86'400'000LL * below(30'000))}});
    case 3:
        return leaf(u"inlineCard"_s,
                    {{"url"_L1, u"https://example.com/browse/A_B-%1?x=*"_s.arg(below(99))}});
    case 4:
        return leaf(u"placeholder"_s, {{"text"_L1, u"hint %1"_s.arg(below(9))}});
    default:
        return textNode();
    }
}

QJsonArray AdfGenerator::inlines(bool breaks)
{
    QJsonArray out{textNode()};
    for (int i = below(5); i > 0; --i) {
        if (breaks && oneIn(6))
            out << QJsonObject{{"type"_L1, u"hardBreak"_s}};
        if (breaks && oneIn(12))
            out << QJsonObject{{"type"_L1, u"hardBreak"_s}};
        out << inlineNode();
    }
    return out;
}

QJsonObject AdfGenerator::paragraph()
{
    return node(u"paragraph"_s, inlines(true));
}

QJsonObject AdfGenerator::list(int depth)
{
    QJsonArray items;
    for (int i = below(3); i >= 0; --i) {
        QJsonArray content = blocks(Place::Item, depth);
        content.prepend(paragraph());
        items << node(u"listItem"_s, content);
    }
    if (oneIn(2))
        return node(u"bulletList"_s, items);
    return oneIn(2) ? node(u"orderedList"_s, items)
                    : node(u"orderedList"_s, {{"order"_L1, below(120)}}, items);
}

QJsonObject AdfGenerator::taskList(int depth)
{
    QJsonArray items;
    for (int i = below(3); i >= 0; --i) {
        const QString state = oneIn(2) ? u"TODO"_s : u"DONE"_s;
        items << node(u"taskItem"_s, {{"localId"_L1, u"i"_s}, {"state"_L1, state}}, inlines(true));
        if (depth > 0 && oneIn(4))
            items << taskList(depth - 1);
    }
    return node(u"taskList"_s, {{"localId"_L1, u"l"_s}}, items);
}

QJsonObject AdfGenerator::decisionList()
{
    QJsonArray items;
    for (int i = below(3); i >= 0; --i)
        items << node(u"decisionItem"_s,
                      {{"localId"_L1, u"i"_s}, {"state"_L1, u"DECIDED"_s}},
                      inlines(false));
    return node(u"decisionList"_s, {{"localId"_L1, u"l"_s}}, items);
}

QJsonObject AdfGenerator::codeBlock()
{
    QStringList lines;
    for (int i = below(4); i >= 0; --i)
        lines << (oneIn(3) ? u"    "_s : QString()) + text() + (oneIn(6) ? u"  "_s : QString());
    const QJsonArray content{QJsonObject{{"type"_L1, u"text"_s},
                                         {"text"_L1, lines.join(oneIn(4) ? u"\n\n"_s : u"\n"_s)}}};
    return oneIn(2) ? node(u"codeBlock"_s, content)
                    : node(u"codeBlock"_s, {{"language"_L1, u"c++"_s}}, content);
}

QJsonObject AdfGenerator::table()
{
    const int columns = 1 + below(4);
    const bool header = oneIn(2);
    QJsonArray rows;
    for (int r = 0, count = 1 + below(3); r < count; ++r) {
        QJsonArray cells;
        for (int c = 0; c < columns; ++c) {
            const QJsonArray content = oneIn(8) && r > 0 ? QJsonArray() : inlines(true);
            cells << node(header && r == 0 ? u"tableHeader"_s : u"tableCell"_s,
                          {node(u"paragraph"_s, content)});
        }
        rows << node(u"tableRow"_s, cells);
    }
    return node(u"table"_s, rows);
}

QJsonObject AdfGenerator::block(Place place, int depth)
{
    static const QStringList panels{
        u"info"_s, u"note"_s, u"tip"_s, u"warning"_s, u"error"_s, u"success"_s};
    const bool top = place == Place::Document || place == Place::Column || place == Place::Expand;
    const bool quotes = top || place == Place::NestedExpand;
    const bool headings = quotes || place == Place::Panel;
    switch (below(15)) {
    case 0:
        if (headings)
            return node(u"heading"_s, {{"level"_L1, 1 + below(6)}}, inlines(true));
        break;
    case 1:
    case 2:
        if (depth > 0)
            return list(depth - 1);
        break;
    case 3:
        if (place != Place::Quote)
            return taskList(depth);
        break;
    case 4:
        if (quotes && depth > 0)
            return node(u"blockquote"_s, blocks(Place::Quote, depth - 1));
        break;
    case 5:
        return codeBlock();
    case 6:
        if (headings)
            return QJsonObject{{"type"_L1, u"rule"_s}};
        break;
    case 7:
        if (top)
            return table();
        break;
    case 8:
        if (quotes && depth > 0)
            return node(u"panel"_s,
                        {{"panelType"_L1, panels[below(int(panels.size()))]}},
                        blocks(Place::Panel, depth - 1));
        break;
    case 9:
        if (top && depth > 0) {
            const bool nested = place == Place::Expand;
            const QJsonObject title{{"title"_L1, text().simplified()}};
            return node(nested ? u"nestedExpand"_s : u"expand"_s,
                        title,
                        blocks(nested ? Place::NestedExpand : Place::Expand, depth - 1));
        }
        break;
    case 10: {
        const QJsonObject attributes{{"type"_L1, u"file"_s},
                                     {"id"_L1, u"a-%1"_s.arg(below(99))},
                                     {"alt"_L1, text().simplified()},
                                     {"collection"_L1, QString()}};
        QJsonArray content{leaf(u"media"_s, attributes)};
        if (oneIn(3))
            content << node(u"caption"_s, inlines(true));
        return node(u"mediaSingle"_s, {{"layout"_L1, u"center"_s}}, content);
    }
    case 11:
        if (headings)
            return decisionList();
        break;
    case 12:
        if (headings && oneIn(2))
            return leaf(u"blockCard"_s, {{"url"_L1, u"https://example.com/c_%1"_s.arg(below(9))}});
        if (place == Place::Document && depth > 0)
            return layout(depth - 1);
        break;
    default:
        break;
    }
    return paragraph();
}

QJsonObject AdfGenerator::layout(int depth)
{
    QJsonArray columns;
    for (const double width : {33.33, 66.67})
        columns << node(u"layoutColumn"_s, {{"width"_L1, width}}, blocks(Place::Column, depth));
    return node(u"layoutSection"_s, columns);
}

QJsonArray AdfGenerator::blocks(Place place, int depth)
{
    QJsonArray out;
    const int least = place == Place::Item ? 0 : 1;
    for (int i = least + below(3); i > 0; --i)
        out << block(place, depth);
    return out;
}

QJsonObject AdfGenerator::document()
{
    return {{"version"_L1, 1}, {"type"_L1, u"doc"_s}, {"content"_L1, blocks(Place::Document, 3)}};
}

QString AdfGenerator::markdown()
{
    static const QStringList starts{QString(),    QString(),
                                    QString(),    u"# "_s,
                                    u"- "_s,      u"* "_s,
                                    u"1. "_s,     u"3) "_s,
                                    u"> "_s,      u"> [!TIP]\n> "_s,
                                    u"- [ ] "_s,  u"- [x] "_s,
                                    u"```\n"_s,   u"| "_s,
                                    u"|-|-|\n"_s, u"---\n"_s,
                                    u"    "_s,    u"> [!EXPAND] "_s,
                                    u"> > "_s,    u"\t"_s,
                                    u"<div>"_s,   u"> [!DECISION]\n> - "_s};
    static const QStringList ends{u"\n"_s,
                                  u"\n"_s,
                                  u"\n"_s,
                                  u"\n\n"_s,
                                  u"\r\n"_s,
                                  u" |\n"_s,
                                  u"  \n"_s,
                                  u"\\\n"_s,
                                  u"\n```\n"_s};
    QString out;
    for (int i = 1 + below(10); i > 0; --i) {
        out += QString(below(3) * 2, u' ') + starts[below(int(starts.size()))];
        if (oneIn(4))
            out += starts[below(int(starts.size()))];
        static const QStringList spans{u"**"_s,
                                       u"*"_s,
                                       u"~~"_s,
                                       u"_"_s,
                                       u"[a](https://b.c)"_s,
                                       u"`"_s,
                                       u"<u>"_s,
                                       u"</u>"_s,
                                       u"![p](attachment:7)"_s,

                                       u" <https://x.example/> "_s,

                                       u"[@J](accountid:1)"_s};
        out += text();
        if (oneIn(2))
            out += spans[below(int(spans.size()))] + text() + spans[below(int(spans.size()))];
        out += ends[below(int(ends.size()))];
    }
    return out;
}
