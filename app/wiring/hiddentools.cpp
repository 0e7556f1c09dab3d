// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/hiddentools.h"

#include "server/audit/activitylog.h"
#include "server/base/clock.h"
#include "server/connections/connections.h"
#include "server/gateway/upstreams.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {

void recordHiddenTools(const gateway::Upstreams &upstreams,
                       connections::Connections &connections,
                       audit::ActivityLog &log,
                       const Clock &clock)
{
    const auto record = [&connections, &log, &clock](const QString &connectionId) {
        const auto all = connections.listAll().value_or(QList<connections::Connection>());
        const auto found = std::ranges::find(all, connectionId, &connections::Connection::id);
        if (found == all.end())
            return;
        audit::ActivityEntry entry;
        entry.userId = found->userId;
        entry.at = clock.now();
        entry.event = audit::event::toolsHidden;
        entry.outcome = audit::outcome::refused;
        entry.connectionId = found->id;
        entry.connectionName = found->name;
        entry.detail = u"It offers tools that are new or have changed."_s;
        log.record(std::move(entry));
    };
    QObject::connect(&upstreams, &gateway::Upstreams::approvalNeeded, &log, record);
}

} // namespace fairlead::wiring
