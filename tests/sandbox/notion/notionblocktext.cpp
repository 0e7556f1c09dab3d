// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionblocktext.h"

#include "tests/sandbox/notion/notionrichtext.h"
#include "tests/sandbox/notion/notionuploads.h"
#include "tests/sandbox/notion/notionworkspace.h"

#include <QRegularExpression>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

constexpr auto fence = "```"_L1;

/** What stands before the text of a block. */
struct Mark
{
    QLatin1StringView type;
    QLatin1StringView mark;
};

// In this order: the longer ones before those that they begin with.
constexpr std::array<Mark, 8> marks{{{"heading_4"_L1, "#### "_L1},
                                     {"heading_3"_L1, "### "_L1},
                                     {"heading_2"_L1, "## "_L1},
                                     {"heading_1"_L1, "# "_L1},
                                     {"to_do"_L1, "- [x] "_L1},
                                     {"to_do"_L1, "- [ ] "_L1},
                                     {"bulleted_list_item"_L1, "- "_L1},
                                     {"quote"_L1, "> "_L1}}};

NotionBlock newBlock(const QString &type, const QJsonObject &content)
{
    return {.id = NotionWorkspace::newId(),
            .type = type,
            .content = content,
            .children = {},
            .times = {}};
}

NotionBlock textBlock(const QString &type, const QString &markdown)
{
    QString text = markdown;
    text.replace("<br>"_L1, "\n"_L1);
    return newBlock(type,
                    {{u"rich_text"_s, richTextFromMarkdown(text)}, {u"color"_s, u"default"_s}});
}

/** A line that is a tag: a child, a file, a link. */
std::optional<NotionBlock> tagBlock(const QString &line)
{
    static const QRegularExpression child(u"\\A<<(page|database):([0-9a-f-]{36})>>\\z"_s);
    static const QRegularExpression media(
        u"\\A<(file|pdf|video|audio|bookmark|embed) src=\"([^\"]*)\">([^<]*)</\\1>\\z"_s);
    static const QRegularExpression image(u"\\A!\\[([^\\]]*)\\]\\(([^)]*)\\)\\z"_s);
    static const QRegularExpression box(u"\\A<(toggle|callout)>(.*)</\\1>\\z"_s,
                                        QRegularExpression::DotMatchesEverythingOption);
    if (const auto match = child.match(line); match.hasMatch()) {
        NotionBlock block = newBlock(u"child_"_s + match.captured(1), {});
        block.id = match.captured(2);
        return block;
    }
    if (const auto match = media.match(line); match.hasMatch()) {
        const QString type = match.captured(1);
        if (type == "bookmark"_L1 || type == "embed"_L1)
            return newBlock(type, {{u"url"_s, match.captured(2)}, {u"caption"_s, QJsonArray()}});
        return newBlock(type, NotionUploads::mediaOf(match.captured(2), match.captured(3)));
    }
    if (const auto match = image.match(line); match.hasMatch())
        return newBlock(u"image"_s, NotionUploads::mediaOf(match.captured(2), match.captured(1)));
    if (const auto match = box.match(line); match.hasMatch())
        return textBlock(match.captured(1), match.captured(2));
    return std::nullopt;
}

NotionBlock lineBlock(const QString &line)
{
    static const QRegularExpression numbered(u"\\A[0-9]+\\. "_s);
    if (const auto tag = tagBlock(line))
        return *tag;
    if (line == "---"_L1)
        return newBlock(u"divider"_s, {});
    if (line.startsWith("$$"_L1) && line.endsWith("$$"_L1) && line.size() > 4)
        return newBlock(u"equation"_s, {{u"expression"_s, line.mid(2, line.size() - 4)}});
    for (const Mark &each : marks) {
        if (!line.startsWith(each.mark))
            continue;
        NotionBlock block = textBlock(each.type, line.mid(each.mark.size()));
        if (each.type == "to_do"_L1)
            block.content.insert(u"checked"_s, each.mark == "- [x] "_L1);
        return block;
    }
    if (const auto match = numbered.match(line); match.hasMatch())
        return textBlock(u"numbered_list_item"_s, line.mid(match.capturedLength()));
    return textBlock(u"paragraph"_s, line);
}

/** Reads lines that stand as deep as the first one, and what stands deeper as children. */
class LineReader
{
public:
    explicit LineReader(const QString &content)
        : m_lines(content.split(u'\n'))
    {}

    QList<NotionBlock> level(qsizetype depth);

private:
    [[nodiscard]] static qsizetype depthOf(const QString &line)
    {
        qsizetype tabs = 0;
        while (tabs < line.size() && line[tabs] == u'\t')
            ++tabs;
        return tabs;
    }
    [[nodiscard]] NotionBlock code(qsizetype depth);

    QStringList m_lines;
    qsizetype m_at = 0;
};

QList<NotionBlock> LineReader::level(qsizetype depth)
{
    QList<NotionBlock> blocks;
    while (m_at < m_lines.size()) {
        const QString &line = m_lines[m_at];
        const qsizetype here = depthOf(line);
        if (line.trimmed().isEmpty()) {
            ++m_at;
        } else if (here < depth) {
            break;
        } else if (here > depth && !blocks.isEmpty()) {
            blocks.last().children = level(here);
        } else if (line.mid(here).startsWith(fence)) {
            blocks.append(code(here));
        } else {
            blocks.append(lineBlock(line.mid(here)));
            ++m_at;
        }
    }
    return blocks;
}

NotionBlock LineReader::code(qsizetype depth)
{
    const QString language = m_lines[m_at++].mid(depth + fence.size());
    QStringList lines;
    while (m_at < m_lines.size() && m_lines[m_at].mid(depth) != fence)
        lines.append(m_lines[m_at++].mid(depth));
    ++m_at;
    return newBlock(u"code"_s,
                    {{u"rich_text"_s, richTextOf(lines.join(u'\n'))},
                     {u"language"_s, language.isEmpty() ? u"plain text"_s : language},
                     {u"caption"_s, QJsonArray()}});
}

QString textLine(const NotionBlock &block)
{
    const QJsonArray text = block.content["rich_text"_L1].toArray();
    if (block.type == "code"_L1)
        return u"```%1\n%2\n```"_s.arg(block.content["language"_L1].toString(), plainText(text));
    QString line = inlineMarkdown(text);
    line.replace(u'\n', u"<br>"_s);
    if (block.type == "toggle"_L1 || block.type == "callout"_L1)
        return u"<%1>%2</%1>"_s.arg(block.type, line);
    if (block.type == "numbered_list_item"_L1)
        return u"1. "_s + line;
    for (const Mark &each : marks) {
        const bool isChecked = each.mark == "- [x] "_L1;
        if (each.type == block.type
            && (block.type != "to_do"_L1 || isChecked == block.content["checked"_L1].toBool()))
            return each.mark + line;
    }
    return line;
}

QString lineOf(const NotionBlock &block)
{
    if (block.type.startsWith("child_"_L1))
        return u"<<%1:%2>>"_s.arg(block.type.mid(6), block.id);
    if (block.type == "divider"_L1)
        return u"---"_s;
    if (block.type == "equation"_L1)
        return u"$$%1$$"_s.arg(block.content["expression"_L1].toString());
    if (block.content.contains("rich_text"_L1))
        return textLine(block);
    const QString caption = plainText(block.content["caption"_L1].toArray());
    const QString url = block.content.contains("url"_L1) ? block.content["url"_L1].toString()
                                                         : NotionUploads::urlOf(block.content);
    return block.type == "image"_L1 ? u"![%1](%2)"_s.arg(caption, url)
                                    : u"<%1 src=\"%2\">%3</%1>"_s.arg(block.type, url, caption);
}

/** Gives blocks the ids of those among `before` that read the same. */
void keepIds(QList<NotionBlock> &blocks, QList<NotionBlock> before)
{
    for (NotionBlock &block : blocks) {
        const QString line = lineOf(block);
        const auto same = std::find_if(before.begin(), before.end(), [&](const NotionBlock &old) {
            return lineOf(old) == line;
        });
        if (same == before.end())
            continue;
        block.id = same->id;
        block.times = same->times;
        keepIds(block.children, same->children);
        before.erase(same);
    }
}

void appendLines(QStringList &lines, const QList<NotionBlock> &blocks, qsizetype depth)
{
    const QString indent(depth, u'\t');
    for (const NotionBlock &block : blocks) {
        const QStringList own = lineOf(block).split(u'\n');
        for (const QString &line : own)
            lines.append(indent + line);
        appendLines(lines, block.children, depth + 1);
    }
}

} // namespace

QList<NotionBlock> blocksOfContent(const QString &content)
{
    return LineReader(content).level(0);
}

QString contentOfBlocks(const QList<NotionBlock> &blocks)
{
    QStringList lines;
    appendLines(lines, blocks, 0);
    return lines.join(u'\n');
}

QList<NotionBlock> &currentBlocks(NotionPage &page)
{
    if (page.blocksText != page.content) {
        QList<NotionBlock> blocks = blocksOfContent(page.content);
        keepIds(blocks, page.blocks);
        page.blocks = blocks;
        page.blocksText = page.content;
    }
    return page.blocks;
}

void storeBlocks(NotionPage &page)
{
    page.content = contentOfBlocks(page.blocks);
    page.blocksText = page.content;
}

} // namespace fairlead::sandbox
