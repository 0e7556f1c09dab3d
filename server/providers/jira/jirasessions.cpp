// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/providers/jira/jirasessions.h"

#include "server/base/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::providers::jira {
namespace {

using connections::Connection;

QString labels(const QList<Connection> &connections)
{
    return JiraSessions::labelsOf(connections).join(u", "_s);
}

bool isNamed(const Connection &connection, const QString &wanted)
{
    const auto same = [&wanted](const QString &text) {
        return text.compare(wanted, Qt::CaseInsensitive) == 0;
    };
    const QString host = QUrl(wanted).authority();
    return same(connection.id) || same(connection.name) || same(connection.account)
        || same(u"%1 (%2)"_s.arg(connection.name, connection.account))
        || (!host.isEmpty() && connection.name.compare(host, Qt::CaseInsensitive) == 0);
}

// Jira knew the account and said no to this one call: the connection itself is well.
bool isAnswer(ErrorCode code)
{
    return code == ErrorCode::InvalidInput || code == ErrorCode::NotFound
        || code == ErrorCode::Forbidden || code == ErrorCode::RateLimited;
}

} // namespace

JiraSessions::JiraSessions(net::HttpClient &http,
                           connections::Connections &connections,
                           connections::Credentials &credentials)
    : m_http(http)
    , m_connections(connections)
    , m_credentials(credentials)
{}

QStringList JiraSessions::labelsOf(const QList<Connection> &connections)
{
    QStringList texts;
    for (const Connection &connection : connections) {
        const bool isUnique =
            std::count_if(connections.begin(),
                          connections.end(),
                          [&](const Connection &other) { return other.name == connection.name; })
            == 1;
        texts.append(isUnique ? connection.name
                              : u"%1 (%2)"_s.arg(connection.name, connection.account));
    }
    return texts;
}

Result<QList<Connection>> JiraSessions::usable(const tools::Caller &caller) const
{
    auto found = m_connections.usableBy(caller, u"jira"_s);
    if (found && found->isEmpty() && !caller.connectionIds.isEmpty()) {
        return failure(ErrorCode::Forbidden,
                       u"The key \"%1\" is limited to connections that are no longer there or are "
                       "not Jira. Make a new key in Fairlead and put it into the client's "
                       "configuration."_s.arg(cleanedLine(caller.keyName, 100)));
    }
    if (found && found->isEmpty()) {
        return failure(ErrorCode::NotFound,
                       u"Jira is not connected. Open Fairlead and click Connect Jira."_s);
    }
    return found;
}

Result<Connection> JiraSessions::choose(const tools::Caller &caller,
                                        const QString &wanted,
                                        const QString &host) const
{
    const auto all = usable(caller);
    if (!all)
        return failure(all.error());
    QList<Connection> fitting;
    for (const Connection &connection : *all) {
        const bool hasHost =
            host.isEmpty() || connection.name.compare(host, Qt::CaseInsensitive) == 0;
        if (hasHost && (wanted.isEmpty() || isNamed(connection, wanted)))
            fitting.append(connection);
    }
    if (fitting.size() == 1)
        return fitting.first();
    if (!fitting.isEmpty()) {
        return failure(
            ErrorCode::InvalidInput,
            u"Several Jira connections fit: %1. Pass one of them as \"connection\"."_s.arg(
                labels(fitting)));
    }
    const QString missing = wanted.isEmpty() ? host : wanted;
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is not a connected Jira site. Connected: %2."_s.arg(
                       cleanedLine(missing, 100), labels(*all)));
}

QList<Connection> JiraSessions::ofSite(const tools::Caller &caller, const QString &site) const
{
    QList<Connection> fitting =
        m_connections.usableBy(caller, u"jira"_s).value_or(QList<Connection>());
    fitting.removeIf([&site](const Connection &connection) {
        return connection.name.compare(site, Qt::CaseInsensitive) != 0;
    });
    return fitting;
}

Result<Connection> JiraSessions::current(const Connection &connection) const
{
    return m_connections.find(connection.userId, connection.id);
}

JiraSessions::Session JiraSessions::open(const Connection &connection,
                                         const tools::Caller &caller,
                                         const CancellationToken &cancellation) const
{
    JiraClient::Target target{.apiBase = connection.apiBase,
                              .siteName = connection.name,
                              .cancellation = cancellation,
                              .owner = caller.keyId.isEmpty() ? caller.userId : caller.keyId};
    return {connection, std::make_shared<JiraClient>(httpOf(connection), std::move(target))};
}

AuthorizedHttp JiraSessions::httpOf(const Connection &connection) const
{
    return {m_http, m_credentials, connection, &JiraClient::isRefusal};
}

void JiraSessions::note(const QString &id, const Error *error) const
{
    if (!error || isAnswer(error->code))
        m_connections.noteSuccess(id);
    else
        m_connections.noteFailure(id, *error);
}

} // namespace fairlead::providers::jira
