// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/wiring/activityevents.h"
#include "server/leases/leases.h"
#include "server/oauth/grants.h"
#include "server/secrets/vault.h"
#include "server/sharing/sharedanswers.h"
#include "server/sharing/sharedapprovals.h"
#include "server/sharing/sharedevents.h"
#include "server/sharing/sharedpause.h"
#include "server/store/notifications.h"
#include "server/tools/resultbudget.h"

#include <QObject>
#include <QTimer>

namespace fairlead::wiring {

/**
 * Takes in what other instances on the same database have changed, moments after they committed it:
 * a key that ended there ends here, with all that was opened with it. The database itself tells of
 * each change (0019_changes.postgresql.sql), so that no writer can forget to. What was told while
 * the database was away is lost; so everything is read anew once it is back. Where nothing has been
 * heard for three seconds, no key is taken until that has been done. Questions to a person, long
 * answers and the pause are shared, too. A file has one instance, and nothing to tell it.
 */
class SharedChanges final : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        store::Database &database;
        secrets::Vault &vault;
        accounts::McpKeys &keys;
        connections::Connections &connections;
        oauth::Grants &grants;
        leases::Leases &leases;
        gateway::Upstreams &upstreams;
        tools::Approvals &approvals;
        tools::ResultBudget &budget;
        tools::Pause &pause;
        ActivityEvents &events;
        const Clock &clock;
    };

    /** Everything passed outlives the event loop. */
    explicit SharedChanges(const Sources &sources);
    ~SharedChanges() override;
    Q_DISABLE_COPY_MOVE(SharedChanges)

    /** Takes in what "INSTANCE WHAT ID" says has changed. */
    void take(const QString &change);
    void takeAll();

private:
    void distrustKeys();
    void share();
    void sweep();
    void rereadPause();
    void rereadApprovals();
    void rereadKeys();
    void rereadConnections();
    [[nodiscard]] Result<> rereadAll();

    Sources m_sources;
    // Many changes of one moment are looked at once; what could not be read is tried again.
    QTimer m_keys;
    QTimer m_connections;
    QTimer m_approvals;
    QTimer m_pause;
    QTimer m_all;
    QTimer m_silence; ///< runs out when nothing is heard
    QTimer m_sweep; ///< of what is over
    bool m_isCutOff = false; ///< no key is taken
    // Null for a file.
    std::unique_ptr<sharing::SharedApprovals> m_questions;
    std::unique_ptr<sharing::SharedAnswers> m_answers;
    std::unique_ptr<sharing::SharedEvents> m_noticed;
    std::unique_ptr<sharing::SharedPause> m_paused;
    store::Notifications m_notifications;
};

} // namespace fairlead::wiring
