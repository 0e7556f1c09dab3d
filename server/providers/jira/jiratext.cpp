// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jiratext.h"

#include "server/base/text.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira::text {
namespace {

constexpr qsizetype cellLimit = 200; // of one field in a line of many

/** By value: most texts are cells already, and are handed on as they are. */
QString cell(QString text)
{
    return cleanedLine(std::move(text), cellLimit);
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
    QString Issue::*own = nullptr; ///< where an issue has it; null: among the others
    qsizetype usualIndex = 0; ///< there, in the issue that it was found in first
};

/** Of a field that is no other: no name but its id. */
std::optional<Column> ownColumn(const QString &id)
{
    constexpr std::array<std::pair<QLatin1StringView, QString Issue::*>, 4> own{
        {{"status"_L1, &Issue::status},
         {"assignee"_L1, &Issue::assignee},
         {"summary"_L1, &Issue::summary},
         {"description"_L1, &Issue::description}}};
    const auto found =
        std::find_if(own.begin(), own.end(), [&id](const auto &each) { return each.first == id; });
    if (found == own.end())
        return std::nullopt;
    return Column{.id = id, .name = id, .own = found->second};
}

const FieldValue *otherValue(const Issue &issue, const QString &id, qsizetype usualIndex)
{
    const QList<FieldValue> &others = issue.others;
    // Jira writes the fields of all issues in the same order.
    if (usualIndex < others.size() && others.at(usualIndex).id == id)
        return &others.at(usualIndex);
    const auto found = std::find_if(
        others.begin(), others.end(), [&id](const FieldValue &each) { return each.id == id; });
    return found == others.end() ? nullptr : &*found;
}

QString valueOf(const Issue &issue, const Column &column)
{
    if (column.own != nullptr)
        return column.own == &Issue::description ? cell(issue.description) : issue.*column.own;
    const FieldValue *field = otherValue(issue, column.id, column.usualIndex);
    return field != nullptr ? cell(field->text) : QString();
}

/** Nothing where no issue has such a field. */
std::optional<Column> filledColumn(const QList<Issue> &issues, const QString &id)
{
    if (auto column = ownColumn(id)) {
        const bool isFilled = std::any_of(issues.begin(), issues.end(), [&](const Issue &issue) {
            return !(issue.*column->own).isEmpty();
        });
        return isFilled ? column : std::nullopt;
    }
    for (const Issue &issue : issues) {
        if (const FieldValue *field = otherValue(issue, id, 0))
            return Column{.id = id, .name = field->name, .usualIndex = field - issue.others.data()};
    }
    return std::nullopt;
}

/** Every field that any of the issues has. */
QList<Column> filledColumns(const QList<Issue> &issues)
{
    QList<Column> columns;
    QSet<QString> known;
    const auto add = [&](const QString &id, bool isFilled) {
        if (!isFilled || known.contains(id))
            return;
        known.insert(id);
        if (const auto column = filledColumn(issues, id))
            columns.append(*column);
    };
    for (const Issue &issue : issues) {
        add(u"status"_s, !issue.status.isEmpty());
        add(u"assignee"_s, !issue.assignee.isEmpty());
        add(u"summary"_s, !issue.summary.isEmpty());
        for (const FieldValue &field : issue.others)
            add(field.id, true);
        add(u"description"_s, !issue.description.isEmpty());
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
    if (std::any_of(fields.begin(), fields.end(), isWildcard))
        return {filledColumns(page.issues), {}};
    Columns columns;
    if (fields.isEmpty()) {
        for (const QString &id : {u"status"_s, u"assignee"_s, u"summary"_s})
            columns.shown.append(*ownColumn(id));
        return columns;
    }
    for (const QString &id : fields) {
        if (const auto column = filledColumn(page.issues, id))
            columns.shown.append(*column);
        else
            columns.empty.append(page.customNames.value(id, id));
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

/** Of whole characters. */
qsizetype utf8Size(QStringView text)
{
    qsizetype size = 0;
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        // A half of a pair is half of four bytes.
        size += 1 + (unit >= 0x80 ? 1 : 0) + (unit >= 0x800 && !c.isSurrogate() ? 1 : 0);
    }
    return size;
}

void appendRow(QString &rows, const Issue &issue, const QList<Column> &columns)
{
    rows += issue.key;
    for (const Column &column : columns) {
        const QString value = valueOf(issue, column);
        rows += "  "_L1;
        if (value.isEmpty())
            rows += u'-';
        else
            rows += value;
    }
    rows += u'\n';
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
        const qsizetype before = lines.size();
        appendRow(lines, issue, columns.shown);
        bytes += utf8Size(QStringView(lines).sliced(before));
        if (bytes > defaultBytes && shown > 0) {
            lines.truncate(before);
            break;
        }
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
        appendRow(text, issue, columns.shown);
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
