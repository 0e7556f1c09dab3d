// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"

#include <QString>

#include <chrono>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::sharing {

/** Settles on a PostgreSQL server which of the instances acts on what all of them notice. Database
 * and clock outlive it. */
class SharedEvents final
{
public:
    SharedEvents(store::Database &database, const Clock &clock);

    /** Whether this instance is the first with an event of that name in so long a time; also where
     * that cannot be found out: rather twice than never. */
    [[nodiscard]] bool isFirst(const QString &name, std::chrono::seconds time);

private:
    store::Database &m_database;
    const Clock &m_clock;
};

} // namespace fairlead::sharing
