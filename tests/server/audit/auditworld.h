// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/users.h"
#include "server/audit/activitylog.h"
#include "server/store/database.h"
#include "tests/fakes/fakeclock.h"
#include "tests/fakes/testdatabase.h"

#include <QTemporaryDir>

#include <memory>

namespace fairlead::audit {

/** A real database with two users, and entries as calls make them. */
struct AuditWorld
{
    AuditWorld()
        : database(fakes::openTestDatabase(folder.path()))
    {
        accounts::Users users(*database, clock);
        anna = users.create(QStringLiteral("Anna"), {}).value().id;
        ben = users.create(QStringLiteral("Ben"), {}).value().id;
    }

    [[nodiscard]] ActivityEntry entry(const QString &user, const QString &tool) const
    {
        ActivityEntry made;
        made.userId = user;
        made.at = clock.now();
        made.event = event::toolCalled;
        made.outcome = outcome::good;
        made.keyId = QStringLiteral("key_1");
        made.keyPrefix = QStringLiteral("mcp_1a2b3c4d");
        made.clientName = QStringLiteral("Cursor");
        made.tool = tool;
        made.connectionId = QStringLiteral("con_1");
        made.connectionName = QStringLiteral("company.atlassian.net");
        made.durationMs = 12;
        made.bytes = 345;
        return made;
    }

    [[nodiscard]] std::unique_ptr<ActivityLog> log(ActivityLog::Retention retention = {}) const
    {
        return std::make_unique<ActivityLog>(*database, clock, retention);
    }

    /** The tools in a user's log, newest first. */
    [[nodiscard]] QStringList tools(const QString &user, const ActivityFilter &filter = {}) const
    {
        QStringList names;
        const auto entries =
            ActivityReader(*database).list(user, filter, {.before = 0, .limit = 1000}).value();
        for (const ActivityEntry &each : entries)
            names.append(each.tool);
        return names;
    }

    QTemporaryDir folder;
    fakes::FakeClock clock;
    std::unique_ptr<store::Database> database;
    QString anna;
    QString ben;
};

} // namespace fairlead::audit
