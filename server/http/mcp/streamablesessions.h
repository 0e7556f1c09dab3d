// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/http/mcp/streamablesession.h"

#include <chrono>

namespace fairlead::http {

/** How many sessions there may be, and how long an unused one stays. */
struct SessionLimits
{
    size_t total = 256;
    size_t perOwner = 32;
    std::chrono::milliseconds idleTime = std::chrono::hours(24); ///< a laptop sleeps over night
    std::chrono::milliseconds returnTime = std::chrono::minutes(1); ///< PostForm::returnTime
};

/**
 * The sessions of the Streamable HTTP transport by id. Each belongs to the key that made it; for
 * another one it does not exist. Unused ones end after a time, and the longest unused when there
 * are too many.
 */
class StreamableSessions final : public QObject
{
    Q_OBJECT

public:
    StreamableSessions(const mcp::ServerProfile &server,
                       const Clock &clock,
                       const SessionLimits &limits,
                       QObject *parent);

    /** Null when the limit is reached and every session is in use. */
    [[nodiscard]] StreamableSession *create(const tools::Caller &caller);

    /** Null when there is none of that id for this caller. Counts as a use. */
    [[nodiscard]] StreamableSession *find(const QByteArray &id, const tools::Caller &caller);

    void end(StreamableSession *session);
    void endSessionsOf(const QString &owner);
    void endUnused();

    [[nodiscard]] size_t count() const { return m_sessions.size(); }

private:
    [[nodiscard]] bool isFull(const QString &owner) const;
    [[nodiscard]] StreamableSession *longestUnused(const QString &owner) const;
    [[nodiscard]] size_t countOf(const QString &owner) const;

    const mcp::ServerProfile &m_server;
    const Clock &m_clock;
    SessionLimits m_limits;
    std::map<QString, StreamableSession *> m_sessions;
};

} // namespace fairlead::http
