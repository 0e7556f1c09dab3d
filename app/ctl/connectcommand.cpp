// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char usage[] = "connect jira --url URL --email EMAIL --token-stdin";

QString connectedText(const QJsonObject &connection)
{
    QStringList lines{u"Connected %1 as %2 (%3). It sees %4:"_s.arg(
        connection.value(u"name"_s).toString(),
        connection.value(u"account_name"_s).toString(),
        connection.value(u"username"_s).toString(),
        counted(connection.value(u"project_count"_s).toInteger(), u"project"_s))};
    const QJsonArray projects = connection.value(u"projects"_s).toArray();
    for (const QJsonValue &project : projects)
        lines += u"  "_s + project.toString();
    const qint64 more = connection.value(u"project_count"_s).toInteger() - projects.size();
    if (more > 0)
        lines += u"  … and %1 more"_s.arg(more);
    const QJsonArray limitations = connection.value(u"limitations"_s).toArray();
    for (const QJsonValue &limitation : limitations)
        lines += u"Note: "_s + limitation.toString();
    return lines.join(u'\n');
}

} // namespace

QCoro::Task<int> runConnect(Context context, QStringList arguments)
{
    const QStringList options{u"url="_s, u"email="_s, u"token-stdin"_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), usage);
    for (const QString &needed : {u"url"_s, u"email"_s}) {
        if (!parsed->isSet(needed)) {
            co_return context.misused(
                {.code = ErrorCode::InvalidInput, .message = u"--%1 is missing."_s.arg(needed)},
                usage);
        }
    }
    const auto token = readSecret(u"API token"_s);
    if (!token)
        co_return context.misused(token.error(), usage);
    const QJsonObject body{{u"provider_type"_s, parsed->positional(0)},
                           {u"base_url"_s, parsed->value(u"url"_s)},
                           {u"username"_s, parsed->value(u"email"_s)},
                           {u"api_token"_s, QString::fromUtf8(token->reveal())}};
    const auto connection =
        co_await context.api.call("POST"_ba, u"/api/pm/providers/import-projects"_s, body);
    if (!connection)
        co_return context.failed(connection.error());
    context.output.result(connectedText(*connection), *connection);
    co_return Done;
}

} // namespace fairlead::ctl
