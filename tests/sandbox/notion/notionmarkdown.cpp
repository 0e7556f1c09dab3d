// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/notion/notionmarkdown.h"

#include "tests/sandbox/notion/notionanswers.h"
#include "tests/sandbox/notion/notionrenderer.h"

#include <QRegularExpression>
#include <QUuid>

namespace fairlead::sandbox {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &marks()
{
    static const QRegularExpression pattern(u"<<(page|database):([0-9a-f-]{36})>>"_s);
    return pattern;
}

/** Cuts before every line that starts with the heading mark and stands outside of a code block. */
QStringList cutAtHeadings(const QString &content, const QString &heading)
{
    QStringList pieces;
    QString piece;
    bool isCode = false;
    for (const QString &line : content.split(u'\n')) {
        isCode = isCode != line.startsWith("```"_L1);
        if (!isCode && line.startsWith(heading) && !piece.isEmpty())
            pieces.append(std::exchange(piece, {}));
        piece += line + u'\n';
    }
    piece.chop(1);
    pieces.append(piece);
    return pieces;
}

QStringList cutAtLines(const QString &content, qsizetype longest)
{
    QStringList pieces;
    QString piece;
    for (const QString &line : content.split(u'\n')) {
        if (!piece.isEmpty() && piece.size() + line.size() >= longest)
            pieces.append(std::exchange(piece, {}));
        piece += line + u'\n';
    }
    piece.chop(1);
    pieces.append(piece);
    return pieces;
}

QStringList piecesOf(const QString &content, qsizetype longest)
{
    for (const QString &heading : {u"# "_s, u"## "_s, u"### "_s}) {
        const QStringList pieces = cutAtHeadings(content, heading);
        if (pieces.size() > 1)
            return pieces;
    }
    return cutAtLines(content, longest);
}

QString pieceId(const QString &id, qsizetype index)
{
    return QUuid::createUuidV5(QUuid::fromString(id), QByteArray::number(index))
        .toString(QUuid::WithoutBraces);
}

QString bare(QString id)
{
    return id.remove(u'-');
}

} // namespace

QString NotionMarkdown::tag(const QString &kind, const QString &id, QStringList &hidden) const
{
    const NotionPage *page = m_workspace.page(id);
    const NotionDatabase *database = m_workspace.database(id);
    const bool isVisible = (page && m_workspace.sees(m_caller, *page))
        || (database && m_workspace.sees(m_caller, *database));
    if (!isVisible) {
        hidden.append(id);
        return u"<unknown url=\"https://www.notion.so/%1\" alt=\"%2\"/>"_s.arg(bare(id), kind);
    }
    if (page) {
        const QString title = NotionWorkspace::title(*page);
        return u"<page url=\"%1\">%2</page>"_s.arg(NotionRenderer::url(title, id),
                                                   title.toHtmlEscaped());
    }
    return u"<database url=\"%1\" inline=\"false\" data-source-url=\"collection://%2\">%3</database>"_s
        .arg(NotionRenderer::url(database->title, id),
             database->dataSourceIds.value(0),
             database->title.toHtmlEscaped());
}

QString NotionMarkdown::withTags(const QString &content, QStringList &hidden) const
{
    QString result;
    qsizetype end = 0;
    for (auto it = marks().globalMatch(content); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += content.mid(end, match.capturedStart() - end)
            + tag(match.captured(1), match.captured(2), hidden);
        end = match.capturedEnd();
    }
    return result + content.mid(end);
}

QString NotionMarkdown::whole(const NotionPage &page) const
{
    QStringList hidden;
    return withTags(page.content, hidden);
}

QString NotionMarkdown::stored(const QString &markdown) const
{
    static const QRegularExpression tags(
        u"<(?:page|database|unknown) url=\"[^\"]*?([0-9a-f]{32})\"[^>]*(?:/>|>[^<]*</(?:page|database)>)"_s);
    QString result;
    qsizetype end = 0;
    for (auto it = tags.globalMatch(markdown); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        const QString id = notionId(match.captured(1));
        const QString mark = m_workspace.page(id) ? pageMark(id)
            : m_workspace.database(id)            ? u"<<database:%1>>"_s.arg(id)
                                                  : match.captured();
        result += markdown.mid(end, match.capturedStart() - end) + mark;
        end = match.capturedEnd();
    }
    return result + markdown.mid(end);
}

QStringList NotionMarkdown::childIds(const QString &content)
{
    QStringList result;
    for (auto it = marks().globalMatch(content); it.hasNext();)
        result.append(it.next().captured(2));
    return result;
}

QString NotionMarkdown::pageMark(const QString &id)
{
    return u"<<page:%1>>"_s.arg(id);
}

NotionMarkdown::Text NotionMarkdown::page(const NotionPage &page) const
{
    return cut(page, page.id, page.content);
}

NotionMarkdown::Text NotionMarkdown::cut(const NotionPage &page,
                                         const QString &id,
                                         const QString &content) const
{
    Text result;
    const QStringList pieces =
        content.size() > m_longest ? piecesOf(content, m_longest) : QStringList{content};
    QString kept;
    QString unknown;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        result.isTruncated = result.isTruncated || kept.size() + pieces[i].size() > m_longest;
        if (!result.isTruncated) {
            kept += pieces[i];
            continue;
        }
        const QString left = pieceId(id, i);
        unknown += u"<unknown url=\"https://www.notion.so/%1#%2\" alt=\"block\"/>\n"_s.arg(
            bare(page.id), bare(left));
        result.unknownIds.append(left);
    }
    QStringList hidden;
    result.markdown = withTags(kept, hidden) + unknown;
    result.unknownIds += hidden;
    return result;
}

std::optional<NotionMarkdown::Text> NotionMarkdown::block(const QString &blockId) const
{
    for (const NotionPage &page : m_workspace.pages) {
        if (page.content.size() <= m_longest || !m_workspace.sees(m_caller, page))
            continue;
        if (const auto found = find(page, page.id, page.content, blockId))
            return found;
    }
    return std::nullopt;
}

std::optional<NotionMarkdown::Text> NotionMarkdown::find(const NotionPage &page,
                                                         const QString &id,
                                                         const QString &content,
                                                         const QString &wanted) const
{
    if (content.size() <= m_longest)
        return std::nullopt;
    const QStringList pieces = piecesOf(content, m_longest);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const QString pieceName = pieceId(id, i);
        if (pieceName == wanted)
            return cut(page, pieceName, pieces[i]);
        // A single line longer than the limit cannot be cut further.
        if (pieces.size() == 1)
            break;
        if (const auto found = find(page, pieceName, pieces[i], wanted))
            return found;
    }
    return std::nullopt;
}

} // namespace fairlead::sandbox
