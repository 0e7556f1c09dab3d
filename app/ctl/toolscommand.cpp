// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/arguments.h"
#include "app/ctl/command.h"
#include "app/ctl/mcpclient.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::ctl {
namespace {

constexpr char listUsage[] = "tools list [--transport http|sse] [--key-stdin]";
constexpr char callUsage[] = "tools call NAME [JSON or -] [--transport http|sse] [--key-stdin]";
// As long as the longest call may take; a killed command leaves a key no longer than that.
constexpr qint64 ownKeySeconds = 180;

const QString keysPath = u"/api/users/me/mcp-keys"_s;

/** The key to speak MCP with: the one from standard input, or one made for this command. */
struct SessionKey
{
    Secret secret;
    QString ownId; ///< set when it was made here, and so is revoked here
};

QCoro::Task<Result<SessionKey>> obtainKey(Context context, bool fromInput)
{
    if (fromInput) {
        auto secret = readSecret(u"MCP key"_s);
        if (!secret)
            co_return failure(secret.error());
        co_return SessionKey{.secret = std::move(*secret), .ownId = {}};
    }
    const QJsonArray everyToolset{u"all"_s};
    const QJsonObject body{{u"name"_s, u"fairleadctl"_s},
                           {u"access"_s, u"full"_s},
                           {u"expires_in"_s, ownKeySeconds},
                           {u"toolsets"_s, everyToolset}};
    const auto key = co_await context.api.call("POST"_ba, keysPath, body);
    if (!key)
        co_return failure(key.error());
    co_return SessionKey{.secret = Secret(key->value(u"key"_s).toString().toLatin1()),
                         .ownId = key->value(u"id"_s).toString()};
}

QString textOf(const QJsonObject &result)
{
    QStringList texts;
    const QJsonArray content = result.value(u"content"_s).toArray();
    for (const auto &item : content) {
        if (item[u"type"_s].toString() == u"text"_s)
            texts += item[u"text"_s].toString();
        else if (item[u"type"_s].toString() == u"resource_link"_s)
            texts += item[u"uri"_s].toString();
        else
            texts += u"[%1, %2]"_s.arg(item[u"type"_s].toString(), item[u"mimeType"_s].toString());
    }
    return texts.join(u'\n');
}

QString listText(const QJsonArray &tools)
{
    QList<QStringList> rows;
    for (const auto &tool : tools) {
        const QString description = tool[u"description"_s].toString();
        rows.append(QStringList{tool[u"name"_s].toString(), description.section(u". "_s, 0, 0)});
    }
    return table(rows);
}

QCoro::Task<Result<QJsonObject>> askForTools(McpClient &client)
{
    QJsonArray tools;
    QJsonObject params;
    do {
        const auto page = co_await client.request(u"tools/list"_s, params);
        if (!page)
            co_return failure(page.error());
        const QJsonArray more = page->value(u"tools"_s).toArray();
        for (const auto &tool : more)
            tools.append(tool);
        params = {};
        if (page->contains(u"nextCursor"_s))
            params.insert(u"cursor"_s, page->value(u"nextCursor"_s));
    } while (!params.isEmpty());
    const QJsonObject all{{u"tools"_s, tools}};
    co_return all;
}

/** One MCP request in a session of its own. */
QCoro::Task<Result<QJsonObject>> inSession(Context context,
                                           Arguments arguments,
                                           QString method,
                                           QJsonObject params)
{
    // The instance must be known before the client can be pointed at it.
    const auto status = co_await context.api.call("GET"_ba, u"/api/status"_s);
    if (!status)
        co_return failure(status.error());
    auto key = co_await obtainKey(context, arguments.isSet(u"key-stdin"_s));
    if (!key)
        co_return failure(key.error());
    const QUrl url = context.api.instance().url;
    std::unique_ptr<McpClient> client;
    if (arguments.value(u"transport"_s) == u"sse"_s)
        client = std::make_unique<SseMcpClient>(
            context.api.http(), url.resolved(QUrl(u"/sse"_s)), key->secret);
    else
        client = std::make_unique<StreamableMcpClient>(
            context.api.http(), url.resolved(QUrl(u"/mcp"_s)), key->secret);
    Result<QJsonObject> answer;
    if (const auto started = co_await client->start(); !started)
        answer = failure(started.error());
    else if (method == u"tools/list"_s)
        answer = co_await askForTools(*client);
    else
        answer = co_await client->request(method, params);
    co_await client->stop();
    if (!key->ownId.isEmpty()) {
        const auto forgotten = co_await context.api.call(
            "DELETE"_ba, keysPath + u'/' + key->ownId + u"?forget=true"_s);
        // The call's outcome matters more; the key ends by itself soon.
        if (!forgotten)
            context.output.warning(forgotten.error());
    }
    co_return answer;
}

Result<> checkTransport(const Arguments &arguments)
{
    const QString transport = arguments.value(u"transport"_s);
    if (transport.isEmpty() || transport == u"http"_s || transport == u"sse"_s)
        return {};
    return failure(ErrorCode::InvalidInput,
                   u"--transport is “%1”; it must be http or sse."_s.arg(transport));
}

QCoro::Task<int> listTools(Context context, QStringList arguments)
{
    const QStringList options{u"transport="_s, u"key-stdin"_s};
    const auto parsed = Arguments::parse(arguments, options, 0, 0);
    if (!parsed)
        co_return context.misused(parsed.error(), listUsage);
    if (const auto checked = checkTransport(*parsed); !checked)
        co_return context.misused(checked.error(), listUsage);
    const auto tools = co_await inSession(context, *parsed, u"tools/list"_s, {});
    if (!tools)
        co_return context.failed(tools.error());
    context.output.result(listText(tools->value(u"tools"_s).toArray()), *tools);
    co_return Done;
}

Result<QJsonObject> toolArguments(const Arguments &arguments)
{
    const QString text = arguments.positional(1);
    if (text.isEmpty())
        return QJsonObject();
    const QByteArray json = text == u"-"_s ? readInput() : text.toUtf8();
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (!document.isObject())
        return failure(
            ErrorCode::InvalidInput,
            u"The tool's arguments must be one JSON object, for example '{\"limit\": 5}'. %1"_s.arg(
                parseError.error == QJsonParseError::NoError ? QString()
                                                             : parseError.errorString()));
    return document.object();
}

QCoro::Task<int> callTool(Context context, QStringList arguments)
{
    const QStringList options{u"transport="_s, u"key-stdin"_s};
    const auto parsed = Arguments::parse(arguments, options, 1, 2);
    if (!parsed)
        co_return context.misused(parsed.error(), callUsage);
    if (const auto checked = checkTransport(*parsed); !checked)
        co_return context.misused(checked.error(), callUsage);
    const auto toolInput = toolArguments(*parsed);
    if (!toolInput)
        co_return context.misused(toolInput.error(), callUsage);
    const QJsonObject params{{u"name"_s, parsed->positional(0)}, {u"arguments"_s, *toolInput}};
    const auto result = co_await inSession(context, *parsed, u"tools/call"_s, params);
    if (!result)
        co_return context.failed(result.error());
    context.output.result(textOf(*result), *result);
    co_return result->value(u"isError"_s).toBool() ? Failed : Done;
}

constexpr std::array<SubCommand, 2> subCommands{
    {{"list", listUsage, listTools}, {"call", callUsage, callTool}}};

} // namespace

QCoro::Task<int> runTools(Context context, QStringList arguments)
{
    return runSubCommand(context, std::move(arguments), subCommands);
}

} // namespace fairlead::ctl
