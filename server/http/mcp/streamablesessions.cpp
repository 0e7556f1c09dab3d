// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/mcp/streamablesessions.h"

#include "server/base/ids.h"
#include "server/http/mcp/owner.h"

#include <QTimer>

#include <algorithm>
#include <vector>

namespace fairlead::http {
namespace {

constexpr std::chrono::minutes sweepInterval{1};

} // namespace

StreamableSessions::StreamableSessions(const mcp::ServerProfile &server,
                                       const Clock &clock,
                                       const SessionLimits &limits,
                                       QObject *parent)
    : QObject(parent)
    , m_server(server)
    , m_clock(clock)
    , m_limits(limits)
{
    auto *sweep = new QTimer(this);
    connect(sweep, &QTimer::timeout, this, &StreamableSessions::endUnused);
    sweep->start(sweepInterval);
}

StreamableSession *StreamableSessions::create(const tools::Caller &caller)
{
    endUnused();
    const QString owner = ownerOf(caller);
    if (isFull(owner)) {
        StreamableSession *unused = longestUnused(owner);
        if (!unused)
            return nullptr;
        end(unused);
    }
    auto *session =
        new StreamableSession(m_server, newId(u"ses_"), caller, m_limits.returnTime, this);
    session->setLastUsedMs(m_clock.monotonicMs());
    m_sessions.emplace(session->id(), session);
    return session;
}

StreamableSession *StreamableSessions::find(const QByteArray &id, const tools::Caller &caller)
{
    endUnused();
    const auto found = m_sessions.find(QString::fromLatin1(id));
    if (found == m_sessions.end() || found->second->owner() != ownerOf(caller))
        return nullptr;
    found->second->setLastUsedMs(m_clock.monotonicMs());
    return found->second;
}

void StreamableSessions::end(StreamableSession *session)
{
    m_sessions.erase(session->id());
    session->end();
}

void StreamableSessions::endSessionsOf(const QString &owner)
{
    std::vector<StreamableSession *> ended;
    for (const auto &[id, session] : m_sessions) {
        if (session->owner() == owner)
            ended.push_back(session);
    }
    for (StreamableSession *session : ended)
        end(session);
}

void StreamableSessions::endUnused()
{
    const qint64 oldest = m_clock.monotonicMs() - m_limits.idleTime.count();
    std::vector<StreamableSession *> ended;
    for (const auto &[id, session] : m_sessions) {
        if (session->isInUse())
            session->setLastUsedMs(m_clock.monotonicMs());
        else if (session->lastUsedMs() < oldest)
            ended.push_back(session);
    }
    for (StreamableSession *session : ended)
        end(session);
}

size_t StreamableSessions::countOf(const QString &owner) const
{
    return static_cast<size_t>(std::ranges::count_if(
        m_sessions, [&](const auto &item) { return item.second->owner() == owner; }));
}

bool StreamableSessions::isFull(const QString &owner) const
{
    return m_sessions.size() >= m_limits.total || countOf(owner) >= m_limits.perOwner;
}

StreamableSession *StreamableSessions::longestUnused(const QString &owner) const
{
    // A key that is at its own limit makes room among its own; one key never ends another's
    // session unless the total is reached.
    const bool amongOwn = countOf(owner) >= m_limits.perOwner;
    StreamableSession *longest = nullptr;
    for (const auto &[id, session] : m_sessions) {
        const bool eligible = !session->isInUse() && (!amongOwn || session->owner() == owner);
        if (eligible && (!longest || session->lastUsedMs() < longest->lastUsedMs()))
            longest = session;
    }
    return longest;
}

} // namespace fairlead::http
