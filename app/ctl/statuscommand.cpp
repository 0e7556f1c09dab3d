// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

QString statusText(const QJsonObject &status)
{
    QStringList lines{u"Fairlead %1 serves on %2"_s.arg(status.value(u"version"_s).toString(),
                                                        status.value(u"url"_s).toString()),
                      u"  Streamable HTTP  %1"_s.arg(status.value(u"mcp_url"_s).toString()),
                      u"  HTTP+SSE         %1"_s.arg(status.value(u"sse_url"_s).toString()),
                      u"Data folder: %1"_s.arg(status.value(u"data_folder"_s).toString())};
    if (status.value(u"paused"_s).toBool())
        lines +=
            u"Paused: clients get no answers until somebody chooses Resume Fairlead in the tray menu or window, or runs: fairleadctl resume"_s;
    const QString message = status.value(u"secrets_message"_s).toString();
    lines += u"Secrets: %1 (%2)"_s.arg(status.value(u"secrets"_s).toString(),
                                       status.value(u"master_key_source"_s).toString());
    if (!message.isEmpty())
        lines += u"  "_s + message;
    lines += u"Keys in force: %1"_s.arg(status.value(u"keys_in_force"_s).toInteger());
    const QJsonArray connections = status.value(u"connections"_s).toArray();
    if (connections.isEmpty())
        lines +=
            u"No service is connected. Connect one: fairleadctl connect jira --oauth, or with a token: fairleadctl connect jira --url … --email … --token-stdin"_s;
    for (const auto &connection : connections) {
        const QString organization = connection[u"organization"_s][u"name"_s].toString();
        lines +=
            u"%1  %2  %3%4"_s.arg(connection[u"name"_s].toString(),
                                  connection[u"state"_s].toString(),
                                  connection[u"username"_s].toString(),
                                  organization.isEmpty() ? QString() : u"  of "_s + organization);
        const QString error = connection[u"last_error"_s].toString();
        if (!error.isEmpty())
            lines += u"  "_s + error;
        const QJsonValue budget = connection[u"rate_budget"_s];
        if (const qint64 pause = budget[u"held_back_ms"_s].toInteger(); pause > 0) {
            lines += u"  The service asked for a pause: requests wait for %1 s."_s.arg((pause + 999)
                                                                                       / 1000);
        } else if (budget.isObject()) {
            lines += u"  %1 of %2 requests at once are free, %3 a minute."_s
                         .arg(budget[u"left_now"_s].toInteger())
                         .arg(budget[u"at_once"_s].toInteger())
                         .arg(budget[u"per_minute"_s].toInteger());
        }
        const QString remedy = connection[u"sign_in_command"_s].toString();
        if (!remedy.isEmpty())
            lines += u"    → "_s + remedy;
    }
    return lines.join(u'\n');
}

QString markOf(const QString &verdict)
{
    if (verdict == "ok"_L1)
        return u"✓"_s;
    return verdict == "warning"_L1 ? u"!"_s : u"✗"_s;
}

QString doctorText(const QJsonArray &checks)
{
    QStringList lines;
    for (const auto &check : checks) {
        lines += u"%1 %2: %3"_s.arg(markOf(check[u"verdict"_s].toString()),
                                    check[u"check"_s].toString(),
                                    check[u"finding"_s].toString());
        const QString remedy = check[u"remedy"_s].toString();
        if (!remedy.isEmpty())
            lines += u"    → "_s + remedy;
    }
    return lines.join(u'\n');
}

} // namespace

QCoro::Task<int> runStatus(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), "status");
    const auto status = co_await context.api.call("GET"_ba, u"/api/status"_s);
    if (!status)
        co_return context.failed(status.error());
    context.output.result(statusText(*status), *status);
    co_return Done;
}

QCoro::Task<int> runDoctor(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), "doctor");
    const auto report = co_await context.api.call("GET"_ba, u"/api/doctor"_s);
    if (!report)
        co_return context.failed(report.error());
    const QJsonArray checks = report->value(u"checks"_s).toArray();
    context.output.result(doctorText(checks), *report);
    const bool healthy = std::all_of(checks.begin(), checks.end(), [](const QJsonValue &check) {
        const QString verdict = check[u"verdict"_s].toString();
        return verdict == "ok"_L1 || verdict == "warning"_L1;
    });
    co_return healthy ? Done : Failed;
}

} // namespace fairlead::ctl
