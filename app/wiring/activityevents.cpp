// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/activityevents.h"

#include "server/base/text.h"
#include "server/tools/calltarget.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::wiring {
namespace {

using accounts::McpKey;
using audit::ActivityEntry;
using connections::Connection;
using connections::ConnectionState;
using tools::ApprovalAnswer;
using tools::ApprovalRequest;

constexpr qint64 secondsBetweenNotes = 3600;
constexpr qsizetype mostClients = 1000;
constexpr qsizetype longestName = 100;

/** What a person has changed of it, beside what use and time do. */
bool isSame(const McpKey &one, const McpKey &other)
{
    return one.name == other.name && one.access == other.access && one.rights == other.rights
        && one.toolsets == other.toolsets && one.asks == other.asks
        && one.decisions == other.decisions && one.connectionIds == other.connectionIds;
}

} // namespace

ActivityEvents::ActivityEvents(const Sources &sources)
    : m_sources(sources)
{
    followApprovals();
    connect(&sources.publications,
            &publishing::Publications::settled,
            this,
            [this](const publishing::Publication &publication) { record(publication); });
    connect(&sources.upstreams,
            &gateway::Upstreams::approvalNeeded,
            this,
            &ActivityEvents::noteHiddenTools);
}

void ActivityEvents::begin()
{
    for (const Connection &connection :
         m_sources.connections.listAll().value_or(QList<Connection>()))
        m_connections.insert(connection.id, connection);
    for (const McpKey &key : m_sources.keys.listAll())
        m_keys.insert(key.id, key);
    followKeys();
    followConnections();
}

void ActivityEvents::noteClient(const QString &keyId, const QString &client)
{
    const QDateTime now = m_sources.clock.now();
    const auto key = m_keys.constFind(keyId);
    if (key == m_keys.constEnd())
        return;
    QDateTime &last = m_clients[keyId + u'\n' + client];
    if (last.isValid() && last.secsTo(now) < secondsBetweenNotes)
        return;
    last = now;
    if (m_clients.size() > mostClients)
        m_clients.clear();
    ActivityEntry noted = entry(audit::event::authSucceeded, key->userId);
    noted.keyId = key->id;
    noted.keyPrefix = key->prefix;
    noted.clientName = cleanedLine(client, longestName);
    m_sources.activity.record(std::move(noted));
}

void ActivityEvents::withoutEntering(const std::function<void()> &takeIn)
{
    m_isEntered = true;
    takeIn();
    m_isEntered = false;
}

void ActivityEvents::followKeys()
{
    const auto look = [this] {
        const QList<McpKey> keys = m_sources.keys.listAll();
        QHash<QString, McpKey> now;
        for (const McpKey &key : keys) {
            noteKey(key);
            now.insert(key.id, key);
        }
        for (const McpKey &before : std::as_const(m_keys)) {
            if (!now.contains(before.id) && !before.revokedAt.isValid())
                record(audit::event::keyRevoked, before, u"forgotten"_s);
        }
        m_keys = now;
    };
    connect(&m_sources.keys, &accounts::McpKeys::changed, this, look);
    connect(&m_sources.keys, &accounts::McpKeys::ended, this, &ActivityEvents::noteEnd);
}

/** Its expiry, which nobody has changed: whoever notices it first enters it, while it takes in
 * something else, too. */
void ActivityEvents::noteEnd(const QString &keyId)
{
    const auto key = m_keys.constFind(keyId);
    if (key == m_keys.constEnd() || key->revokedAt.isValid() || !key->expiresAt.isValid()
        || key->expiresAt > m_sources.clock.now())
        return;
    if (m_isFirst && !m_isFirst(u"expired/"_s + keyId, 24h))
        return;
    const bool wasEntered = std::exchange(m_isEntered, false);
    record(audit::event::keyExpired, *key, {});
    m_isEntered = wasEntered;
}

void ActivityEvents::noteKey(const McpKey &key)
{
    const auto before = m_keys.constFind(key.id);
    if (before == m_keys.constEnd())
        record(audit::event::keyCreated, key, {});
    else if (key.revokedAt.isValid() != before->revokedAt.isValid())
        record(audit::event::keyRevoked, key, {});
    else if (key.prefix != before->prefix)
        record(audit::event::keyRotated, key, {});
    else if (!isSame(key, *before))
        record(audit::event::keyChanged, key, {});
}

void ActivityEvents::followConnections()
{
    connect(&m_sources.connections, &connections::Connections::changed, this, [this] {
        const auto all = m_sources.connections.listAll();
        if (!all)
            return;
        QHash<QString, Connection> now;
        for (const Connection &connection : *all) {
            noteConnection(connection);
            now.insert(connection.id, connection);
        }
        for (const Connection &before : std::as_const(m_connections)) {
            if (!now.contains(before.id))
                record(audit::event::connectionRemoved, before);
        }
        m_connections = now;
    });
}

void ActivityEvents::noteConnection(const Connection &connection)
{
    const auto before = m_connections.constFind(connection.id);
    const bool isLost = connection.state == ConnectionState::NeedsSignIn;
    if (before == m_connections.constEnd()) {
        record(audit::event::connectionAdded, connection);
        return;
    }
    const bool wasLost = before->state == ConnectionState::NeedsSignIn;
    if (isLost && !wasLost)
        record(audit::event::connectionLost, connection);
    else if (wasLost && connection.state == ConnectionState::Connected)
        record(audit::event::connectionRestored, connection);
}

void ActivityEvents::noteHiddenTools(const QString &connectionId)
{
    // One that was added a moment ago is not among those that were seen.
    const auto all = m_sources.connections.listAll().value_or(QList<Connection>());
    const auto found = std::ranges::find(all, connectionId, &Connection::id);
    if (found == all.end())
        return;
    // Others look at about the same time, or learn from the database what this one has seen.
    if (m_isFirst && !m_isFirst(u"hidden/"_s + connectionId, 1min))
        return;
    ActivityEntry noted = entry(audit::event::toolsHidden, found->userId);
    noted.outcome = audit::outcome::refused;
    noted.detail = u"It offers tools that are new or have changed."_s;
    record(std::move(noted), *found);
}

void ActivityEvents::followApprovals()
{
    connect(&m_sources.approvals,
            &tools::Approvals::asked,
            this,
            [this](const ApprovalRequest &request) {
                record(audit::event::approvalAsked, request, request.id);
            });
    connect(&m_sources.approvals,
            &tools::Approvals::settled,
            this,
            [this](const ApprovalRequest &request, ApprovalAnswer answer, bool isLate) {
                const QString how =
                    isLate ? u"nobody answered"_s : QString(tools::answerName(answer));
                record(answer == ApprovalAnswer::Deny ? audit::event::approvalDenied
                                                      : audit::event::approvalGiven,
                       request,
                       request.id + u": "_s + how);
            });
}

void ActivityEvents::record(QLatin1StringView event, const McpKey &key, const QString &detail)
{
    if (m_isEntered)
        return;
    ActivityEntry noted = entry(event, key.userId);
    noted.keyId = key.id;
    noted.keyPrefix = key.prefix;
    noted.detail = cleanedLine(key.name, longestName);
    if (!detail.isEmpty())
        noted.detail += u"; "_s + detail;
    m_sources.activity.record(std::move(noted));
}

void ActivityEvents::record(QLatin1StringView event, const Connection &connection)
{
    ActivityEntry noted = entry(event, connection.userId);
    noted.detail = connection.provider;
    record(std::move(noted), connection);
}

void ActivityEvents::record(ActivityEntry noted, const Connection &connection)
{
    if (m_isEntered)
        return;
    noted.connectionId = connection.id;
    noted.connectionName = cleanedLine(connection.name, longestName);
    QStringList readers{connection.userId};
    if (!connection.isPersonal())
        readers = m_sources.organizations.owners(connection.userId).value_or(QStringList());
    for (const QString &reader : std::as_const(readers)) {
        noted.userId = reader;
        m_sources.activity.record(noted);
    }
}

void ActivityEvents::record(QLatin1StringView event,
                            const ApprovalRequest &request,
                            const QString &detail)
{
    ActivityEntry noted = entry(event, request.caller.userId);
    if (event == audit::event::approvalDenied)
        noted.outcome = audit::outcome::refused;
    noted.keyId = request.caller.keyId;
    noted.keyPrefix = request.caller.keyPrefix;
    noted.clientName = request.caller.clientName;
    noted.tool = request.tool.name;
    noted.target = tools::targetsOf(request.arguments).join(u' ');
    noted.detail = detail;
    m_sources.activity.record(std::move(noted));
}

void ActivityEvents::record(const publishing::Publication &publication)
{
    ActivityEntry noted = entry(audit::event::published, publication.userId);
    noted.connectionId = publication.connectionId;
    noted.connectionName = cleanedLine(publication.site, longestName);
    noted.target = publication.issueKey;
    noted.detail = cleanedLine(QFileInfo(publication.path).fileName(), longestName);
    m_sources.activity.record(std::move(noted));
}

ActivityEntry ActivityEvents::entry(QLatin1StringView event, const QString &userId) const
{
    ActivityEntry noted;
    noted.userId = userId;
    noted.at = m_sources.clock.now();
    noted.event = event;
    noted.outcome = audit::outcome::good;
    return noted;
}

} // namespace fairlead::wiring
