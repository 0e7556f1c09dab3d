// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/undo/undostore.h"

#include "server/base/ids.h"
#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"
#include "server/tools/calltarget.h"

#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::undo {
namespace {

Q_LOGGING_CATEGORY(lcUndo, "fairlead.server.undo")

constexpr qsizetype longestKept = 4LL * 1024 * 1024;
constexpr auto removalInterval = 10min;

constexpr std::array storedStates{std::pair{UndoState::Sent, "sent"_L1},
                                  std::pair{UndoState::Open, "open"_L1},
                                  std::pair{UndoState::Done, "done"_L1}};

QString stored(UndoState state)
{
    return std::ranges::find(storedStates, state, &std::pair<UndoState, QLatin1StringView>::first)
        ->second;
}

UndoState stateFrom(const QString &text)
{
    const auto found = std::ranges::find_if(
        storedStates, [&text](const auto &each) { return each.second == text; });
    return found == storedStates.end() ? UndoState::Done : found->first;
}

QString secretId(const UndoStep &step)
{
    return u"undo/"_s + step.id;
}

Result<Secret> sealable(const providers::KeptWrite &write)
{
    QByteArray text = QJsonDocument(toJson(write)).toJson(QJsonDocument::Compact);
    if (text.size() > longestKept)
        return failure(ErrorCode::InvalidInput, u"It is too large to be kept."_s);
    return Secret(std::move(text));
}

UndoStep stepFrom(const store::Row &row)
{
    return {.id = row.text(u"id"_s),
            .number = row.number(u"number"_s),
            .callId = row.text(u"call_id"_s),
            .userId = row.text(u"user_id"_s),
            .connectionId = row.text(u"connection_id"_s),
            .connectionName = row.text(u"connection_name"_s),
            .keyId = row.text(u"key_id"_s),
            .keyPrefix = row.text(u"key_prefix"_s),
            .clientName = row.text(u"client_name"_s),
            .tool = row.text(u"tool"_s),
            .target = row.text(u"target"_s),
            .state = stateFrom(row.text(u"state"_s)),
            .createdAt = store::fromStored(row.value(u"created_at"_s)),
            .expiresAt = store::fromStored(row.value(u"expires_at"_s))};
}

QVariantList valuesOf(const UndoStep &step)
{
    // A null text would be NULL.
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    return {step.id,
            step.number,
            step.callId,
            step.userId,
            step.connectionId,
            text(step.connectionName),
            text(step.keyId),
            text(step.keyPrefix),
            text(step.clientName),
            text(step.tool),
            text(step.target),
            stored(step.state),
            store::toStored(step.createdAt),
            store::toStored(step.expiresAt)};
}

} // namespace

QLatin1StringView stateName(UndoState state)
{
    switch (state) {
    case UndoState::Done:
        return "done"_L1;
    case UndoState::Expired:
        return "expired"_L1;
    case UndoState::Sent:
    case UndoState::Open:
        break;
    }
    return "open"_L1;
}

UndoStore::UndoStore(store::Database &database,
                     secrets::Vault &vault,
                     const Clock &clock,
                     int retentionDays,
                     QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_vault(vault)
    , m_clock(clock)
    , m_retentionDays(retentionDays)
{
    connect(&m_removal, &QTimer::timeout, this, [this] {
        if (const auto removed = removeExpired(); !removed)
            qCWarning(lcUndo).noquote() << removed.error().message;
    });
    m_removal.start(removalInterval);
}

/** In a transaction. */
Result<UndoStep> UndoStore::insert(UndoStep step, const providers::KeptWrite &write)
{
    const auto secret = sealable(write);
    if (!secret)
        return failure(secret.error());
    step.id = newId(u"und_");
    const auto rows = m_database.select(
        u"SELECT COALESCE(MAX(number), 0) AS number FROM undo_steps WHERE user_id = ? AND "
        "call_id = ?"_s,
        {step.userId, step.callId});
    if (!rows)
        return failure(rows.error());
    step.number = rows->first().number(u"number"_s) + 1;
    const auto inserted = m_database.execute(
        u"INSERT INTO undo_steps (id, number, call_id, user_id, connection_id, "
        "connection_name, key_id, key_prefix, client_name, tool, target, state, created_at, "
        "expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        valuesOf(step));
    if (!inserted)
        return failure(inserted.error());
    if (const auto put = m_vault.put(secretId(step), *secret); !put)
        return failure(put.error());
    return step;
}

Result<UndoStep> UndoStore::add(UndoStep step, const providers::KeptWrite &write)
{
    step.state = UndoState::Sent;
    step.createdAt = m_clock.now();
    step.expiresAt = step.createdAt.addDays(m_retentionDays);
    const auto work = [&]() -> Result<> {
        const auto inserted = insert(step, write);
        if (!inserted)
            return failure(inserted.error());
        step = *inserted;
        return {};
    };
    // It survives this program, as the log does: the write shall not wait for the disk.
    const auto added = m_database.transaction(work, store::Durability::Process);
    if (!added)
        return failure(added.error());
    return step;
}

Result<> UndoStore::split(const UndoStep &step, const QList<providers::KeptWrite> &parts)
{
    UndoStep each = step;
    each.state = UndoState::Open;
    const auto work = [&]() -> Result<> {
        for (const providers::KeptWrite &part : parts) {
            each.target = tools::targetsIn(part.path).join(u' ');
            if (const auto inserted = insert(each, part); !inserted)
                return failure(inserted.error());
        }
        return remove(step);
    };
    return m_database.transaction(work, store::Durability::Process);
}

Result<> UndoStore::settle(const UndoStep &step, const providers::KeptWrite &write)
{
    const auto secret = sealable(write);
    if (!secret)
        return failure(secret.error());
    const auto work = [&]() -> Result<> {
        const auto generation = m_vault.generation(secretId(step));
        if (!generation)
            return failure(generation.error());
        if (const auto put = m_vault.put(secretId(step), *secret, *generation); !put)
            return failure(put.error());
        return m_database
            .execute(u"UPDATE undo_steps SET state = ? WHERE id = ?"_s,
                     {stored(UndoState::Open), step.id})
            .map([](qint64) {});
    };
    return m_database.transaction(work, store::Durability::Process);
}

/** What was kept is needed no more; that it was undone is still to be seen. */
Result<> UndoStore::setDone(const UndoStep &step)
{
    const auto set = m_database.execute(u"UPDATE undo_steps SET state = ? WHERE id = ?"_s,
                                        {stored(UndoState::Done), step.id});
    if (!set)
        return failure(set.error());
    return m_vault.remove(secretId(step));
}

/** The secret goes first: a row that is gone while a secret is left would hide it. */
Result<> UndoStore::remove(const UndoStep &step)
{
    if (const auto removed = m_vault.remove(secretId(step)); !removed)
        return removed;
    return m_database.execute(u"DELETE FROM undo_steps WHERE id = ?"_s, {step.id}).map([](qint64) {
    });
}

Result<QList<UndoStep>> UndoStore::steps(const QString &userId, const QString &callId) const
{
    return select(u"WHERE user_id = ? AND call_id = ? AND expires_at > ? ORDER BY number DESC"_s,
                  {userId, callId, store::toStored(m_clock.now())});
}

Result<providers::KeptWrite> UndoStore::writeOf(const UndoStep &step) const
{
    const auto kept = m_vault.get(secretId(step));
    if (!kept)
        return failure(kept.error());
    return providers::keptWriteFrom(QJsonDocument::fromJson(kept->secret.reveal()).object());
}

Result<QHash<QString, UndoState>> UndoStore::states(const QString &userId,
                                                    const QStringList &callIds) const
{
    QHash<QString, UndoState> states;
    if (callIds.isEmpty())
        return states;
    QVariantList values{userId, store::toStored(m_clock.now())};
    for (const QString &id : callIds) {
        states.insert(id, UndoState::Expired);
        values.append(id);
    }
    const QString marks = QStringList(callIds.size(), u"?"_s).join(u", "_s);
    const auto all =
        select(u"WHERE user_id = ? AND expires_at > ? AND call_id IN (%1)"_s.arg(marks), values);
    if (!all)
        return failure(all.error());
    for (const UndoStep &step : *all) {
        UndoState &state = states[step.callId];
        if (state == UndoState::Expired || step.state != UndoState::Done)
            state = step.state == UndoState::Done ? UndoState::Done : UndoState::Open;
    }
    return states;
}

Result<QList<UndoStep>> UndoStore::unlogged() const
{
    return select(u"WHERE number = (SELECT MIN(number) FROM undo_steps AS same WHERE "
                  "same.call_id = undo_steps.call_id) AND NOT EXISTS (SELECT 1 FROM "
                  "user_activity_logs AS logs WHERE logs.user_id = undo_steps.user_id AND "
                  "logs.undo_call = undo_steps.call_id) ORDER BY created_at"_s,
                  {});
}

Result<bool> UndoStore::takeTurn(const QString &callId)
{
    return m_database.tryLock(u"undo/"_s + callId);
}

void UndoStore::endTurn(const QString &callId)
{
    if (const auto ended = m_database.unlock(u"undo/"_s + callId); !ended)
        qCWarning(lcUndo).noquote() << ended.error().message;
}

Result<> UndoStore::removeExpired()
{
    const auto old = select(u"WHERE expires_at <= ?"_s, {store::toStored(m_clock.now())});
    if (!old)
        return failure(old.error());
    for (const UndoStep &step : *old) {
        if (const auto removed = remove(step); !removed)
            return removed;
    }
    return {};
}

Result<QList<UndoStep>> UndoStore::select(const QString &rest, const QVariantList &values) const
{
    const auto rows = m_database.select(u"SELECT * FROM undo_steps "_s + rest, values);
    if (!rows)
        return failure(rows.error());
    QList<UndoStep> steps;
    for (const store::Row &row : *rows)
        steps.append(stepFrom(row));
    return steps;
}

} // namespace fairlead::undo
