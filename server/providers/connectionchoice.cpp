// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/connectionchoice.h"

#include "server/base/text.h"
#include "server/tools/personform.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers {
namespace {

using connections::Connection;

QString labelOf(const Connection &connection)
{
    return u"%1 (%2)"_s.arg(connection.name, connection.account);
}

bool isCalled(const Connection &connection, const QString &name)
{
    return connection.name.compare(name, Qt::CaseInsensitive) == 0;
}

bool isNamed(const Connection &connection, const QString &wanted)
{
    const auto same = [&wanted](const QString &text) {
        return text.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const QString host = QUrl(wanted).authority();
    return same(connection.id) || same(connection.name) || same(connection.account)
        || same(labelOf(connection)) || (!host.isEmpty() && isCalled(connection, host));
}

/** For the log of calls. */
void noteTheOnly(const QList<Connection> &connections, const tools::Caller &caller)
{
    if (connections.size() == 1)
        caller.noteConnection(connections.first().id, connections.first().name);
}

// The service knew the account and said no to this one call: the connection itself is well.
bool isAnswer(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::NotFound
        || code == ErrorCode::Forbidden || code == ErrorCode::RateLimited
        || code == ErrorCode::Conflict;
}

} // namespace

ConnectionChoice::ConnectionChoice(connections::Connections &connections, Words words)
    : m_connections(connections)
    , m_words(std::move(words))
{}

QStringList ConnectionChoice::labelsOf(const QList<Connection> &connections)
{
    QStringList texts;
    for (const Connection &connection : connections) {
        const bool isUnique =
            std::count_if(connections.begin(),
                          connections.end(),
                          [&](const Connection &other) { return other.name == connection.name; })
            == 1;
        texts.append(isUnique ? connection.name : labelOf(connection));
    }
    return texts;
}

Result<QList<Connection>> ConnectionChoice::usable(const tools::Caller &caller) const
{
    auto found = m_connections.usableBy(caller, m_words.provider);
    if (found && found->isEmpty() && !caller.connectionIds.isEmpty()) {
        return failure(ErrorCode::Forbidden,
                       u"The key \"%1\" is limited to connections that are no longer there or are "
                       "not %2. Make a new key in Fairlead and put it into the client's "
                       "configuration."_s.arg(cleanedLine(caller.keyName, 100), m_words.service));
    }
    if (found && found->isEmpty()) {
        return failure(
            ErrorCode::NotFound,
            u"%1 is not connected. Open Fairlead and click Connect %1."_s.arg(m_words.service));
    }
    if (found)
        noteTheOnly(*found, caller);
    return found;
}

Result<QList<Connection>> ConnectionChoice::fitting(const tools::Caller &caller,
                                                    const QString &wanted,
                                                    const QString &host) const
{
    const auto all = usable(caller);
    if (!all)
        return all;
    QList<Connection> found;
    for (const Connection &connection : *all) {
        if ((host.isEmpty() || isCalled(connection, host))
            && (wanted.isEmpty() || isNamed(connection, wanted)))
            found.append(connection);
    }
    noteTheOnly(found, caller);
    if (!found.isEmpty())
        return found;
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is not a connected %2. Connected: %3."_s.arg(
                       cleanedLine(wanted.isEmpty() ? host : wanted, 100),
                       m_words.place,
                       labelsOf(*all).join(u", "_s)));
}

Result<Connection> ConnectionChoice::choose(const tools::Caller &caller,
                                            const QString &wanted,
                                            const QString &host) const
{
    const auto found = fitting(caller, wanted, host);
    if (!found)
        return failure(found.error());
    if (const auto first = personalIfAny(*found); first.size() == 1)
        return first.first();
    return failure(ErrorCode::InvalidInput,
                   u"Several %1 connections fit: %2. Pass one of them as \"connection\"."_s.arg(
                       m_words.service, labelsOf(*found).join(u", "_s)));
}

QCoro::Task<Result<Connection>> ConnectionChoice::chooseAsking(tools::ToolCall call,
                                                               QString host) const
{
    const QString wanted = call.arguments["connection"_L1].toString();
    const auto all = usable(call.caller);
    if (!all)
        co_return failure(all.error());
    QList<Connection> found = *all;
    found.removeIf([&host](const Connection &connection) {
        return !host.isEmpty() && !isCalled(connection, host);
    });
    // A place that was picked and has gone since is missed; the one that is left was not meant.
    const bool wasAsked = call.client && call.client->hasAnswer(u"connection"_s);
    const bool isClear = found.size() < 2 && !wasAsked;
    if (!wanted.isEmpty() || isClear || !tools::PersonForm::canAsk(call.client))
        co_return choose(call.caller, wanted, host);
    tools::PersonForm form(u"connection"_s,
                           u"Several %1s are connected. Which is meant?"_s.arg(m_words.place));
    form.addChoice(u"connection"_s, m_words.place, labelsOf(found));
    const auto answer = co_await tools::PersonForm::ask(call.client, form);
    if (!answer)
        co_return failure(answer.error());
    co_return choose(call.caller, (*answer)["connection"_L1].toString(), host);
}

Result<Connection> ConnectionChoice::current(const Connection &connection) const
{
    return m_connections.find(connection.userId, connection.id);
}

void ConnectionChoice::note(const QString &id, const Error *error) const
{
    if (!error || isAnswer(error->code))
        m_connections.noteSuccess(id);
    else
        m_connections.noteFailure(id, *error);
}

} // namespace fairlead::providers
