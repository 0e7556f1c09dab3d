// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiratext.h"

#include "server/base/text.h"

#include <QSet>

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

struct Column
{
    QString id;
    QString name;
};

QString orDash(const QString &text)
{
    return text.isEmpty() ? u"-"_s : text;
}

QString valueOf(const Issue &issue, const QString &id)
{
    if (id == "summary"_L1)
        return issue.summary;
    if (id == "status"_L1)
        return issue.status;
    if (id == "assignee"_L1)
        return issue.assignee;
    if (id == "description"_L1)
        return cell(issue.description);
    const auto field = std::find_if(issue.others.begin(),
                                    issue.others.end(),
                                    [&id](const FieldValue &each) { return each.id == id; });
    return field == issue.others.end() ? QString() : cell(field->text);
}

/** Every field that any of the issues has. */
QList<Column> filledColumns(const QList<Issue> &issues)
{
    QList<Column> columns;
    QSet<QString> known;
    const auto add = [&columns, &known](const QString &id, const QString &name, bool isFilled) {
        if (isFilled && !known.contains(id)) {
            known.insert(id);
            columns.append({id, name});
        }
    };
    for (const Issue &issue : issues) {
        add(u"status"_s, u"status"_s, !issue.status.isEmpty());
        add(u"assignee"_s, u"assignee"_s, !issue.assignee.isEmpty());
        add(u"summary"_s, u"summary"_s, !issue.summary.isEmpty());
        for (const FieldValue &field : issue.others)
            add(field.id, field.name, true);
        add(u"description"_s, u"description"_s, !issue.description.isEmpty());
    }
    return columns;
}

bool isWildcard(const QString &field)
{
    return field.startsWith(u'*') || field.startsWith(u'-');
}

struct Columns
{
    QList<Column> shown;
    QStringList empty; ///< asked for, and no issue has anything there
};

Columns columnsOf(const IssuePage &page, const QStringList &fields)
{
    const QList<Column> filled = filledColumns(page.issues);
    if (fields.isEmpty()) {
        return {{{u"status"_s, u"status"_s},
                 {u"assignee"_s, u"assignee"_s},
                 {u"summary"_s, u"summary"_s}},
                {}};
    }
    if (std::any_of(fields.begin(), fields.end(), isWildcard))
        return {filled, {}};
    Columns columns;
    for (const QString &id : fields) {
        const auto column = std::find_if(
            filled.begin(), filled.end(), [&id](const Column &each) { return each.id == id; });
        if (column == filled.end())
            columns.empty.append(page.customNames.value(id, id));
        else
            columns.shown.append(*column);
    }
    return columns;
}

/** "(key  status  summary)", with what no issue has. */
QString headText(const Columns &columns)
{
    QString head = u"(key"_s;
    for (const Column &column : columns.shown)
        head += u"  "_s + column.name;
    if (!columns.empty.isEmpty())
        head += u"; none has "_s + columns.empty.join(u", "_s);
    return head + u')';
}

QString rowText(const Issue &issue, const QList<Column> &columns)
{
    QString row = issue.key;
    for (const Column &column : columns)
        row += u"  "_s + orDash(valueOf(issue, column.id));
    return row + u'\n';
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
    if (search.page.issues.isEmpty())
        return u"No issues match."_s;
    const Columns columns = columnsOf(search.page, search.fields);
    QString lines;
    qsizetype bytes = 0;
    qsizetype shown = 0;
    for (const Issue &issue : search.page.issues) {
        const QString line = rowText(issue, columns.shown);
        bytes += line.toUtf8().size();
        if (bytes > defaultBytes && shown > 0)
            break;
        lines += line;
        ++shown;
    }
    QString result = u"%1 %2:\n%3"_s.arg(counted(shown, search), headText(columns), lines);
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

QString issueTable(const IssuePage &page, const QStringList &fields)
{
    const Columns columns = columnsOf(page, fields);
    QString text = headText(columns) + u":\n"_s;
    for (const Issue &issue : page.issues)
        text += rowText(issue, columns.shown);
    return text;
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
