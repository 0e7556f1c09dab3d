// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activityentry.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::audit {

ActivityEntry entryFrom(const tools::CallRecord &record)
{
    ActivityEntry entry;
    entry.userId = record.userId;
    entry.at = record.startedAt;
    entry.event = record.outcome == outcome::refused ? QString(event::toolRefused)
                                                     : QString(event::toolCalled);
    entry.outcome = record.outcome;
    entry.keyId = record.keyId;
    entry.keyPrefix = record.keyPrefix;
    entry.clientName = record.clientName;
    entry.tool = record.tool;
    entry.connectionId = record.connectionId;
    entry.connectionName = record.connectionName;
    entry.target = record.targets.join(u' ');
    entry.arguments = record.arguments;
    entry.durationMs = record.durationMs;
    entry.bytes = record.resultBytes;
    entry.undoCall = record.undoCall;
    return entry;
}

ActivityEntry entryFrom(const store::Row &row)
{
    ActivityEntry entry;
    entry.userId = row.text(u"user_id"_s);
    entry.sequence = row.number(u"sequence"_s);
    entry.at = store::fromStored(row.value(u"occurred_at"_s));
    entry.event = row.text(u"event"_s);
    entry.outcome = row.text(u"outcome"_s);
    entry.keyId = row.text(u"key_id"_s);
    entry.keyPrefix = row.text(u"key_prefix"_s);
    entry.clientName = row.text(u"client_name"_s);
    entry.tool = row.text(u"tool"_s);
    entry.connectionId = row.text(u"connection_id"_s);
    entry.connectionName = row.text(u"connection_name"_s);
    entry.target = row.text(u"target"_s);
    entry.arguments = row.text(u"arguments"_s);
    entry.detail = row.text(u"detail"_s);
    entry.durationMs = row.number(u"duration_ms"_s);
    entry.bytes = row.number(u"result_bytes"_s);
    entry.undoCall = row.text(u"undo_call"_s);
    return entry;
}

QJsonObject toJson(const ActivityEntry &entry)
{
    return {
        {u"id"_s, entry.sequence},
        {u"time"_s, entry.at.toUTC().toString(Qt::ISODateWithMs)},
        {u"event"_s, entry.event},
        {u"client"_s, entry.clientName},
        {u"key_id"_s, entry.keyId},
        {u"key_prefix"_s, entry.keyPrefix},
        {u"tool"_s, entry.tool},
        {u"connection_id"_s, entry.connectionId},
        {u"connection"_s, entry.connectionName},
        {u"target"_s, entry.target},
        {u"arguments"_s, entry.arguments},
        {u"outcome"_s, entry.outcome},
        {u"detail"_s, entry.detail},
        {u"duration_ms"_s, entry.durationMs},
        {u"bytes"_s, entry.bytes},
    };
}

} // namespace fairlead::audit
