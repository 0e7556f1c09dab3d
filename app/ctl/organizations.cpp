// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/organizations.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {

NamedList organizationList()
{
    return {.path = u"/api/organizations"_s,
            .member = u"organizations"_s,
            .names = {u"id"_s, u"name"_s},
            .what = u"organization"_s};
}

NamedList connectionList()
{
    return {.path = u"/api/pm/providers"_s,
            .member = u"providers"_s,
            .names = {u"id"_s, u"name"_s},
            .what = u"connection"_s};
}

QCoro::Task<Result<QJsonObject>> findNamed(Context context, NamedList list, QString wanted)
{
    const auto answer = co_await context.api.call("GET"_ba, list.path);
    if (!answer)
        co_return failure(answer.error());
    const QJsonArray all = answer->value(list.member).toArray();
    QList<QJsonObject> fitting;
    QStringList known;
    for (const auto &value : all) {
        const QJsonObject each = value.toObject();
        known.append(each.value(list.names.last()).toString());
        if (std::ranges::any_of(list.names, [&](const QString &name) {
                return each.value(name).toString().compare(wanted, Qt::CaseInsensitive) == 0;
            }))
            fitting.append(each);
    }
    if (fitting.size() == 1)
        co_return fitting.first();
    if (!fitting.isEmpty())
        co_return failure(ErrorCode::Conflict,
                          u"Several fit “%1”. Give the id of the %2."_s.arg(wanted, list.what));
    if (known.isEmpty())
        co_return failure(ErrorCode::NotFound, u"There is no %1."_s.arg(list.what));
    co_return failure(
        ErrorCode::NotFound,
        u"There is no %1 “%2”; there is: %3."_s.arg(list.what, wanted, known.join(u", "_s)));
}

QCoro::Task<Result<QString>> organizationPath(Context context, QString wanted, QString rest)
{
    const NamedList list = organizationList();
    const auto found = co_await findNamed(context, list, wanted);
    if (!found)
        co_return failure(found.error());
    const QString path = list.path + u'/' + found->value(u"id"_s).toString() + rest;
    co_return path;
}

/** Sends DELETE and says so. */
QCoro::Task<int> removed(Context context, QString path, QString sentence)
{
    const auto answer = co_await context.api.call("DELETE"_ba, path);
    if (!answer)
        co_return context.failed(answer.error());
    const QJsonObject json{{u"removed"_s, path.section(u'/', -1)}};
    context.output.result(sentence, json);
    co_return Done;
}

/** The rows of a list of the answer; `columns` are the objects' members. */
QString tableOf(const QJsonArray &all, const QStringList &heading, const QStringList &columns)
{
    QList<QStringList> rows{heading};
    for (const auto &each : all) {
        QStringList row;
        for (const QString &column : columns) {
            const QJsonValue value = each[column];
            row.append(value.isArray() ? counted(value.toArray().size(), u"member"_s)
                                       : value.toString());
        }
        rows.append(row);
    }
    return table(rows);
}

} // namespace fairlead::ctl
