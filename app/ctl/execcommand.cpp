// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"
#include "app/ctl/leaseenvironment.h"
#include "app/platform/hardening.h"
#include "app/platform/quitsignals.h"

#include <QCoroProcess>
#include <QFileInfo>
#include <QJsonArray>
#include <QTimer>

#include <csignal>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char usage[] = "exec --with SERVICE[=CONNECTION][,SERVICE…] [--ttl 1h] -- CMD [ARG]…";
constexpr auto leasePath = "/api/mcp/credentials/lease"_L1;
constexpr int notFoundCode = 127; // as shells have it
constexpr int signalCode = 128;

/** What is asked for, from "jira=company.atlassian.net,notion". */
QJsonObject requestFrom(const QStringList &with, const QString &program)
{
    QJsonArray services;
    QJsonObject connections;
    for (const QString &list : with) {
        const QStringList parts = list.split(u',', Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            const QString service = part.section(u'=', 0, 0).trimmed();
            services.append(service);
            if (part.contains(u'='))
                connections.insert(service, part.section(u'=', 1).trimmed());
        }
    }
    return {{u"services"_s, services},
            {u"connections"_s, connections},
            {u"server_id"_s, QFileInfo(program).fileName().left(100)}};
}

/** Why the command is not started at all; empty when it can be. */
QString missingFrom(const QJsonObject &lease)
{
    QStringList reasons;
    const QJsonArray missing = lease[u"missing_services"_s].toArray();
    for (const auto &each : missing)
        reasons.append(each[u"reason"_s].toString());
    return reasons.join(u' ');
}

/** Gives the lease its time again while the command runs. `timer` belongs to the caller. */
void keepRenewed(Context context, const QJsonObject &lease, QTimer &timer)
{
    const QString path = leasePath + u'/' + lease[u"lease_id"_s].toString() + u"/renew"_s;
    QObject::connect(&timer, &QTimer::timeout, &timer, [context, path, &timer] {
        QCoro::connect(context.api.call("POST"_ba, path), &timer, [context](const auto &renewed) {
            if (!renewed)
                context.output.warning(renewed.error());
        });
    });
    timer.start(std::chrono::seconds(lease[u"ttl"_s].toInteger() / 2));
}

/** Ends as the command ended; what stops us stops it. */
QCoro::Task<int> runChild(Context context, QStringList commandLine, QJsonObject lease)
{
    QProcess child;
    child.setProgram(commandLine.takeFirst());
    child.setArguments(commandLine);
    child.setProcessChannelMode(QProcess::ForwardedChannels);
    child.setInputChannelMode(QProcess::ForwardedInputChannel);
    child.setProcessEnvironment(leaseEnvironment(lease, QProcessEnvironment::systemEnvironment()));
    const platform::QuitSignals quit;
    QObject::connect(&quit, &platform::QuitSignals::quitRequested, &child, &QProcess::terminate);
    // A terminal sends this to the command as well, which may go on all the same.
    std::signal(SIGINT, SIG_IGN);
#if defined(Q_OS_UNIX)
    child.setChildProcessModifier([] {
        std::signal(SIGINT, SIG_DFL);
        platform::restoreUmask();
    });
#endif
    QTimer renewal;
    keepRenewed(context, lease, renewal);
    child.start();
    if (!child.waitForStarted()) {
        context.output.error(
            {.code = ErrorCode::NotFound,
             .message = u"%1 cannot be started: %2."_s.arg(child.program(), child.errorString())});
        co_return notFoundCode;
    }
    co_await qCoro(child).waitForFinished(-1);
    const int code = child.exitCode();
    co_return child.exitStatus() == QProcess::NormalExit ? code : signalCode + code;
}

} // namespace

QCoro::Task<int> runExec(Context context, QStringList arguments)
{
    const qsizetype separator = arguments.indexOf(u"--"_s);
    const QStringList commandLine = separator < 0 ? QStringList() : arguments.sliced(separator + 1);
    const QStringList own = separator < 0 ? arguments : arguments.first(separator);
    const QStringList options{u"with="_s, u"ttl="_s};
    const auto parsed = Arguments::parse(own, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), usage);
    if (commandLine.isEmpty() || !parsed->isSet(u"with"_s))
        co_return context.misused({.code = ErrorCode::InvalidInput,
                                   .message = u"It needs --with and, behind --, a command."_s},
                                  usage);
    QJsonObject body = requestFrom(parsed->values(u"with"_s), commandLine.first());
    if (parsed->isSet(u"ttl"_s)) {
        const auto seconds = parseDuration(parsed->value(u"ttl"_s));
        if (!seconds)
            co_return context.misused(seconds.error(), usage);
        body.insert(u"ttl"_s, *seconds);
    }
    const auto lease = co_await context.api.call("POST"_ba, leasePath, body);
    if (!lease)
        co_return context.failed(lease.error());
    const QString missing = missingFrom(*lease);
    int code = Failed;
    if (missing.isEmpty())
        code = co_await runChild(context, commandLine, *lease);
    else
        context.output.error({.code = ErrorCode::NotFound, .message = missing});
    const QString path = leasePath + u'/' + lease->value(u"lease_id"_s).toString();
    const auto ended = co_await context.api.call("DELETE"_ba, path);
    if (!ended && ended.error().code != ErrorCode::NotFound)
        context.output.warning(ended.error());
    co_return code;
}

} // namespace fairlead::ctl
