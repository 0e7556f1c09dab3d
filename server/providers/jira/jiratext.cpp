// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiratext.h"

#include "server/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::text {
namespace {

constexpr qsizetype cellLimit = 200; // of one field in a line of many

QString cell(const QString &text)
{
    return cleanedLine(text, cellLimit);
}

QString counted(qsizetype shown, const SearchText &search)
{
    const bool isAll = search.page.nextPageToken.isEmpty() && !search.isContinued;
    if (isAll)
        return shown == 1 ? u"1 issue"_s : u"%1 issues"_s.arg(shown);
    return search.total ? u"%1 of about %2 issues"_s.arg(shown).arg(*search.total)
                        : u"%1 issues"_s.arg(shown);
}

/** The fields beyond the usual ones that any of these issues has: named once, above the lines. */
QStringList columnsOf(const QList<Issue> &issues)
{
    QStringList columns;
    bool isDescribed = false;
    for (const Issue &issue : issues) {
        for (const FieldValue &field : issue.others) {
            if (!columns.contains(field.name))
                columns.append(field.name);
        }
        isDescribed = isDescribed || !issue.description.isEmpty();
    }
    if (isDescribed)
        columns.append(u"Description"_s);
    return columns;
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

QString rowText(const Issue &issue, const QStringList &columns)
{
    QStringList cells{issue.key,
                      orDash(issue.status),
                      issue.assignee.isEmpty() ? u"unassigned"_s : issue.assignee,
                      orDash(issue.summary)};
    for (const QString &column : columns) {
        const auto field =
            std::find_if(issue.others.begin(), issue.others.end(), [&](const FieldValue &each) {
                return each.name == column;
            });
        if (field != issue.others.end())
            cells.append(orDash(cell(field->text)));
        else
            cells.append(column == "Description"_L1 ? orDash(cell(issue.description)) : u"-"_s);
    }
    return cells.join(u"  "_s);
}

QString commentText(const Comment &comment)
{
    const QString author = comment.author.isEmpty() ? u"Somebody"_s : comment.author;
    const QString seenBy =
        comment.visibleTo.isEmpty() ? QString() : u", only for "_s + comment.visibleTo;
    return u"%1, %2 (id %3%4):\n%5"_s.arg(
        author, comment.created, comment.id, seenBy, comment.body);
}

} // namespace

QString issueLine(const Issue &issue)
{
    QString line =
        u"%1  %2  %3  %4"_s.arg(issue.key,
                                issue.status.isEmpty() ? u"-"_s : issue.status,
                                issue.assignee.isEmpty() ? u"unassigned"_s : issue.assignee,
                                issue.summary);
    QStringList others;
    for (const FieldValue &field : issue.others)
        others.append(u"%1: %2"_s.arg(field.name, cell(field.text)));
    if (!issue.description.isEmpty())
        others.append(u"Description: %1"_s.arg(cell(issue.description)));
    return others.isEmpty() ? line : u"%1  [%2]"_s.arg(line, others.join(u"; "_s));
}

QString searchText(const SearchText &search)
{
    QString lines;
    qsizetype bytes = 0;
    qsizetype shown = 0;
    const QStringList columns = columnsOf(search.page.issues);
    for (const Issue &issue : search.page.issues) {
        const QString line = rowText(issue, columns) + u'\n';
        bytes += line.toUtf8().size();
        if (bytes > defaultBytes && shown > 0)
            break;
        lines += line;
        ++shown;
    }
    if (shown == 0)
        return u"No issues match."_s;
    const QStringList head =
        QStringList{u"key"_s, u"status"_s, u"assignee"_s, u"summary"_s} + columns;
    QString result = u"%1 (%2):\n%3"_s.arg(counted(shown, search), head.join(u"  "_s), lines);
    for (const QString &warning : search.page.warnings)
        result += u"Warning from Jira: %1\n"_s.arg(warning);
    if (shown < search.page.issues.size()) {
        // A cursor would step over the lines that were cut.
        return result
            + u"[Cut at %1 bytes: %2 more on this page. Call again with limit: %3 or fewer fields.]"_s
                  .arg(defaultBytes)
                  .arg(search.page.issues.size() - shown)
                  .arg(shown);
    }
    if (!search.page.nextPageToken.isEmpty())
        result += u"More: call again with cursor: \"%1\""_s.arg(search.page.nextPageToken);
    return result.trimmed();
}

QString issueText(const Issue &issue, const QUrl &url, const std::optional<CommentPage> &comments)
{
    QString result =
        u"%1  %2\n%3\n"_s.arg(issue.key, issue.summary, QString::fromLatin1(url.toEncoded()));
    if (!issue.status.isEmpty())
        result += u"Status: %1\n"_s.arg(issue.status);
    if (!issue.assignee.isEmpty())
        result += u"Assignee: %1\n"_s.arg(issue.assignee);
    for (const FieldValue &field : issue.others) {
        const bool isLong = field.text.contains(u'\n');
        result += u"%1:%2%3\n"_s.arg(field.name, isLong ? u"\n"_s : u" "_s, field.text);
    }
    if (!issue.description.isEmpty())
        result += u"\nDescription:\n%1\n"_s.arg(issue.description);
    if (!comments)
        return result.trimmed();
    const qsizetype shown = comments->comments.size();
    if (shown == 0)
        return result + u"\nNo comments."_s;
    result += comments->total > shown
        ? u"\nComments, the newest %1 of %2:\n"_s.arg(shown).arg(comments->total)
        : u"\nComments, newest first (%1):\n"_s.arg(shown);
    for (const Comment &comment : comments->comments)
        result += u'\n' + commentText(comment) + u'\n';
    return result.trimmed();
}

QString commentsText(const QString &key, const CommentPage &page)
{
    if (page.comments.isEmpty())
        return page.startAt > 0 ? u"No more comments on %1."_s.arg(key)
                                : u"No comments on %1."_s.arg(key);
    QString texts;
    qsizetype shown = 0;
    for (const Comment &comment : page.comments) {
        const QString text = u"\n%1\n"_s.arg(commentText(comment));
        if (shown > 0 && texts.toUtf8().size() + text.toUtf8().size() > defaultBytes)
            break;
        texts += text;
        ++shown;
    }
    const qint64 end = page.startAt + shown;
    QString result = end == page.total && page.startAt == 0
        ? u"%1 comments on %2:\n"_s.arg(shown).arg(key)
        : u"%1 of %2 comments on %3:\n"_s.arg(shown).arg(page.total).arg(key);
    if (shown == 1 && page.total == 1)
        result = u"1 comment on %1:\n"_s.arg(key);
    result += bounded(texts, 2 * defaultBytes, u"It is one long comment."_s);
    if (end < page.total)
        result += u"\nMore: call again with cursor: \"%1\""_s.arg(end);
    return result.trimmed();
}

QString bounded(const QString &text, qsizetype limit, const QString &forTheRest)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.size() <= limit)
        return text;
    qsizetype end = bytes.lastIndexOf('\n', limit);
    if (end < limit / 2) {
        end = limit;
        while (end > 0 && (static_cast<unsigned char>(bytes[end]) & 0xC0U) == 0x80U)
            --end; // not within a character
    }
    return QString::fromUtf8(bytes.first(end))
        + u"\n[Cut at %1 of %2 bytes. %3]"_s.arg(end).arg(bytes.size()).arg(forTheRest);
}

QUrl issueUrl(const QUrl &site, const QString &key)
{
    QUrl url = site;
    url.setPath(u"/browse/"_s + key);
    return url;
}

QString issueLink(const QUrl &site, const QString &key)
{
    return QString::fromLatin1(issueUrl(site, key).toEncoded());
}

} // namespace fairlead::providers::jira::text
