// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wiring/undoparts.h"

#include "server/store/database.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace fairlead::wiring {
namespace {

Q_LOGGING_CATEGORY(lcWiring, "fairlead.app.wiring")

// No call takes as long.
constexpr std::chrono::minutes longestCall{10};
constexpr int mostInstances = 16;

/** Whether no other instance has this database open; from now on the others see this one. */
Result<bool> isAlone(store::Database &database)
{
    bool isSeen = false;
    bool allFree = true;
    for (int place = 0; place < mostInstances; ++place) {
        const QString name = u"instance/%1"_s.arg(place);
        const auto isFree = database.tryLock(name);
        if (!isFree)
            return isFree;
        allFree = allFree && *isFree;
        if (!*isFree || !std::exchange(isSeen, true))
            continue;
        if (const auto unlocked = database.unlock(name); !unlocked)
            return failure(unlocked.error());
    }
    return allFree;
}

} // namespace

UndoParts::UndoParts(const Sources &sources)
    : m_sources(sources)
    , m_store(sources.database, sources.vault, sources.clock, sources.retentionDays)
    , m_undoing(m_store, m_keeper, sources.connections)
{
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, [this] {
        const QDateTime before = m_sources.clock.now().addDuration(-longestCall);
        if (const auto entered = enterUnlogged(before); !entered)
            qCWarning(lcWiring).noquote() << entered.error().message;
    });
    connect(&m_undoing, &undo::Undoing::undone, this, [this](const undo::UndoStep &step) {
        record(audit::event::undone, step);
    });
}

Result<> UndoParts::open()
{
    store::Database &database = m_sources.database;
    const auto alone = isAlone(database);
    if (!alone)
        return failure(alone.error());
    // The place is gone with the connection on which it was taken.
    database.whenConnectedAgain([&database] {
        if (const auto again = isAlone(database); !again)
            qCWarning(lcWiring).noquote() << again.error().message;
    });
    // What is not in the log may be on its way there from another instance.
    if (!*alone)
        m_later.start(longestCall);
    else if (auto entered = enterUnlogged({}); !entered)
        return entered;
    return m_store.removeExpired();
}

Result<> UndoParts::enterUnlogged(const QDateTime &before)
{
    const auto unlogged = m_store.unlogged();
    if (!unlogged)
        return failure(unlogged.error());
    for (const undo::UndoStep &step : *unlogged) {
        if (!before.isValid() || step.createdAt < before)
            record(audit::event::toolCalled, step);
    }
    return {};
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
