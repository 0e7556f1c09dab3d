// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/chosenconnection.h"

#include "server/base/text.h"

using namespace Qt::StringLiterals;

namespace fairlead::api {
namespace {

using connections::Connection;

constexpr qsizetype longestName = 100;
constexpr qsizetype longestClient = 64;

bool isNamed(const Connection &connection, const QString &wanted)
{
    const auto same = [&wanted](const QString &text) {
        return text.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    return connection.id == wanted || same(connection.name) || same(connection.account)
        || same(connection.site.toString()) || same(connection.site.host());
}

QString labels(const QList<Connection> &connections)
{
    QStringList texts;
    for (const Connection &connection : connections)
        texts.append(u"%1 (%2)"_s.arg(connection.name, connection.id));
    return texts.join(u", "_s);
}

} // namespace

tools::Caller callerOf(const http::Call &call)
{
    tools::Caller caller = call.principal.caller.value_or(tools::Caller());
    if (!call.principal.caller) {
        caller.userId = call.principal.userId;
        caller.access = tools::KeyAccess::Full;
    }
    caller.clientName =
        cleanedLine(QString::fromUtf8(call.request.header("user-agent")), longestClient);
    return caller;
}

Result<Connection> chosenConnection(const connections::Connections &connections,
                                    const tools::Caller &caller,
                                    const providers::Provider &provider,
                                    const QString &wanted)
{
    const QString service = provider.displayName();
    const auto usable = connections.usableBy(caller, provider.type());
    if (!usable)
        return failure(usable.error());
    if (usable->isEmpty())
        return failure(
            ErrorCode::NotFound,
            u"%1 is not connected%2. Open Fairlead and click Connect %1, or use: fairleadctl "
            "connect %3"_s.arg(service,
                               caller.connectionIds.isEmpty() ? QString() : u" for this key"_s,
                               provider.type()));
    QList<Connection> fitting = *usable;
    if (!wanted.isEmpty())
        fitting.removeIf([&](const Connection &each) { return !isNamed(each, wanted); });
    fitting = personalIfAny(fitting);
    if (fitting.size() == 1) {
        caller.noteConnection(fitting.first().id, fitting.first().name);
        return fitting.first();
    }
    if (fitting.isEmpty())
        return failure(ErrorCode::NotFound,
                       u"There is no %1 connection “%2”. Connected: %3."_s.arg(
                           service, cleanedLine(wanted, longestName), labels(*usable)));
    return failure(ErrorCode::Conflict,
                   u"Several %1 connections fit: %2. Say which one as “connection”."_s.arg(
                       service, labels(fitting)));
}

} // namespace fairlead::api
