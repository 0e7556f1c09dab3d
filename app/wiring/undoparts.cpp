// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/undoparts.h"

using namespace Qt::StringLiterals;

namespace fairlead::wiring {

UndoParts::UndoParts(const Sources &sources)
    : m_sources(sources)
    , m_store(sources.database, sources.vault, sources.clock, sources.retentionDays)
    , m_undoing(m_store, m_keeper, sources.connections)
{
    connect(&m_undoing, &undo::Undoing::undone, this, [this](const undo::UndoStep &step) {
        record(audit::event::undone, step);
    });
}

Result<> UndoParts::open()
{
    const auto unlogged = m_store.unlogged();
    if (!unlogged)
        return failure(unlogged.error());
    for (const undo::UndoStep &step : *unlogged)
        record(audit::event::toolCalled, step);
    return m_store.removeExpired();
}

void UndoParts::record(QLatin1StringView event, const undo::UndoStep &step)
{
    const bool isUndone = event == audit::event::undone;
    audit::ActivityEntry entry;
    entry.userId = step.userId;
    entry.at = isUndone ? m_sources.clock.now() : step.createdAt;
    entry.event = event;
    entry.outcome = isUndone ? audit::outcome::good : audit::outcome::unknown;
    entry.tool = step.tool;
    entry.connectionId = step.connectionId;
    entry.connectionName = step.connectionName;
    entry.target = step.target;
    if (!isUndone) {
        entry.keyId = step.keyId;
        entry.keyPrefix = step.keyPrefix;
        entry.clientName = step.clientName;
        entry.detail = u"Fairlead ended before it was known what came of it."_s;
        entry.undoCall = step.callId;
    }
    m_sources.activity.record(std::move(entry));
}

} // namespace fairlead::wiring
