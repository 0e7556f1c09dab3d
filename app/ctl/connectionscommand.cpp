// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "connections list";
constexpr char testUsage[] = "connections test ID";
constexpr char removeUsage[] = "connections remove ID";

QString path(const QString &id, const QString &action = {})
{
    return u"/api/pm/providers/"_s + QString::fromLatin1(QUrl::toPercentEncoding(id)) + action;
}

QCoro::Task<int> listConnections(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/pm/providers"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"ID"_s, u"SERVICE"_s, u"SITE"_s, u"ACCOUNT"_s, u"OF"_s, u"STATE"_s}};
    QStringList remedies;
    const QJsonArray connections = answer->value(u"providers"_s).toArray();
    for (const auto &connection : connections) {
        rows.append(QStringList{connection[u"id"_s].toString(),
                                connection[u"provider_type"_s].toString(),
                                connection[u"name"_s].toString(),
                                connection[u"username"_s].toString(),
                                connection[u"organization"_s][u"name"_s].toString(u"you"_s),
                                connection[u"state"_s].toString()});
        const QString remedy = connection[u"sign_in_command"_s].toString();
        if (!remedy.isEmpty())
            remedies.append(
                u"\nTo sign in to %1 again: %2"_s.arg(connection[u"name"_s].toString(), remedy));
    }
    context.output.result(connections.isEmpty() ? u"No service is connected."_s
                                                : table(rows) + remedies.join(QString()),
                          *answer);
    co_return Done;
}

QCoro::Task<int> testConnection(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), testUsage);
    const auto report =
        co_await context.api.call("POST"_ba, path(parsed->positional(0), u"/test"_s));
    if (!report)
        co_return context.failed(report.error());
    const QString name = report->value(u"name"_s).toString();
    const qint64 count = report->value(u"project_count"_s).toInteger();
    const bool isServer = report->value(u"provider_type"_s).toString() == "mcp"_L1;
    context.output.result(
        isServer
            ? u"%1 works: clients may use %2 of it."_s.arg(name, counted(count, u"tool"_s))
            : u"%1 works: signed in as %2, %3."_s.arg(
                name, report->value(u"account_name"_s).toString(), counted(count, u"project"_s)),
        *report);
    co_return Done;
}

QCoro::Task<int> removeConnection(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), removeUsage);
    const QString id = parsed->positional(0);
    const auto removed = co_await context.api.call("DELETE"_ba, path(id));
    if (!removed)
        co_return context.failed(removed.error());
    const QJsonObject answer{{u"removed"_s, id}};
    context.output.result(u"Removed %1 and its credential."_s.arg(id), answer);
    co_return Done;
}

constexpr std::array<SubCommand, 3> subCommands{{{"list", listUsage, listConnections},
                                                 {"test", testUsage, testConnection},
                                                 {"remove", removeUsage, removeConnection}}};

} // namespace

QCoro::Task<int> runConnections(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
