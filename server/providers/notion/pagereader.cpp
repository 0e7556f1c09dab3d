// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/pagereader.h"

#include "server/providers/notion/notionid.h"
#include "server/providers/notion/notiontext.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

constexpr int mostParts = 20; // asked for in one call; Notion allows about three a second
constexpr qsizetype longestPage = 4'000'000;

bool isNoPage(ErrorCode code)
{
    return code == ErrorCode::NotFound || code == ErrorCode::InvalidInput;
}

/** Where a text has a gap for this block. */
struct Gap
{
    qsizetype start = 0;
    qsizetype size = 0;
};

// <unknown url="https://www.notion.so/…#1a2b…" alt="…"/>
Gap gapOf(const QString &text, const QString &id)
{
    const QRegularExpression tag(
        u"<unknown\\b[^>]*[/#-](?:%1|%2)\"[^>]*>(?:</unknown>)?"_s.arg(bareId(id), id));
    const QRegularExpressionMatch match = tag.match(text);
    if (match.hasMatch())
        return {match.capturedStart(), match.capturedLength()};
    return {text.size(), 0};
}

void fill(QString &text, const Gap &gap, const QString &part)
{
    if (gap.size > 0)
        text.replace(gap.start, gap.size, part.trimmed());
    else
        text += u'\n' + part;
}

} // namespace

QCoro::Task<Result<PageText>> readPageText(NotionSessions::Session session,
                                           QString id,
                                           qsizetype enough,
                                           bool withTranscripts)
{
    auto readingHeader = session.client->page(id);
    auto readingMarkdown = session.client->markdown(id, withTranscripts);
    const auto page = co_await readingHeader;
    const auto markdown = co_await readingMarkdown;
    if (!markdown)
        co_return failure(markdown.error());
    // A block has content and is no page.
    if (!page && !isNoPage(page.error().code))
        co_return failure(page.error());
    PageText result;
    if (page) {
        result.title = page->title;
        result.edited = page->edited;
        result.text = text::headerText(*page) + u'\n';
    }
    result.text += markdown->markdown;
    QStringList unknown = markdown->unknownBlockIds;
    for (int asked = 0; !unknown.isEmpty();) {
        const QString part = unknown.takeFirst();
        if (gapOf(result.text, part).start >= enough)
            continue; // whoever wants what comes later asks again
        if (asked == mostParts || result.text.size() > longestPage) {
            result.leftOut.append(part);
            continue;
        }
        ++asked;
        const auto found = co_await session.client->markdown(part, withTranscripts);
        if (!found && !isNoPage(found.error().code))
            co_return failure(found.error());
        if (!found || found->unknownBlockIds.contains(part)) {
            result.leftOut.append(part);
            continue;
        }
        fill(result.text, gapOf(result.text, part), found->markdown);
        unknown = found->unknownBlockIds + unknown;
    }
    co_return result;
}

} // namespace fairlead::providers::notion
