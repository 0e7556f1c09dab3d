// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/activityapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"
#include "server/audit/activityexport.h"
#include "server/audit/activitylog.h"
#include "server/base/text.h"
#include "server/undo/undoing.h"

#include <QJsonArray>
#include <QUrlQuery>

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

constexpr int usualLimit = 100;
constexpr int largestLimit = 1000;
constexpr qsizetype textLimit = 200;
constexpr qsizetype shownLimit = 60;

struct Question
{
    audit::ActivityFilter filter;
    audit::ActivityPage page{.before = 0, .after = 0, .limit = usualLimit};
    audit::ExportFormat format = audit::ExportFormat::Json;
};

Error badValue(const QString &name, const QString &wanted)
{
    return {.code = ErrorCode::InvalidInput, .message = u"“%1” must be %2."_s.arg(name, wanted)};
}

template<QString audit::ActivityFilter::*member>
Result<> takeText(Question &question, const QString &, const QString &value)
{
    question.filter.*member = value;
    return {};
}

template<QDateTime audit::ActivityFilter::*member>
Result<> takeTime(Question &question, const QString &name, const QString &value)
{
    question.filter.*member = QDateTime::fromString(value, Qt::ISODate);
    if ((question.filter.*member).isValid())
        return {};
    return failure(badValue(name, u"a time such as 2026-11-21T13:05:00Z"_s));
}

Result<> takeOutcome(Question &question, const QString &name, const QString &value)
{
    question.filter.outcome = audit::outcomeKindFromName(value);
    if (question.filter.outcome)
        return {};
    return failure(badValue(name, u"ok, refused, cancelled or failed"_s));
}

Result<qint64> number(const QString &name, const QString &value, qint64 largest)
{
    bool isNumber = false;
    const qint64 given = value.toLongLong(&isNumber);
    if (isNumber && given >= 1 && given <= largest)
        return given;
    return failure(badValue(name, u"a number from 1 to %1"_s.arg(largest)));
}

Result<> takeCursor(Question &question, const QString &name, const QString &value)
{
    const auto cursor = number(name, value, std::numeric_limits<qint64>::max());
    question.page.before = cursor.value_or(0);
    return cursor.map([](qint64) {});
}

Result<> takeLimit(Question &question, const QString &name, const QString &value)
{
    const auto limit = number(name, value, largestLimit);
    question.page.limit = static_cast<int>(limit.value_or(usualLimit));
    return limit.map([](qint64) {});
}

Result<> takeFormat(Question &question, const QString &name, const QString &value)
{
    const auto format = audit::exportFormatFromName(value);
    if (!format)
        return failure(badValue(name, u"json, csv or jsonl"_s));
    question.format = *format;
    return {};
}

struct Parameter
{
    QLatin1StringView name;
    Result<> (*take)(Question &question, const QString &name, const QString &value) = nullptr;
};

constexpr std::array<Parameter, 11> parameters{{
    {"client"_L1, takeText<&audit::ActivityFilter::client>},
    {"tool"_L1, takeText<&audit::ActivityFilter::tool>},
    {"connection"_L1, takeText<&audit::ActivityFilter::connection>},
    {"target"_L1, takeText<&audit::ActivityFilter::target>},
    {"outcome"_L1, takeOutcome},
    {"from"_L1, takeTime<&audit::ActivityFilter::from>},
    {"to"_L1, takeTime<&audit::ActivityFilter::to>},
    {"text"_L1, takeText<&audit::ActivityFilter::text>},
    {"cursor"_L1, takeCursor},
    {"limit"_L1, takeLimit},
    {"format"_L1, takeFormat},
}};

/** A misspelt filter must not show more than was asked for. */
Result<> take(Question &question, const QString &name, const QString &value)
{
    QStringList names;
    for (const Parameter &parameter : parameters) {
        if (name == parameter.name)
            return parameter.take(question, name, value);
        names.append(parameter.name);
    }
    return failure(ErrorCode::InvalidInput,
                   u"There is no “%1” here; known are: %2."_s.arg(cleanedLine(name, shownLimit),
                                                                  names.join(u", "_s)));
}

/** The Link (RFC 8288) to the page that goes on below this entry. */
QByteArray nextLink(const http::Request &request, qint64 before)
{
    QUrlQuery query;
    for (const auto &[name, value] : request.query) {
        if (name != "cursor")
            query.addQueryItem(QString::fromUtf8(name),
                               QString::fromLatin1(value.toPercentEncoding()));
    }
    query.addQueryItem(u"cursor"_s, QString::number(before));
    return '<' + request.path + '?' + query.toString(QUrl::FullyEncoded).toLatin1()
        + ">; rel=\"next\"";
}

Result<Question> questionFrom(const http::Request &request)
{
    Question question;
    for (const auto &[name, value] : request.query) {
        if (value.size() > textLimit)
            return failure(badValue(cleanedLine(QString::fromUtf8(name), shownLimit),
                                    u"shorter than %1 bytes"_s.arg(textLimit + 1)));
        const auto taken = take(question, QString::fromUtf8(name), QString::fromUtf8(value));
        if (!taken)
            return failure(taken.error());
    }
    return question;
}

/** A page for other programs: a table, or one object a line. */
http::Response exported(const http::Request &request,
                        const Question &question,
                        const QList<audit::ActivityEntry> &entries)
{
    const bool isCsv = question.format == audit::ExportFormat::Csv;
    http::Response response;
    response.headers = {
        {"Content-Type"_ba, isCsv ? "text/csv; charset=utf-8"_ba : "application/jsonl"_ba}};
    if (question.page.before == 0)
        response.body = audit::exportStart(question.format);
    for (const audit::ActivityEntry &entry : entries)
        response.body += audit::exportedEntry(question.format, entry, false);
    if (entries.size() == question.page.limit)
        response.headers.append({"Link"_ba, nextLink(request, entries.last().sequence)});
    return response;
}

QJsonObject toJson(const undo::UndoPreview &preview)
{
    QJsonArray lines;
    for (const undo::UndoLine &line : preview.lines)
        lines.append(QJsonObject{{u"target"_s, line.target},
                                 {u"field"_s, line.field},
                                 {u"kept"_s, line.kept},
                                 {u"now"_s, line.now},
                                 {u"changed_since"_s, line.isChanged}});
    QJsonArray items;
    for (const undo::UndoItem &item : preview.items)
        items.append(QJsonObject{{u"target"_s, item.target},
                                 {u"outcome"_s, QString(undo::standingName(item.standing))},
                                 {u"problem"_s, item.problem}});
    return {{u"state"_s, QString(undo::stateName(preview.state))},
            {u"problem"_s, preview.problem},
            {u"changed_since"_s, preview.isChanged},
            {u"changes"_s, lines},
            {u"items"_s, items}};
}

} // namespace

ActivityApi::ActivityApi(audit::ActivityLog &log,
                         const undo::UndoStore &store,
                         undo::Undoing &undoing)
    : m_log(log)
    , m_store(store)
    , m_undoing(undoing)
{}

void ActivityApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/activity"_ba);
    routes.add("GET"_ba, ""_ba, &ActivityApi::list);
    routes.add("GET"_ba, "/verify"_ba, &ActivityApi::verify);
    routes.add("GET"_ba, "/{id}/undo"_ba, &ActivityApi::previewUndo);
    routes.add("POST"_ba, "/{id}/undo"_ba, &ActivityApi::undo);
}

QCoro::Task<http::Response> ActivityApi::list(http::Call call)
{
    const auto question = questionFrom(call.request);
    if (!question)
        co_return problemFor(question.error());
    // What happened just now is wanted, too; where it cannot be written, what is there is shown.
    static_cast<void>(co_await m_log.settle());
    const auto entries =
        m_log.reader().list(call.principal.userId, question->filter, question->page);
    if (!entries)
        co_return problemFor(entries.error());
    if (question->format != audit::ExportFormat::Json)
        co_return exported(call.request, *question, *entries);
    QStringList calls;
    for (const audit::ActivityEntry &entry : *entries) {
        if (!entry.undoCall.isEmpty())
            calls.append(entry.undoCall);
    }
    const auto states = m_store.states(call.principal.userId, calls);
    if (!states)
        co_return problemFor(states.error());
    QJsonArray json;
    for (const audit::ActivityEntry &entry : *entries) {
        QJsonObject row = audit::toJson(entry);
        const auto state = states->find(entry.undoCall);
        row.insert(u"undo"_s,
                   state == states->end() ? QJsonValue() : QString(undo::stateName(*state)));
        json.append(row);
    }
    QJsonValue next;
    if (entries->size() == question->page.limit)
        next = QString::number(entries->last().sequence);
    const QJsonObject answer{{u"activity"_s, json}, {u"next_cursor"_s, next}};
    co_return http::Response::json(answer);
}

QCoro::Task<http::Response> ActivityApi::verify(http::Call call)
{
    const auto report = co_await m_log.verify(call.principal.userId, call.cancellation);
    if (!report)
        co_return problemFor(report.error());
    QJsonValue broken;
    if (report->brokenSequence)
        broken = *report->brokenSequence;
    const QJsonObject answer{{u"intact"_s, !report->brokenSequence},
                             {u"rows"_s, report->rows},
                             {u"broken_row"_s, broken},
                             {u"fault"_s, report->fault}};
    co_return http::Response::json(answer);
}

QCoro::Task<Result<audit::ActivityEntry>> ActivityApi::undoable(http::Call call)
{
    static_cast<void>(co_await m_log.settle());
    const auto id = number(u"id"_s,
                           QString::fromUtf8(call.request.pathParameter("id")),
                           std::numeric_limits<qint64>::max() - 1);
    if (!id)
        co_return failure(ErrorCode::NotFound, u"There is no such entry in the log."_s);
    const audit::ActivityPage page{.before = *id + 1, .after = *id - 1, .limit = 1};
    const auto entries = m_log.reader().list(call.principal.userId, {}, page);
    if (!entries)
        co_return failure(entries.error());
    if (entries->isEmpty())
        co_return failure(ErrorCode::NotFound, u"There is no such entry in the log."_s);
    const audit::ActivityEntry entry = entries->first();
    if (entry.undoCall.isEmpty())
        co_return failure(ErrorCode::Conflict,
                          m_undoing.whyNot(call.principal.userId, entry.connectionId, entry.tool));
    co_return entry;
}

QCoro::Task<http::Response> ActivityApi::previewUndo(http::Call call)
{
    const auto entry = co_await undoable(call);
    if (!entry)
        co_return problemFor(entry.error());
    const auto preview =
        co_await m_undoing.look(call.principal.userId, entry->undoCall, call.cancellation);
    if (!preview)
        co_return problemFor(preview.error());
    co_return http::Response::json(toJson(*preview));
}

QCoro::Task<http::Response> ActivityApi::undo(http::Call call)
{
    const auto body = bodyObject(call.request, {u"force"_s});
    if (!body)
        co_return problemFor(body.error());
    const QJsonValue force = body->value("force"_L1);
    if (!force.isUndefined() && !force.isBool())
        co_return problemFor(badValue(u"force"_s, u"true or false"_s));
    const auto entry = co_await undoable(call);
    if (!entry)
        co_return problemFor(entry.error());
    // Who leaves in the middle would leave half of it done.
    const auto undone =
        co_await m_undoing.undo(call.principal.userId,
                                entry->undoCall,
                                force.toBool() ? undo::UndoForce::Yes : undo::UndoForce::No,
                                CancellationToken());
    if (!undone)
        co_return problemFor(undone.error());
    co_return http::Response::json(toJson(*undone));
}

} // namespace fairlead::api
