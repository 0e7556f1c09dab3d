// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/audit/activitylog.h"
#include "server/connections/connections.h"
#include "server/undo/undoing.h"

#include <QObject>

namespace fairlead::wiring {

/** What tools changed and how it is put back, and what the log tells of it. */
class UndoParts final : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        store::Database &database;
        secrets::Vault &vault;
        const connections::Connections &connections;
        net::HttpClient &http;
        audit::ActivityLog &activity;
        const Clock &clock;
        int retentionDays = 0;
    };

    /** Everything passed outlives the event loop. */
    explicit UndoParts(const Sources &sources);

    /** Enters what was under way when the program ended the last time into the log; once, before
     * anything is called. Beside other instances on the database it does so later, when what they
     * had under way is over, too. */
    [[nodiscard]] Result<> open();

    [[nodiscard]] undo::UndoStore &store() { return m_store; }
    [[nodiscard]] undo::WriteKeeper &keeper() { return m_keeper; }
    [[nodiscard]] undo::Undoing &undoing() { return m_undoing; }

private:
    /** Calls of before that time, or all. */
    [[nodiscard]] Result<> enterUnlogged(const QDateTime &before);
    void record(QLatin1StringView event, const undo::UndoStep &step);

    Sources m_sources;
    undo::UndoStore m_store;
    undo::WriteKeeper m_keeper{m_store, m_sources.http};
    undo::Undoing m_undoing;
    QTimer m_later;
};

} // namespace fairlead::wiring
