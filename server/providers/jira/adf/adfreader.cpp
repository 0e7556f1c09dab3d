// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/adf/adfreader.h"

#include "server/providers/jira/adf/inlinemarkdown.h"
#include "server/providers/jira/adf/inlineruns.h"
#include "server/providers/jira/adf/markdownescape.h"
#include "server/providers/jira/adf/tablemarkdown.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

namespace fairlead::providers::jira {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumDepth = 64;

/** Prefixes every line but the first; empty lines get the prefix without its trailing spaces. */
QString indented(const QString &text, const QString &first, const QString &rest)
{
    QString bare = rest;
    while (bare.endsWith(u' '))
        bare.chop(1);
    QString out = first;
    for (qsizetype i = 0; i < text.size(); ++i) {
        out += text[i];
        if (text[i] == u'\n')
            out += i + 1 < text.size() && text[i + 1] != u'\n' ? rest : bare;
    }
    while (out.endsWith(u' '))
        out.chop(1);
    return out;
}

QString quoted(const QString &text)
{
    return indented(text, text.startsWith(u'\n') ? u">"_s : u"> "_s, u"> "_s);
}

QString alertName(const QString &panelType)
{
    static constexpr std::array known{
        "INFO"_L1, "TIP"_L1, "SUCCESS"_L1, "WARNING"_L1, "ERROR"_L1, "CUSTOM"_L1};
    const QString name = panelType.toUpper();
    return std::find(known.begin(), known.end(), name) != known.end() ? name : u"NOTE"_s;
}

/** Escapes what would make a task of an item that is none. */
QString withoutBox(const QString &text)
{
    static const QRegularExpression box(u"^\\[[ xX]\\](?=\\s|$)"_s);
    return box.match(text).hasMatch() ? u'\\' + text : text;
}

/** Walks a document's blocks. Each function returns a block without its final newline. */
class BlockReader
{
public:
    explicit BlockReader(int depth)
        : m_depth(depth)
    {}
    QString blocks(const QJsonArray &nodes);

private:
    using Read = QString (BlockReader::*)(const QJsonObject &);
    struct Entry
    {
        QLatin1StringView type;
        Read read = nullptr;
    };

    QString block(const QJsonObject &node);
    QString paragraph(const QJsonObject &node);
    QString heading(const QJsonObject &node);
    QString list(const QJsonObject &node);
    QString taskList(const QJsonObject &node);
    QString decisionList(const QJsonObject &node);
    QString blockquote(const QJsonObject &node);
    QString codeBlock(const QJsonObject &node);
    QString rule(const QJsonObject &) { return u"---"_s; }
    QString table(const QJsonObject &node) { return tableMarkdown(node); }
    QString panel(const QJsonObject &node);
    QString expand(const QJsonObject &node);
    QString media(const QJsonObject &node);
    QString card(const QJsonObject &node);
    QString layoutSection(const QJsonObject &node);
    QString layoutColumn(const QJsonObject &node);
    QString extension(const QJsonObject &node);
    QString content(const QJsonObject &node) { return blocks(node["content"_L1].toArray()); }

    QString listItem(const QJsonArray &nodes, const QString &marker);
    QString alert(const QString &title, const QJsonArray &nodes);
    static QString separator(const QString &before, const QString &after, bool inItem);
    static QString family(const QJsonObject &node);
    static Read reading(const QString &type);

    int m_depth;
    bool m_inItem = false;
    bool m_secondMarker = false;
};

BlockReader::Read BlockReader::reading(const QString &type)
{
    static constexpr std::array entries{
        Entry{"paragraph"_L1, &BlockReader::paragraph},
        Entry{"heading"_L1, &BlockReader::heading},
        Entry{"bulletList"_L1, &BlockReader::list},
        Entry{"orderedList"_L1, &BlockReader::list},
        Entry{"taskList"_L1, &BlockReader::taskList},
        Entry{"decisionList"_L1, &BlockReader::decisionList},
        Entry{"blockquote"_L1, &BlockReader::blockquote},
        Entry{"codeBlock"_L1, &BlockReader::codeBlock},
        Entry{"rule"_L1, &BlockReader::rule},
        Entry{"table"_L1, &BlockReader::table},
        Entry{"panel"_L1, &BlockReader::panel},
        Entry{"expand"_L1, &BlockReader::expand},
        Entry{"nestedExpand"_L1, &BlockReader::expand},
        Entry{"mediaSingle"_L1, &BlockReader::media},
        Entry{"mediaGroup"_L1, &BlockReader::media},
        Entry{"layoutSection"_L1, &BlockReader::layoutSection},
        Entry{"layoutColumn"_L1, &BlockReader::layoutColumn},
        Entry{"bodiedExtension"_L1, &BlockReader::extension},
        Entry{"blockCard"_L1, &BlockReader::card},
        Entry{"embedCard"_L1, &BlockReader::card},
        Entry{"bodiedSyncBlock"_L1, &BlockReader::content},
        Entry{"multiBodiedExtension"_L1, &BlockReader::content},
        Entry{"extensionFrame"_L1, &BlockReader::content},
        Entry{"doc"_L1, &BlockReader::content},
    };
    const auto found = std::find_if(
        entries.begin(), entries.end(), [&](const Entry &entry) { return entry.type == type; });
    return found == entries.end() ? nullptr : found->read;
}

QString BlockReader::family(const QJsonObject &node)
{
    const QString type = node["type"_L1].toString();
    return type == "taskList"_L1 ? u"bulletList"_s : type;
}

/** A list may follow an item's text on the next line, if it starts in a way that interrupts text.
 */
QString BlockReader::separator(const QString &before, const QString &after, bool inItem)
{
    const bool interrupts = after.startsWith("- "_L1) || after.startsWith("* "_L1)
        || after.startsWith("1. "_L1) || after.startsWith("1) "_L1);
    return inItem && interrupts && !before.contains(u'\n') ? u"\n"_s : u"\n\n"_s;
}

QString BlockReader::blocks(const QJsonArray &nodes)
{
    if (m_depth >= maximumDepth)
        return u"[nested too deeply to show]"_s;
    ++m_depth;
    const bool inItem = std::exchange(m_inItem, false);
    QString out;
    QString previousFamily;
    bool second = false;
    for (const QJsonValue value : nodes) {
        const QJsonObject node = value.toObject();
        const QString listFamily = family(node);
        // Two lists in a row would be one list if their markers were the same.
        second = !second && listFamily == previousFamily;
        m_secondMarker = second;
        const QString text = block(node);
        if (text.isEmpty())
            continue;
        previousFamily = listFamily;
        if (!out.isEmpty())
            out += separator(out, text, inItem);
        out += text;
    }
    --m_depth;
    return out;
}

QString BlockReader::block(const QJsonObject &node)
{
    const QString type = node["type"_L1].toString();
    if (const Read read = reading(type))
        return (this->*read)(node);
    const QJsonArray children = node["content"_L1].toArray();
    const bool holdsBlocks =
        !children.isEmpty() && reading(children.first()["type"_L1].toString()) != nullptr;
    if (holdsBlocks)
        return blocks(children);
    return inlineMarkdown(QJsonArray{node}, InlinePlace::Paragraph);
}

QString BlockReader::paragraph(const QJsonObject &node)
{
    return inlineMarkdown(node["content"_L1].toArray(), InlinePlace::Paragraph);
}

QString BlockReader::heading(const QJsonObject &node)
{
    QString text = inlineMarkdown(node["content"_L1].toArray(), InlinePlace::SingleLine);
    if (text.isEmpty())
        return {};
    // A closing run of # would be dropped.
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u'#')
        --end;
    if (end < text.size() && (end == 0 || text[end - 1].isSpace()))
        text.insert(end, u'\\');
    const int level = std::clamp(node["attrs"_L1]["level"_L1].toInt(1), 1, 6);
    return QString(level, u'#') + u' ' + text;
}

QString BlockReader::listItem(const QJsonArray &nodes, const QString &marker)
{
    m_inItem = true;
    const QString text = blocks(nodes);
    m_inItem = false;
    return indented(withoutBox(text), marker, QString(marker.size(), u' '));
}

QString BlockReader::list(const QJsonObject &node)
{
    constexpr int largestNumber = 999'999'999;
    const bool ordered = node["type"_L1].toString() == "orderedList"_L1;
    const QJsonArray items = node["content"_L1].toArray();
    const bool second = m_secondMarker;
    const int last =
        largestNumber - static_cast<int>(std::min<qsizetype>(items.size(), largestNumber));
    int number = std::clamp(node["attrs"_L1]["order"_L1].toInt(1), 0, last);
    QStringList lines;
    bool empty = true;
    for (const QJsonValue value : items) {
        const QString marker = ordered ? QString::number(number++) + (second ? u") "_s : u". "_s)
                                       : (second ? u"* "_s : u"- "_s);
        lines << listItem(value["content"_L1].toArray(), marker);
        empty = empty && lines.last().size() < marker.size();
    }
    return empty ? QString() : lines.join(u'\n');
}

QString BlockReader::taskList(const QJsonObject &node)
{
    if (m_depth >= maximumDepth)
        return u"[nested too deeply to show]"_s;
    ++m_depth;
    const QString bullet = m_secondMarker ? u"* "_s : u"- "_s;
    QStringList lines;
    for (const QJsonValue value : node["content"_L1].toArray()) {
        const QJsonObject item = value.toObject();
        const QString type = item["type"_L1].toString();
        if (type == "taskList"_L1) {
            m_secondMarker = false;
            const QString nested = taskList(item);
            if (!nested.isEmpty())
                lines << (lines.isEmpty() ? nested : indented(nested, u"  "_s, u"  "_s));
            continue;
        }
        const QJsonArray content = item["content"_L1].toArray();
        m_inItem = true;
        const QString text = type == "blockTaskItem"_L1
            ? blocks(content)
            : inlineMarkdown(content, InlinePlace::Paragraph);
        m_inItem = false;
        const bool done = item["attrs"_L1]["state"_L1].toString() == "DONE"_L1;
        if (!text.isEmpty())
            lines << indented(text, bullet + (done ? u"[x] "_s : u"[ ] "_s), u"  "_s);
    }
    --m_depth;
    return lines.join(u'\n');
}

QString BlockReader::decisionList(const QJsonObject &node)
{
    QStringList lines{u"[!DECISION]"_s};
    for (const QJsonValue value : node["content"_L1].toArray()) {
        const QString text = inlineMarkdown(value["content"_L1].toArray(), InlinePlace::Paragraph);
        if (!text.isEmpty())
            lines << indented(withoutBox(text), u"- "_s, u"  "_s);
    }
    return lines.size() > 1 ? quoted(lines.join(u'\n')) : QString();
}

QString BlockReader::blockquote(const QJsonObject &node)
{
    const QString text = content(node);
    return text.isEmpty() ? QString() : quoted(text);
}

QString BlockReader::codeBlock(const QJsonObject &node)
{
    QString code;
    for (const QJsonValue value : node["content"_L1].toArray()) {
        const bool isBreak = value["type"_L1].toString() == "hardBreak"_L1;
        code += isBreak ? u"\n"_s : value["text"_L1].toString();
    }
    code.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n').replace(QChar(0), QChar(0xFFFD));
    QString language = node["attrs"_L1]["language"_L1].toString().section(u' ', 0, 0).simplified();
    language.remove(u'`').remove(u'\\').remove(u'&');
    const QString fence = backtickFence(code, 3);
    if (code.isEmpty())
        return fence + language + u'\n' + fence;
    return fence + language + u'\n' + code + u'\n' + fence;
}

QString BlockReader::panel(const QJsonObject &node)
{
    const QJsonObject attributes = node["attrs"_L1].toObject();
    const QString name = alertName(attributes["panelType"_L1].toString());
    if (name == "CUSTOM"_L1) {
        static const QRegularExpression valid(u"^#[0-9a-fA-F]{6}$"_s);
        const QString color = attributes["panelColor"_L1].toString();
        const QString title = valid.match(color).hasMatch() ? u' ' + color : QString();
        return alert(u"[!CUSTOM]"_s + title, node["content"_L1].toArray());
    }
    return alert(u"[!"_s + name + u']', node["content"_L1].toArray());
}

QString BlockReader::expand(const QJsonObject &node)
{
    const QString title = node["attrs"_L1]["title"_L1].toString().simplified();
    const QString shown = escapedText(title, u' ', u' ', escapeContext(title, true, false));
    return alert((u"[!EXPAND] "_s + shown).trimmed(), node["content"_L1].toArray());
}

QString BlockReader::layoutSection(const QJsonObject &node)
{
    const QString text = content(node);
    return text.isEmpty() ? QString() : quoted(u"[!LAYOUT]\n\n"_s + text);
}

QString BlockReader::layoutColumn(const QJsonObject &node)
{
    const double width = std::clamp(node["attrs"_L1]["width"_L1].toDouble(50), 0.0, 100.0);
    const QString shown = QString::number(width, 'f', 2).remove(QRegularExpression(u"\\.?0+$"_s));
    return alert(u"[!COLUMN] "_s + shown, node["content"_L1].toArray());
}

QString BlockReader::extension(const QJsonObject &node)
{
    const QString name = extensionName(node);
    const QString shown = escapedText(name, u' ', u' ', escapeContext(name, true, false));
    return alert(u"[!EXTENSION] "_s + shown, node["content"_L1].toArray());
}

QString BlockReader::card(const QJsonObject &node)
{
    const QString link = inlineMarkdown(QJsonArray{node}, InlinePlace::Paragraph);
    if (!link.startsWith(u'<'))
        return link;
    const bool embedded = node["type"_L1].toString() == "embedCard"_L1;
    return (embedded ? u"[EMBED: "_s : u"[CARD: "_s) + link + u']';
}

QString BlockReader::alert(const QString &title, const QJsonArray &nodes)
{
    const QString text = blocks(nodes);
    if (text.isEmpty())
        return quoted(title);
    const bool startsWithText = nodes.first()["type"_L1].toString() == "paragraph"_L1;
    return quoted(title + (startsWithText ? u"\n"_s : u"\n\n"_s) + text);
}

QString BlockReader::media(const QJsonObject &node)
{
    QStringList lines;
    QString caption;
    for (const QJsonValue value : node["content"_L1].toArray()) {
        const QJsonObject child = value.toObject();
        if (child["type"_L1].toString() == "caption"_L1)
            caption = inlineMarkdown(child["content"_L1].toArray(), InlinePlace::Paragraph);
        else if (const QString text = mediaMarkdown(child, false); !text.isEmpty())
            lines << text;
    }
    const QString images = lines.join(u'\n');
    if (images.isEmpty() || caption.isEmpty())
        return images + caption;
    return images + u"\n[CAPTION] "_s + caption;
}

} // namespace

QString markdownFromAdf(const QJsonObject &document)
{
    return BlockReader(0).blocks(document["content"_L1].toArray());
}

QString markdownFromBlock(const QJsonObject &block, int depth)
{
    return BlockReader(depth).blocks(QJsonArray{block});
}

} // namespace fairlead::providers::jira
