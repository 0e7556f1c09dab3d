// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/openproject/openprojectfields.h"

#include "server/providers/resttext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace fairlead::providers::openproject {
namespace {

using tools::ToolCall;

QJsonObject linkTo(const QString &href)
{
    return {{u"href"_s, href.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(href)}};
}

QCoro::Task<Result<QString>> assigneeHref(RestSession session, QString wanted, QString path)
{
    if (wanted.isEmpty())
        co_return QString();
    if (wanted == "me"_L1) {
        const auto me = co_await whoAmI(session);
        if (!me)
            co_return failure(me.error());
        co_return me->self.href;
    }
    const auto found = co_await findNamed(session, path, "assignee"_L1, wanted);
    if (!found)
        co_return failure(found.error());
    co_return found->href;
}

QCoro::Task<Result<QString>> parentHref(RestSession session, QString wanted)
{
    if (wanted.isEmpty())
        co_return QString();
    const auto id = workPackageId(wanted, "parent"_L1);
    if (!id)
        co_return failure(id.error());
    co_return session.client->apiBase().path() + u"/api/v3/work_packages/"_s + *id;
}

} // namespace

Result<QJsonObject> localFields(const ToolCall &call)
{
    QJsonObject fields;
    if (call.arguments.contains("subject"_L1))
        fields.insert("subject"_L1, rest::argument(call, "subject"_L1));
    if (call.arguments.contains("description"_L1)) {
        fields.insert("description"_L1,
                      QJsonObject{{u"format"_s, u"markdown"_s},
                                  {u"raw"_s, call.arguments["description"_L1]}});
    }
    for (const auto &[argument, field] :
         {std::pair{"start_date"_L1, "startDate"_L1}, {"due_date"_L1, "dueDate"_L1}}) {
        if (!call.arguments.contains(argument))
            continue;
        if (const auto checked = rest::checkDate(call, argument); !checked)
            return failure(checked.error());
        const QString date = rest::argument(call, argument);
        fields.insert(field, date.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(date));
    }
    if (call.arguments.contains("estimated_hours"_L1))
        fields.insert("estimatedTime"_L1, isoSpan(call.arguments["estimated_hours"_L1].toDouble()));
    if (call.arguments.contains("percent_done"_L1))
        fields.insert("percentageDone"_L1, call.arguments["percent_done"_L1]);
    return fields;
}

QCoro::Task<Result<QJsonObject>> linkedFields(RestSession session,
                                              ToolCall call,
                                              FieldPlaces places)
{
    QJsonObject links;
    const QList<QPair<QLatin1StringView, QString>> named{{"type"_L1, places.types},
                                                         {"status"_L1, u"/api/v3/statuses"_s},
                                                         {"priority"_L1, u"/api/v3/priorities"_s}};
    for (const auto &[argument, path] : named) {
        if (!call.arguments.contains(argument))
            continue;
        const auto found =
            co_await findNamed(session, path, argument, rest::argument(call, argument));
        if (!found)
            co_return failure(found.error());
        links.insert(argument, linkTo(found->href));
    }
    if (call.arguments.contains("assignee"_L1)) {
        const auto href =
            co_await assigneeHref(session, rest::argument(call, "assignee"_L1), places.assignees);
        if (!href)
            co_return failure(href.error());
        links.insert("assignee"_L1, linkTo(*href));
    }
    if (call.arguments.contains("parent"_L1)) {
        const auto href = co_await parentHref(session, rest::argument(call, "parent"_L1));
        if (!href)
            co_return failure(href.error());
        links.insert("parent"_L1, linkTo(*href));
    }
    co_return links;
}

QString isoSpan(double hours)
{
    const auto minutes = static_cast<qint64>(std::llround(hours * 60));
    QString text = u"PT%1H"_s.arg(minutes / 60);
    if (minutes % 60 != 0)
        text += u"%1M"_s.arg(minutes % 60);
    return text;
}

} // namespace fairlead::providers::openproject
