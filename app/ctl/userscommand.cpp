// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "users list";
constexpr char createUsage[] = "users create NAME [--email EMAIL]";

QCoro::Task<int> listUsers(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/users"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"ID"_s, u"NAME"_s, u"EMAIL"_s}};
    const QJsonArray users = answer->value(u"users"_s).toArray();
    for (const auto &user : users)
        rows.append(QStringList{
            user[u"id"_s].toString(), user[u"name"_s].toString(), user[u"email"_s].toString()});
    context.output.result(table(rows), *answer);
    co_return Done;
}

QCoro::Task<int> createUser(Context context, QStringList arguments)
{
    const QStringList options{u"email="_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), createUsage);
    const QJsonObject body{{u"name"_s, parsed->positional(0)},
                           {u"email"_s, parsed->value(u"email"_s)}};
    const auto user = co_await context.api.call("POST"_ba, u"/api/users"_s, body);
    if (!user)
        co_return context.failed(user.error());
    context.output.result(u"Made the user “%1” (%2)."_s.arg(user->value(u"name"_s).toString(),
                                                            user->value(u"id"_s).toString()),
                          *user);
    co_return Done;
}

constexpr std::array<SubCommand, 2> subCommands{
    {{"list", listUsage, listUsers}, {"create", createUsage, createUser}}};

} // namespace

QCoro::Task<int> runUsers(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
