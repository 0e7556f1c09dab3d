// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectfields.h"
#include "server/providers/openproject/openprojectparser.h"
#include "server/providers/openproject/openprojecttext.h"
#include "server/providers/openproject/openprojecttools.h"
#include "server/providers/resttext.h"
#include "server/tools/schematext.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject {
namespace {

using tools::ToolCall;
using tools::ToolResult;

QJsonObject linkTo(const QString &href)
{
    return {{u"href"_s, href}};
}

/** What time on this work package may be booked on. */
QCoro::Task<Result<QList<Named>>> activitiesFor(RestSession session, QString href)
{
    // A form saves nothing: it says what could be saved.
    RestCall call{.method = "POST", .path = u"/api/v3/time_entries/form"_s};
    call.json = QJsonObject{{u"_links"_s, QJsonObject{{u"workPackage"_s, linkTo(href)}}}};
    co_return co_await session.client->ask(std::move(call), parser::timeActivities);
}

/** A refusal without an activity is most often for want of one. */
QCoro::Task<Error> withActivities(RestSession session, QString href, Error error)
{
    if (error.code != ErrorCode::InvalidInput)
        co_return error;
    const auto activities = co_await activitiesFor(session, href);
    QStringList names;
    for (const Named &activity : activities.value_or(QList<Named>()))
        names.append(activity.name);
    if (!names.isEmpty())
        error.message += u" Time can be booked on these activities: %1."_s.arg(names.join(u", "_s));
    co_return error;
}

QCoro::Task<Result<ToolResult>> logTime(RestSession session, ToolCall call)
{
    const auto id = workPackageId(rest::argument(call, "id"_L1), "id"_L1);
    if (!id)
        co_return failure(id.error());
    if (const auto checked = rest::checkDate(call, "date"_L1); !checked)
        co_return failure(checked.error());
    const QString given = rest::argument(call, "date"_L1);
    const QString date = given.isEmpty() ? QDate::currentDate().toString(Qt::ISODate) : given;
    const auto work = co_await readWorkPackage(session, *id);
    if (!work)
        co_return failure(work.error());
    const QString href = session.client->apiBase().path() + u"/api/v3/work_packages/"_s + *id;
    QJsonObject links{{u"workPackage"_s, linkTo(href)}};
    const QString wantedActivity = rest::argument(call, "activity"_L1);
    if (!wantedActivity.isEmpty()) {
        const auto all = co_await activitiesFor(session, href);
        if (!all)
            co_return failure(all.error());
        const auto activity = chooseNamed(*all, "activity"_L1, wantedActivity);
        if (!activity)
            co_return failure(activity.error());
        links.insert(u"activity"_s, linkTo(activity->href));
    }
    const QString span = isoSpan(call.arguments["hours"_L1].toDouble());
    RestCall wanted{.method = "POST",
                    .path = u"/api/v3/time_entries"_s,
                    .write = u"logging the time"_s,
                    .check =
                        u"Look at the time spent with openproject_get and id: \"%1\"."_s.arg(*id)};
    wanted.json = QJsonObject{{u"_links"_s, links}, {u"hours"_s, span}, {u"spentOn"_s, date}};
    if (const QString comment = rest::argument(call, "comment"_L1); !comment.isEmpty())
        wanted.json->insert("comment"_L1, QJsonObject{{u"raw"_s, comment}});
    const auto logged = co_await session.client->fetch(std::move(wanted));
    if (!logged && wantedActivity.isEmpty())
        co_return failure(co_await withActivities(session, href, logged.error()));
    if (!logged)
        co_return failure(logged.error());
    co_return ToolResult::fromText(
        u"Logged %1 on #%2 %3 for %4."_s.arg(text::span(span), *id, work->subject, date));
}

} // namespace

void addTimeTools(tools::ToolRegistry &registry, RestTools &tools)
{
    tools.add(registry,
              {.name = u"openproject_log_time"_s,
               .title = u"Log time in OpenProject"_s,
               .description = u"Books time that was spent on a work package; today unless \"date\" "
                              "says otherwise."_s,
               .inputSchema = tools::inputSchema(R"({
                   "id":{"type":"string","maxLength":2048,"description":"Number or URL"},
                   "hours":{"type":"number","minimum":0.02,"maximum":1000,"description":"1.5 for an hour and a half"},
                   "date":{"type":"string","maxLength":10,"description":"YYYY-MM-DD"},
                   "activity":{"type":"string","maxLength":200,"description":"Development, Management, …"},
                   "comment":{"type":"string","maxLength":1000}})",
                                                 {u"id"_s, u"hours"_s}),
               .outputSchema = {},
               .effect = tools::ToolEffect::Write,
               .endpoints = {u"GET /api/v3/work_packages/{id}"_s,
                             u"POST /api/v3/time_entries/form"_s,
                             u"POST /api/v3/time_entries"_s}},
              logTime);
}

} // namespace fairlead::providers::openproject
