// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/tools/blockmarkdown.h"

#include "server/providers/notion/tools/blockbuilder.h"

#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr qsizetype spacesOfATab = 4;
constexpr qsizetype deepest = 2; // below the outermost: Notion's limit for one request

/** Text lines as simple blocks: what blocksFrom() takes. */
struct Line
{
    qsizetype indent = 0;
    QJsonObject block;
};

struct Mark
{
    const char *pattern = nullptr;
    QLatin1StringView type;
    bool isChecked = false;
};

// The longer ones before those that they begin with.
constexpr std::array<Mark, 8> marks{{{"\\A#{3,6} +", "heading_3"_L1},
                                     {"\\A## +", "heading_2"_L1},
                                     {"\\A# +", "heading_1"_L1},
                                     {"\\A[-*+] +\\[[xX]\\] +", "to_do"_L1, true},
                                     {"\\A[-*+] +\\[ \\] +", "to_do"_L1},
                                     {"\\A[-*+] +", "bulleted_list_item"_L1},
                                     {"\\A[0-9]{1,9}[.)] +", "numbered_list_item"_L1},
                                     {"\\A> ?", "quote"_L1}}};

qsizetype indentOf(const QString &line)
{
    qsizetype width = 0;
    for (const QChar c : line) {
        if (c != u' ' && c != u'\t')
            break;
        width += c == u'\t' ? spacesOfATab : 1;
    }
    return width;
}

QJsonObject blockOf(const QString &line)
{
    static const QRegularExpression rule(u"\\A(?:-{3,}|\\*{3,}|_{3,})\\z"_s);
    static const QRegularExpression image(u"\\A!\\[([^\\]]*)\\]\\((https?://[^)\\s]+)\\)\\z"_s);
    if (rule.match(line).hasMatch())
        return {{"type"_L1, "divider"_L1}};
    if (const auto match = image.match(line); match.hasMatch())
        return {
            {"type"_L1, "image"_L1}, {"text"_L1, match.captured(1)}, {"url"_L1, match.captured(2)}};
    for (const Mark &mark : marks) {
        const QRegularExpression pattern(QString::fromLatin1(mark.pattern));
        const auto match = pattern.match(line);
        if (!match.hasMatch())
            continue;
        QJsonObject block{{"type"_L1, mark.type}, {"text"_L1, line.mid(match.capturedLength())}};
        if (mark.type == "to_do"_L1)
            block.insert("checked"_L1, mark.isChecked);
        return block;
    }
    return {{"type"_L1, "paragraph"_L1}, {"text"_L1, line}};
}

/** A fenced block of code, from its first line on. */
Line codeAt(const QStringList &lines, qsizetype &at)
{
    const QString first = lines[at].trimmed();
    const QString fence = first.left(3);
    const qsizetype indent = indentOf(lines[at]);
    QStringList code;
    for (++at; at < lines.size() && !lines[at].trimmed().startsWith(fence); ++at) {
        const qsizetype cut = std::min(indentOf(lines[at]), indent);
        code.append(lines[at].mid(cut));
    }
    ++at;
    return {indent,
            {{"type"_L1, "code"_L1},
             {"language"_L1, first.mid(3).trimmed()},
             {"text"_L1, code.join(u'\n')}}};
}

Result<QList<Line>> linesOf(const QString &markdown)
{
    QString text = markdown;
    const QStringList lines = text.remove(u'\r').split(u'\n');
    QList<Line> result;
    for (qsizetype at = 0; at < lines.size();) {
        const QString line = lines[at].trimmed();
        if (line.startsWith("```"_L1) || line.startsWith("~~~"_L1)) {
            result.append(codeAt(lines, at));
            continue;
        }
        if (line.startsWith(u'|') && line.endsWith(u'|') && line.size() > 1)
            return failure(
                ErrorCode::InvalidInput,
                u"The Markdown has a table, which cannot be put at an exact place. Leave "
                "\"after\" out and pass the page itself as \"parent\", or use "
                "notion_edit_page."_s);
        if (!line.isEmpty())
            result.append({indentOf(lines[at]), blockOf(line)});
        ++at;
    }
    return result;
}

bool holdsOthers(const QJsonObject &block)
{
    const QString type = block.value("type"_L1).toString();
    return type.endsWith("_list_item"_L1) || type == "to_do"_L1 || type == "quote"_L1;
}

/** The lines from `at` on that stand at least that far in, the deeper ones in those above. */
QJsonArray nested(const QList<Line> &lines, qsizetype &at, qsizetype indent, qsizetype depth)
{
    QJsonArray blocks;
    while (at < lines.size() && lines[at].indent >= indent) {
        const QJsonObject last = blocks.isEmpty() ? QJsonObject() : blocks.last().toObject();
        const bool isDeeper = lines[at].indent > indent;
        if (isDeeper && depth < deepest && holdsOthers(last)) {
            QJsonObject holder = last;
            QJsonArray children = holder.value("children"_L1).toArray();
            const QJsonArray further = nested(lines, at, lines[at].indent, depth + 1);
            for (const auto &child : further)
                children.append(child);
            holder.insert("children"_L1, children);
            blocks.removeLast();
            blocks.append(holder);
            continue;
        }
        blocks.append(lines[at++].block);
    }
    return blocks;
}

} // namespace

Result<QJsonArray> blocksFromMarkdown(const QString &markdown)
{
    const auto lines = linesOf(markdown);
    if (!lines)
        return failure(lines.error());
    qsizetype at = 0;
    return blocksFrom(nested(*lines, at, 0, 0));
}

} // namespace fairlead::providers::notion
