// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/activityrows.h"

#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::ui {
namespace {

void require(const Result<> &result)
{
    if (!result)
        qFatal("%s", qUtf8Printable(result.error().message));
}

} // namespace

void addManyEntries(UiWorld &world, int count)
{
    const auto added = world.database->execute(
        u"WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?) "
        "INSERT INTO user_activity_logs SELECT ?, n, "
        "STRFTIME('%Y-%m-%dT%H:%M:%fZ', ?, (n - ?) || ' seconds'), 'tool_called', 'ok', 'key_1', "
        "'mcp_1a2b3c4d', 'Cursor', 'tool ' || n, 'con_1', 'company.atlassian.net', '', n % 1000, "
        "n, '', '', '', '' FROM numbers"_s,
        {count, world.anna, store::toStored(world.clock.now()), count});
    require(added.map([](qint64) {}));
    audit::ChainEnds ends;
    ends.lastSequence = count;
    require(audit::writeEnds(*world.database, world.anna, ends));
}

void addEntry(UiWorld &world, const QString &tool, const QString &outcome)
{
    tools::CallRecord record;
    record.startedAt = world.clock.now();
    record.userId = world.anna;
    record.clientName = u"Cursor"_s;
    record.keyId = u"key_1"_s;
    record.keyPrefix = u"mcp_1a2b3c4d"_s;
    record.connectionName = u"company.atlassian.net"_s;
    record.tool = tool;
    record.outcome = outcome;
    record.durationMs = 1234;
    record.resultBytes = 2048;
    world.activity->record(audit::entryFrom(record));
    require(world.activity->flush());
}

} // namespace fairlead::ui
