// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/notion/notiontools.h"

#include "server/providers/notion/notionaddress.h"
#include "server/providers/notion/notionid.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::notion {
namespace {

using connections::Connection;
using tools::ToolCall;

/** Whether one of the paths leads to it over this session; what keeps from finding out otherwise.
 */
QCoro::Task<Result<bool>> sees(NotionSessions::Session session, QString id, QStringList probes)
{
    for (const QString &probe : probes) {
        RestCall wanted;
        wanted.path = probe.arg(id);
        const auto found = co_await session.client->fetch(wanted);
        if (found)
            co_return true;
        if (!isElsewhere(found.error()))
            co_return failure(found.error());
    }
    co_return false;
}

/** The first of several that sees the id. */
QCoro::Task<Result<NotionSessions::Session>> foundIn(
    NotionTools tools, ToolCall call, QString id, QStringList probes, QList<Connection> connections)
{
    std::optional<Error> failed;
    for (const Connection &connection : connections) {
        const auto session = tools.sessions.open(connection, call.caller, call.cancellation);
        auto found = co_await sees(session, id, probes);
        found = tools.sessions.choice().noted(connection, std::move(found));
        if (found && *found) {
            tools.directory.noteConnection(connection, id);
            co_return session;
        }
        if (!found && found.error().code == ErrorCode::Cancelled)
            co_return failure(found.error());
        if (!found && !failed)
            failed = found.error();
    }
    co_return failure(failed ? *failed : nowhere(u"Page or object"_s, id, connections));
}

} // namespace

QCoro::Task<Result<NotionTarget>> pageTarget(NotionTools tools,
                                             ToolCall call,
                                             QLatin1StringView argument)
{
    const QString given = textOf(call, argument);
    const auto id = notionId(given, argument);
    if (!id)
        co_return failure(id.error());
    // Only the address of a resource tells the workspace; a page's URL does not.
    if (const auto address = NotionAddress::fromUri(given.trimmed());
        address && textOf(call, "connection"_L1).isEmpty()) {
        const auto of = tools.sessions.ofWorkspace(call.caller, address->workspace);
        if (!of.isEmpty())
            call.arguments["connection"_L1] = of.first().id;
    }
    const QStringList probes{u"/v1/pages/%1"_s, u"/v1/blocks/%1"_s};
    const auto session = co_await sessionFor(tools, std::move(call), *id, probes);
    if (!session)
        co_return failure(session.error());
    co_return NotionTarget{*session, *id};
}

QStringList pageEndpoints(QStringList own)
{
    for (const QString &probe : {u"GET /v1/pages/{page_id}"_s, u"GET /v1/blocks/{block_id}"_s}) {
        if (!own.contains(probe))
            own.append(probe);
    }
    return own;
}

QCoro::Task<Result<NotionSessions::Session>> sessionFor(NotionTools tools,
                                                        ToolCall call,
                                                        QString id,
                                                        QStringList probes)
{
    const auto connections = likelyConnections(tools, call, id);
    if (!connections)
        co_return failure(connections.error());
    const Connection &likely = connections->first();
    const bool isKnown = tools.directory.connectionOf(call.caller.userId, id) == likely.id;
    if (connections->size() == 1 || isKnown)
        co_return tools.sessions.open(likely, call.caller, call.cancellation);
    co_return co_await foundIn(tools, std::move(call), std::move(id), probes, *connections);
}

QCoro::Task<Result<NotionSessions::Session>> workspaceTarget(NotionTools tools, ToolCall call)
{
    const auto connection = co_await tools.sessions.choice().chooseAsking(call);
    if (!connection)
        co_return failure(connection.error());
    // A person may have taken minutes over the form.
    if (const auto current = tools.sessions.choice().current(*connection); !current)
        co_return failure(current.error());
    co_return tools.sessions.open(*connection, call.caller, call.cancellation);
}

Result<QList<Connection>> likelyConnections(const NotionTools &tools,
                                            const ToolCall &call,
                                            const QString &id)
{
    auto connections = tools.sessions.choice().fitting(call.caller, textOf(call, "connection"_L1));
    const QString known = tools.directory.connectionOf(call.caller.userId, id);
    if (connections && !known.isEmpty()) {
        std::stable_partition(connections->begin(),
                              connections->end(),
                              [&known](const Connection &each) { return each.id == known; });
    }
    return connections;
}

Error nowhere(const QString &what, const QString &id, const QList<Connection> &connections)
{
    return {.code = ErrorCode::NotFound,
            .message =
                u"%1 %2 is in none of the connected workspaces (%3), or is not shared with the "
                "connections. To share it, open it in Notion and choose ••• → Connections."_s.arg(
                    what, bareId(id), ConnectionChoice::labelsOf(connections).join(u", "_s))};
}

bool isElsewhere(const Error &error)
{
    return error.code == ErrorCode::NotFound || error.code == ErrorCode::InvalidInput;
}

QString textOf(const ToolCall &call, QLatin1StringView name)
{
    return call.arguments.value(name).toString();
}

} // namespace fairlead::providers::notion
