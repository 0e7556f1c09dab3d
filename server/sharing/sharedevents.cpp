// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sharedevents.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::sharing {

SharedEvents::SharedEvents(store::Database &database, const Clock &clock)
    : m_database(database)
    , m_clock(clock)
{}

bool SharedEvents::isFirst(const QString &name, std::chrono::seconds time)
{
    const QDateTime now = m_clock.now();
    const auto forgotten = m_database.execute(u"DELETE FROM noticed_events WHERE ends_at <= ?"_s,
                                              {store::toStored(now)});
    if (!forgotten)
        return true;
    const auto added = m_database.execute(
        u"INSERT INTO noticed_events (name, ends_at) VALUES (?, ?) ON CONFLICT (name) DO NOTHING"_s,
        {name, store::toStored(now.addSecs(time.count()))});
    return added.value_or(1) == 1;
}

} // namespace fairlead::sharing
