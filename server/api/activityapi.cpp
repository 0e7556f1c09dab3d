// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/activityapi.h"

#include "server/api/apijson.h"
#include "server/api/managementroutes.h"
#include "server/audit/activitylog.h"
#include "server/base/text.h"

#include <QJsonArray>

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

struct Parameter
{
    QLatin1StringView name;
    Result<> (*take)(Question &question, const QString &name, const QString &value) = nullptr;
};

constexpr std::array<Parameter, 10> parameters{{
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

} // namespace

ActivityApi::ActivityApi(audit::ActivityLog &log)
    : m_log(log)
{}

void ActivityApi::addRoutes(http::Router &router)
{
    ManagementRoutes routes(router, *this, "/api/activity"_ba);
    routes.add("GET"_ba, ""_ba, &ActivityApi::list);
    routes.add("GET"_ba, "/verify"_ba, &ActivityApi::verify);
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
    QJsonArray json;
    for (const audit::ActivityEntry &entry : *entries)
        json.append(audit::toJson(entry));
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

} // namespace fairlead::api
