// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/accounts/organizations.h"
#include "server/audit/activitylog.h"
#include "server/connections/connections.h"
#include "server/gateway/upstreams.h"
#include "server/publishing/publications.h"
#include "server/tools/approvals.h"

#include <QHash>
#include <QObject>

#include <chrono>
#include <functional>

namespace fairlead::wiring {

/** Enters into the log what is no call: clients that come with a key, keys and connections that
 * come, change and go, tools of remote servers that stay hidden until a person approves them,
 * questions to the person and their answers, files that were published. */
class ActivityEvents final : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        accounts::McpKeys &keys;
        connections::Connections &connections;
        const accounts::Organizations &organizations;
        const gateway::Upstreams &upstreams;
        tools::Approvals &approvals;
        publishing::Publications &publications;
        audit::ActivityLog &activity;
        const Clock &clock;
    };

    /** Everything passed outlives the event loop. */
    explicit ActivityEvents(const Sources &sources);

    /** Takes what there is now for known; called once the keys are read. */
    void begin();
    /** A client came with this key; the same again counts once in an hour. */
    void noteClient(const QString &keyId, const QString &client);
    /** Whether this instance is the first on its database to enter what each of them notices by
     * itself, by its name, within that time; without it, it is alone. */
    using First = std::function<bool(const QString &name, std::chrono::seconds time)>;
    void setFirst(First isFirst) { m_isFirst = std::move(isFirst); }
    /** Does what takes in keys and connections as another instance on the database has changed
     * them: that one has entered it. */
    void withoutEntering(const std::function<void()> &takeIn);

private:
    void followKeys();
    void followConnections();
    void followApprovals();
    void noteKey(const accounts::McpKey &key);
    void noteConnection(const connections::Connection &connection);
    void noteEnd(const QString &keyId);
    void noteHiddenTools(const QString &connectionId);
    void record(QLatin1StringView event, const accounts::McpKey &key, const QString &detail);
    void record(QLatin1StringView event, const connections::Connection &connection);
    void record(QLatin1StringView event,
                const tools::ApprovalRequest &request,
                const QString &detail);
    void record(const publishing::Publication &publication);
    [[nodiscard]] audit::ActivityEntry entry(QLatin1StringView event, const QString &userId) const;
    /** In the log of whose it is; of an organization's in those of its owners. */
    void record(audit::ActivityEntry noted, const connections::Connection &connection);

    Sources m_sources;
    QHash<QString, accounts::McpKey> m_keys; ///< by id, as they were last seen
    QHash<QString, connections::Connection> m_connections; ///< the same
    First m_isFirst;
    bool m_isEntered = false; ///< what changes now was entered by somebody else
    QHash<QString, QDateTime> m_clients; ///< by key and client: when they were last noted
};

} // namespace fairlead::wiring
