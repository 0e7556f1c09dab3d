// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"
#include "server/clients/maskeddiff.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "upstreams list";
constexpr char toolsUsage[] = "upstreams tools SERVER";
constexpr char reviewUsage[] = "upstreams review SERVER";
constexpr char approveUsage[] = "upstreams approve SERVER TOOL… | --all";
constexpr char onUsage[] = "upstreams on SERVER TOOL…";
constexpr char offUsage[] = "upstreams off SERVER TOOL…";
constexpr char effectUsage[] = "upstreams effect SERVER TOOL read|write|destructive|judged";
constexpr char catalogueUsage[] = "upstreams catalogue";
constexpr qsizetype manyTools = 200;

QString path(const QString &id, const QString &action = {})
{
    return u"/api/upstreams/%1/tools%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(id)),
                                              action);
}

QString whereNone()
{
    return u"No MCP server is connected. To connect one: fairleadctl connect mcp --url URL"_s;
}

/** The id of the server that is called so, or has this id. */
QCoro::Task<Result<QString>> idOf(Context context, QString wanted)
{
    const auto answer = co_await context.api.call("GET"_ba, u"/api/health/upstreams"_s);
    if (!answer)
        co_return failure(answer.error());
    QStringList names;
    const QJsonArray upstreams = answer->value(u"upstreams"_s).toArray();
    for (const auto &upstream : upstreams) {
        const QString id = upstream[u"id"_s].toString();
        names += upstream[u"name"_s].toString();
        if (id == wanted || names.last().compare(wanted, Qt::CaseInsensitive) == 0)
            co_return id;
    }
    co_return failure(ErrorCode::NotFound,
                      names.isEmpty() ? whereNone()
                                      : u"No MCP server is called “%1”. There are: %2."_s.arg(
                                          wanted, names.join(u", "_s)));
}

QCoro::Task<Result<QJsonObject>> toolsOf(Context context, QString server)
{
    const auto id = co_await idOf(context, server);
    if (!id)
        co_return failure(id.error());
    co_return co_await context.api.call("GET"_ba, path(*id));
}

bool isWaiting(const QJsonValue &tool)
{
    const QString state = tool[u"state"_s].toString();
    return state == "new"_L1 || state == "changed"_L1;
}

/** What a person should know of the requests that a server takes; empty when there is nothing. */
QString limitText(const QJsonValue &upstream)
{
    const QJsonValue limit = upstream[u"limit"_s];
    const QString name = upstream[u"name"_s].toString();
    const qint64 waitMs = limit[u"held_back_ms"_s].toInteger();
    if (waitMs > 0)
        return u"\n%1 wants no requests for another %2 seconds."_s.arg(name).arg((waitMs + 999)
                                                                                 / 1000);
    if (!limit[u"low"_s].toBool())
        return {};
    return u"\n%1: %2 of the %3 requests that it takes in %4 minutes are used."_s.arg(name)
        .arg(limit[u"used"_s].toInt())
        .arg(limit[u"requests"_s].toInt())
        .arg(limit[u"seconds"_s].toInt() / 60);
}

/** "12 of 1000" in the time of the limit. */
QString usedText(const QJsonValue &limit)
{
    const int most = limit[u"requests"_s].toInt();
    return most == 0 ? u"-"_s : u"%1 of %2"_s.arg(limit[u"used"_s].toInt()).arg(most);
}

QCoro::Task<int> listServers(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/health/upstreams"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"ID"_s,
                             u"NAME"_s,
                             u"STATE"_s,
                             u"MCP"_s,
                             u"TOOLS"_s,
                             u"TO APPROVE"_s,
                             u"LATENCY"_s,
                             u"REQUESTS"_s}};
    QString problems;
    const QJsonArray upstreams = answer->value(u"upstreams"_s).toArray();
    for (const auto &upstream : upstreams) {
        const QJsonValue tools = upstream[u"tools"_s];
        const QJsonValue latency = upstream[u"latency_ms"_s];
        rows.append(QStringList{
            upstream[u"id"_s].toString(),
            upstream[u"name"_s].toString(),
            upstream[u"connected"_s].toBool() ? u"connected"_s : upstream[u"state"_s].toString(),
            upstream[u"protocol_revision"_s].toString(),
            QString::number(tools[u"approved"_s].toInt()),
            QString::number(tools[u"new"_s].toInt() + tools[u"changed"_s].toInt()),
            latency.isDouble() ? u"%1 ms"_s.arg(latency.toInt()) : u"-"_s,
            usedText(upstream[u"limit"_s])});
        problems += limitText(upstream);
        const QString problem = upstream[u"last_error"_s].toString();
        if (!problem.isEmpty())
            problems += u'\n' + problem;
    }
    context.output.result(upstreams.isEmpty() ? whereNone() : table(rows) + problems, *answer);
    co_return Done;
}

QCoro::Task<int> listTools(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), toolsUsage);
    const auto answer = co_await toolsOf(context, parsed->positional(0));
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"TOOL"_s, u"CALLED HERE"_s, u"STATE"_s, u"ON"_s, u"EFFECT"_s}};
    const QJsonArray tools = answer->value(u"tools"_s).toArray();
    for (const auto &tool : tools)
        rows.append(QStringList{tool[u"name"_s].toString(),
                                tool[u"listed_name"_s].toString(),
                                tool[u"state"_s].toString(),
                                tool[u"on"_s].toBool() ? u"on"_s : u"off"_s,
                                tool[u"effect"_s].toString()});
    QString text = tools.isEmpty() ? u"This server offers no tools."_s : table(rows);
    const QJsonArray refused = answer->value(u"refused"_s).toArray();
    for (const auto &tool : refused)
        text += u"\nLeft out: %1, because %2."_s.arg(tool[u"name"_s].toString(),
                                                     tool[u"reason"_s].toString());
    context.output.result(text, *answer);
    co_return Done;
}

QByteArray readable(const QJsonValue &definition)
{
    return definition.isObject() ? QJsonDocument(definition.toObject()).toJson() : QByteArray();
}

QCoro::Task<int> reviewTools(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 1, 1);
    if (!parsed)
        co_return context.misused(parsed.error(), reviewUsage);
    const auto answer = co_await toolsOf(context, parsed->positional(0));
    if (!answer)
        co_return context.failed(answer.error());
    QString text;
    const QJsonArray tools = answer->value(u"tools"_s).toArray();
    for (const auto &tool : tools) {
        if (!isWaiting(tool))
            continue;
        text += u"%1 is %2:\n"_s.arg(tool[u"name"_s].toString(), tool[u"state"_s].toString());
        text += clients::maskedDiff(readable(tool[u"approved"_s]), readable(tool[u"offered"_s]));
        text += u'\n';
    }
    context.output.result(text.isEmpty() ? u"Nothing waits to be approved."_s : text, *answer);
    co_return Done;
}

QCoro::Task<int> approveTools(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {u"all"_s}, 1, manyTools);
    if (!parsed)
        co_return context.misused(parsed.error(), approveUsage);
    const bool all = parsed->isSet(u"all"_s);
    const QStringList wanted = parsed->positionals().mid(1);
    if (all == !wanted.isEmpty())
        co_return context.misused({.code = ErrorCode::InvalidInput,
                                   .message = u"Name the tools to approve, or pass --all."_s},
                                  approveUsage);
    const auto answer = co_await toolsOf(context, parsed->positional(0));
    if (!answer)
        co_return context.failed(answer.error());
    const QString id = answer->value(u"upstream"_s)[u"id"_s].toString();
    QStringList approved;
    const QJsonArray tools = answer->value(u"tools"_s).toArray();
    for (const auto &tool : tools) {
        const QString name = tool[u"name"_s].toString();
        if (!isWaiting(tool) || !(all || wanted.contains(name)))
            continue;
        const QJsonObject body{{u"name"_s, name}, {u"fingerprint"_s, tool[u"fingerprint"_s]}};
        const auto done = co_await context.api.call("POST"_ba, path(id, u"/approve"_s), body);
        if (!done)
            co_return context.failed(done.error());
        approved.append(name);
    }
    const QJsonObject result{{u"approved"_s, QJsonArray::fromStringList(approved)}};
    context.output.result(approved.isEmpty()
                              ? u"Nothing of that waits to be approved."_s
                              : u"Clients may use %1 now."_s.arg(approved.join(u", "_s)),
                          result);
    co_return Done;
}

QCoro::Task<int> changeTools(Context context, QString server, QStringList names, QJsonObject to)
{
    const auto id = co_await idOf(context, server);
    if (!id)
        co_return context.failed(id.error());
    for (const QString &name : names) {
        to.insert(u"name"_s, name);
        const auto done = co_await context.api.call("POST"_ba, path(*id, u"/change"_s), to);
        if (!done)
            co_return context.failed(done.error());
    }
    const QJsonObject result{{u"changed"_s, QJsonArray::fromStringList(names)}};
    context.output.result(u"Changed %1."_s.arg(names.join(u", "_s)), result);
    co_return Done;
}

QCoro::Task<int> switchOn(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, manyTools);
    if (!parsed)
        co_return context.misused(parsed.error(), onUsage);
    const QJsonObject to{{u"on"_s, true}};
    co_return co_await changeTools(
        context, parsed->positional(0), parsed->positionals().mid(1), to);
}

QCoro::Task<int> switchOff(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 2, manyTools);
    if (!parsed)
        co_return context.misused(parsed.error(), offUsage);
    const QJsonObject to{{u"on"_s, false}};
    co_return co_await changeTools(
        context, parsed->positional(0), parsed->positionals().mid(1), to);
}

QCoro::Task<int> setEffect(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 3, 3);
    if (!parsed)
        co_return context.misused(parsed.error(), effectUsage);
    const QJsonObject to{{u"effect"_s, parsed->positional(2)}};
    const QStringList names{parsed->positional(1)};
    co_return co_await changeTools(context, parsed->positional(0), names, to);
}

QCoro::Task<int> listCatalogue(Context context, QStringList arguments)
{
    const auto parsed = Arguments::parse(arguments, {}, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), catalogueUsage);
    const auto answer = co_await context.api.call("GET"_ba, u"/api/upstreams/catalogue"_s);
    if (!answer)
        co_return context.failed(answer.error());
    QList<QStringList> rows{{u"SERVER"_s, u"ADDRESS"_s, u"SIGN-IN"_s}};
    const QJsonArray servers = answer->value(u"servers"_s).toArray();
    for (const auto &server : servers)
        rows.append(QStringList{server[u"title"_s].toString(),
                                server[u"url"_s].toString(),
                                server[u"sign_in"_s].toString()});
    context.output.result(table(rows), *answer);
    co_return Done;
}

constexpr std::array<SubCommand, 8> subCommands{{{"list", listUsage, listServers},
                                                 {"tools", toolsUsage, listTools},
                                                 {"review", reviewUsage, reviewTools},
                                                 {"approve", approveUsage, approveTools},
                                                 {"on", onUsage, switchOn},
                                                 {"off", offUsage, switchOff},
                                                 {"effect", effectUsage, setEffect},
                                                 {"catalogue", catalogueUsage, listCatalogue}}};

} // namespace

QCoro::Task<int> runUpstreams(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
