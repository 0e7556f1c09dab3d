// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QDateTime>
#include <QJsonArray>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char usage[] =
    "activity [--limit N] [--target ABC-123] [--client NAME] [--tool NAME] [--connection NAME] "
    "[--outcome ok|refused|cancelled|failed] [--from TIME] [--to TIME] [--text TEXT]";
constexpr char exportUsage[] = "activity export [--format csv|jsonl] [--target ABC-123] …";
constexpr char verifyUsage[] = "activity verify";
constexpr char undoUsage[] = "activity undo ID [--dry-run] [--force]";

constexpr qint64 usualLimit = 50;
constexpr qint64 largestLimit = 100'000;
constexpr qint64 pageLimit = 1000;

/** What was done, or what happened where nothing was. */
QString whatOf(const QJsonValue &entry)
{
    const QString tool = entry["tool"_L1].toString();
    const QString detail = entry["detail"_L1].toString();
    const QString arguments = entry["arguments"_L1].toString();
    if (!tool.isEmpty())
        return arguments.isEmpty() ? tool : tool + u' ' + arguments;
    return entry["event"_L1].toString() + (detail.isEmpty() ? QString() : u": "_s + detail);
}

QString lines(const QJsonArray &entries)
{
    if (entries.isEmpty())
        return u"Nothing that fits is in the log."_s;
    QList<QStringList> rows{{u"ID"_s,
                             u"TIME"_s,
                             u"CLIENT"_s,
                             u"OUTCOME"_s,
                             u"MS"_s,
                             u"BYTES"_s,
                             u"CONNECTION"_s,
                             u"TARGET"_s,
                             u"UNDO"_s,
                             u"WHAT"_s}};
    for (const auto &entry : entries) {
        const QDateTime time =
            QDateTime::fromString(entry["time"_L1].toString(), Qt::ISODateWithMs).toLocalTime();
        rows.append({entry["id"_L1].toVariant().toString(),
                     time.toString(u"yyyy-MM-dd HH:mm:ss"_s),
                     entry["client"_L1].toString(),
                     entry["outcome"_L1].toString(),
                     entry["duration_ms"_L1].toVariant().toString(),
                     entry["bytes"_L1].toVariant().toString(),
                     entry["connection"_L1].toString(),
                     entry["target"_L1].toString(),
                     entry["undo"_L1].toString(),
                     whatOf(entry)});
    }
    return table(rows);
}

Result<qint64> limitFrom(const Arguments &arguments)
{
    if (!arguments.isSet(u"limit"_s))
        return usualLimit;
    bool isNumber = false;
    const qint64 limit = arguments.value(u"limit"_s).toLongLong(&isNumber);
    if (isNumber && limit >= 1 && limit <= largestLimit)
        return limit;
    return failure(ErrorCode::InvalidInput,
                   u"--limit must be a number from 1 to %1."_s.arg(largestLimit));
}

/** The options that choose entries. */
QStringList filters()
{
    return {u"target="_s,
            u"client="_s,
            u"tool="_s,
            u"connection="_s,
            u"outcome="_s,
            u"from="_s,
            u"to="_s,
            u"text="_s};
}

QUrlQuery queryFrom(const Arguments &arguments)
{
    QUrlQuery query;
    for (const QString &option : filters()) {
        const QString name = option.chopped(1);
        if (arguments.isSet(name))
            query.addQueryItem(name,
                               QString::fromLatin1(QUrl::toPercentEncoding(arguments.value(name))));
    }
    return query;
}

/** Page after page, until there are as many as wanted. */
QCoro::Task<Result<QJsonArray>> fetch(Context context, QUrlQuery query, qint64 limit)
{
    QJsonArray entries;
    QString cursor;
    do {
        QUrlQuery page = query;
        page.addQueryItem(u"limit"_s, QString::number(qMin(limit - entries.size(), pageLimit)));
        if (!cursor.isEmpty())
            page.addQueryItem(u"cursor"_s, cursor);
        const QString address = u"/api/activity?"_s + page.query(QUrl::FullyEncoded);
        const auto answer = co_await context.api.call("GET"_ba, address);
        if (!answer)
            co_return failure(answer.error());
        const QJsonArray part = answer->value(u"activity"_s).toArray();
        for (const auto &entry : part)
            entries.append(entry);
        cursor = answer->value(u"next_cursor"_s).toString();
    } while (!cursor.isEmpty() && entries.size() < limit);
    co_return entries;
}

QCoro::Task<int> list(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, filters() + QStringList{u"limit="_s}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), usage);
    const auto limit = limitFrom(*parsed);
    if (!limit)
        co_return context.misused(limit.error(), usage);
    const QUrlQuery query = queryFrom(*parsed);
    const auto entries = co_await fetch(context, query, *limit);
    if (!entries)
        co_return context.failed(entries.error());
    const QJsonObject json{{u"activity"_s, *entries}};
    context.output.result(lines(*entries), json);
    co_return Done;
}

/** Everything that fits, page by page, as the server writes it. */
QCoro::Task<int> exportAll(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, filters() + QStringList{u"format="_s}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), exportUsage);
    const QString format = parsed->isSet(u"format"_s) ? parsed->value(u"format"_s) : u"csv"_s;
    if (format != "csv"_L1 && format != "jsonl"_L1) {
        const Error unknown{.code = ErrorCode::InvalidInput,
                            .message = u"--format must be csv or jsonl."_s};
        co_return context.misused(unknown, exportUsage);
    }
    QUrlQuery query = queryFrom(*parsed);
    query.addQueryItem(u"format"_s, format);
    query.addQueryItem(u"limit"_s, QString::number(pageLimit));
    QString path = u"/api/activity?"_s + query.query(QUrl::FullyEncoded);
    while (!path.isEmpty()) {
        const auto page = co_await context.api.fetch(path);
        if (!page)
            co_return context.failed(page.error());
        const auto written = context.output.write(QString::fromUtf8(page->body));
        if (!written)
            co_return context.failed(written.error());
        // RFC 8288: <address>; rel="next"
        const QString link = QString::fromLatin1(page->header("Link"));
        path = link.section(u'<', 1, 1).section(u'>', 0, 0);
    }
    co_return Done;
}

QCoro::Task<int> verify(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), verifyUsage);
    const auto report = co_await context.api.call("GET"_ba, u"/api/activity/verify"_s);
    if (!report)
        co_return context.failed(report.error());
    const qint64 rows = report->value(u"rows"_s).toInteger();
    const bool isIntact = report->value(u"intact"_s).toBool();
    const QString text = isIntact
        ? u"The log is as it was written: %1."_s.arg(counted(rows, u"row"_s))
        : u"The log was tampered with. %1 The %2 before it are as they were written."_s.arg(
            report->value(u"fault"_s).toString(), counted(rows, u"row"_s));
    context.output.result(text, *report);
    co_return isIntact ? Done : Failed;
}

/** Each line of a text behind a word. */
QString labelled(const QString &word, const QString &text)
{
    const QStringList all = text.isEmpty() ? QStringList(u"(nothing)"_s) : text.split(u'\n');
    QString shown;
    for (const QString &line : all)
        shown += u"\n    %1 %2"_s.arg(word, line);
    return shown;
}

/** What is there now and what would be, field by field. */
QString previewText(const QJsonObject &preview)
{
    const QString problem = preview.value(u"problem"_s).toString();
    const QJsonArray changes = preview.value(u"changes"_s).toArray();
    if (!problem.isEmpty() && changes.isEmpty())
        return problem;
    if (changes.isEmpty())
        return u"Everything is already as it was before."_s;
    QString text;
    for (const auto &change : changes) {
        const bool isChanged = change["changed_since"_L1].toBool();
        text += u"%1%2%3"_s
                    .arg(change["target"_L1].toString() + u' ',
                         change["field"_L1].toString(),
                         isChanged ? u" (changed since):"_s : u":"_s)
                    .trimmed();
        text += labelled(u"now: "_s, change["now"_L1].toString());
        text += labelled(u"kept:"_s, change["kept"_L1].toString()) + u'\n';
    }
    return text.trimmed();
}

QString restoredText(const QJsonArray &items, qsizetype restored)
{
    QString text = u"%1 of %2 undone."_s.arg(restored).arg(items.size());
    for (const auto &item : items) {
        const QString problem = item["problem"_L1].toString();
        text += u"\n%1: %2"_s.arg(item["target"_L1].toString(),
                                  problem.isEmpty() ? item["outcome"_L1].toString() : problem);
    }
    return text;
}

/** Of many things each says how it went; it is a failure where one was not put back. */
int showUndone(const Context &context, const QJsonObject &undone)
{
    const QJsonArray items = undone.value("items"_L1).toArray();
    if (items.isEmpty()) {
        context.output.result(u"Undone.\n"_s + previewText(undone), undone);
        return Done;
    }
    const auto restored = std::ranges::count_if(
        items, [](const QJsonValue &item) { return item["outcome"_L1] == u"restored"_s; });
    context.output.result(restoredText(items, restored), undone);
    return restored == items.size() ? Done : Failed;
}

QCoro::Task<int> undo(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {u"dry-run"_s, u"force"_s}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), undoUsage);
    bool isNumber = false;
    const qlonglong id = parsed->positional(0).toLongLong(&isNumber);
    if (!isNumber || id < 1) {
        const Error noNumber{.code = ErrorCode::InvalidInput,
                             .message =
                                 u"ID must be the number of a line of: fairleadctl activity"_s};
        co_return context.misused(noNumber, undoUsage);
    }
    const QString path = u"/api/activity/%1/undo"_s.arg(id);
    if (parsed->isSet(u"dry-run"_s)) {
        const auto preview = co_await context.api.call("GET"_ba, path);
        if (!preview)
            co_return context.failed(preview.error());
        context.output.result(previewText(*preview), *preview);
        co_return Done;
    }
    const QJsonObject body{{u"force"_s, parsed->isSet(u"force"_s)}};
    const auto undone = co_await context.api.call("POST"_ba, path, body);
    if (undone)
        co_return showUndone(context, *undone);
    // Both are shown where it has changed since.
    if (undone.error().code == ErrorCode::Conflict) {
        const auto preview = co_await context.api.call("GET"_ba, path);
        if (preview && preview->value(u"changed_since"_s).toBool())
            context.output.note(previewText(*preview));
    }
    co_return context.failed(undone.error());
}

} // namespace

QCoro::Task<int> runActivity(Context context, QStringList arguments)
{
    if (arguments.value(0) == "export"_L1)
        return exportAll(context, arguments.sliced(1));
    if (arguments.value(0) == "verify"_L1)
        return verify(context, arguments.sliced(1));
    if (arguments.value(0) == "undo"_L1)
        return undo(context, arguments.sliced(1));
    return list(context, std::move(arguments));
}

} // namespace fairlead::ctl
