// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/tools/changelogparser.h"

#include "server/base/text.h"
#include "server/providers/answerjson.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

constexpr qsizetype valueLimit = 120;
constexpr qint64 firstMilliseconds = 100'000'000'000; // less is seconds, up to the year 5138

tl::unexpected<Error> missing(QLatin1StringView what)
{
    return failure(ErrorCode::InvalidData, u"\"%1\" is missing in the answer"_s.arg(what));
}

/** Jira writes a moment as text, as seconds or as milliseconds, depending on the call. */
QDateTime timeOf(const json::Element &element, std::string_view key)
{
    const qint64 number = json::number(element, key, -1);
    if (number >= 0) {
        return number < firstMilliseconds ? QDateTime::fromSecsSinceEpoch(number, Qt::UTC)
                                          : QDateTime::fromMSecsSinceEpoch(number, Qt::UTC);
    }
    static const QRegularExpression bareOffset(u"([+-]\\d\\d)(\\d\\d)$"_s);
    QString text = json::line(element, key);
    text.replace(bareOffset, u"\\1:\\2"_s);
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

QString valueOf(const json::Element &item, std::string_view name, std::string_view id)
{
    const auto value = json::member(item, name);
    const auto text = value ? value : json::member(item, id);
    std::string_view view;
    if (!text || text->get(view) != simdjson::SUCCESS)
        return {};
    return cleanedLine(json::fromUtf8(view), valueLimit);
}

void readHistory(const json::Element &history, const QString &issueId, QList<Change> &changes)
{
    const auto items = json::list(history, "items");
    if (!items)
        return;
    const auto author = json::member(history, "author");
    for (const json::Element item : *items) {
        changes.append({.issueId = issueId,
                        .at = timeOf(history, "created"),
                        .author = author ? json::line(*author, "displayName") : QString(),
                        .field = json::line(item, "field"),
                        .from = valueOf(item, "fromString", "from"),
                        .to = valueOf(item, "toString", "to")});
    }
}

QString lengthOf(qint64 seconds)
{
    const qint64 minutes = seconds / 60;
    const qint64 hours = minutes / 60;
    if (hours >= 24)
        return u"%1d %2h"_s.arg(hours / 24).arg(hours % 24);
    return hours > 0 ? u"%1h %2m"_s.arg(hours).arg(minutes % 60) : u"%1m"_s.arg(minutes);
}

} // namespace

namespace parser {

Result<QList<IssueHead>> issueHeads(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto issues = json::list(*root, "issues");
    if (!issues)
        return missing("issues"_L1);
    QList<IssueHead> heads;
    for (const json::Element issue : *issues) {
        IssueHead head{.id = json::line(issue, "id"),
                       .key = json::line(issue, "key"),
                       .summary = {},
                       .status = {},
                       .isDone = false,
                       .created = {}};
        const auto fields = json::member(issue, "fields");
        if (head.id.isEmpty() || head.key.isEmpty() || !fields)
            return missing("fields"_L1);
        head.summary = json::line(*fields, "summary");
        head.created = timeOf(*fields, "created");
        if (const auto status = json::member(*fields, "status")) {
            head.status = json::line(*status, "name");
            const auto category = json::member(*status, "statusCategory");
            head.isDone = category && json::line(*category, "key") == "done"_L1;
        }
        heads.append(std::move(head));
    }
    return heads;
}

Result<ChangePage> changes(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto root = json::object(parser, body);
    if (!root)
        return failure(root.error());
    const auto logs = json::list(*root, "issueChangeLogs");
    if (!logs)
        return missing("issueChangeLogs"_L1);
    ChangePage page;
    for (const json::Element log : *logs) {
        const auto histories = json::list(log, "changeHistories");
        if (!histories)
            continue;
        for (const json::Element history : *histories)
            readHistory(history, json::line(log, "issueId"), page.changes);
    }
    std::ranges::stable_sort(page.changes, {}, &Change::at);
    page.nextPageToken = json::line(*root, "nextPageToken");
    return page;
}

} // namespace parser

QString timeInStatus(const IssueHead &issue, const QList<Change> &changes, const QDateTime &now)
{
    QList<std::pair<QString, qint64>> times; // in the order in which they were entered first
    const auto add = [&times](const QString &status, qint64 seconds) {
        const auto known = std::ranges::find(times, status, &std::pair<QString, qint64>::first);
        if (known == times.end())
            times.append({status, seconds});
        else
            known->second += seconds;
    };
    QDateTime since = issue.created;
    for (const Change &change : changes) {
        if (change.issueId != issue.id || change.field != "status"_L1)
            continue;
        add(change.from, since.secsTo(change.at));
        since = change.at;
    }
    if (!issue.isDone)
        add(issue.status, since.secsTo(now));
    QStringList parts;
    for (const auto &[status, seconds] : std::as_const(times))
        parts.append(u"%1 %2"_s.arg(status, lengthOf(seconds)));
    if (issue.isDone)
        parts.append(u"%1 since %2"_s.arg(issue.status, since.toString(u"yyyy-MM-dd HH:mm"_s)));
    else if (!parts.isEmpty())
        parts.last() += times.last().first == issue.status ? u" so far"_s : QString();
    return parts.join(u", "_s);
}

} // namespace fairlead::providers::jira
