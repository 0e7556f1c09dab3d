// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitywriter.h"

#include "server/audit/activitychain.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

constexpr int removedAtATime = 1'000;

const QString insertEntry =
    u"INSERT INTO user_activity_logs (user_id, sequence, occurred_at, event, outcome, key_id, "
    "key_prefix, client_name, tool, connection_id, connection_name, target, arguments, detail, "
    "duration_ms, result_bytes, undo_call, hash) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;

/** What insertEntry stores. */
QVariantList valuesOf(const ActivityEntry &entry, const QByteArray &hash)
{
    // A null text would be NULL.
    const auto text = [](const QString &value) { return value.isNull() ? u""_s : value; };
    return {entry.userId,
            entry.sequence,
            store::toStored(entry.at),
            text(entry.event),
            text(entry.outcome),
            text(entry.keyId),
            text(entry.keyPrefix),
            text(entry.clientName),
            text(entry.tool),
            text(entry.connectionId),
            text(entry.connectionName),
            text(entry.target),
            text(entry.arguments),
            text(entry.detail),
            entry.durationMs,
            entry.bytes,
            text(entry.undoCall),
            QString::fromLatin1(hash)};
}

} // namespace

ActivityWriter::ActivityWriter(store::DatabaseAddress database)
    : m_address(std::move(database))
{}

ActivityWriter::~ActivityWriter() = default;

Result<> ActivityWriter::open()
{
    if (m_database)
        return {};
    auto opened = store::Database::openAgain(m_address, store::Changes::OfActivityLog);
    if (!opened)
        return failure(opened.error());
    m_database = std::move(*opened);
    return {};
}

Written ActivityWriter::write(QList<ActivityEntry> entries)
{
    Written written;
    if (const auto opened = open(); !opened) {
        written.unwritten = std::move(entries);
        written.error = opened.error();
        return written;
    }
    write(std::move(entries), written);
    return written;
}

void ActivityWriter::write(QList<ActivityEntry> entries, Written &written)
{
    auto appended = append(entries);
    if (appended) {
        written.stored.append(*std::move(appended));
    } else if (appended.error().code != ErrorCode::Conflict) {
        written.unwritten = std::move(entries);
        written.error = appended.error();
    } else if (entries.size() == 1) {
        written.leftOut.append({.entry = entries.takeFirst(), .error = appended.error()});
    } else {
        // One of them can never be stored; it must not hold up the others.
        while (!entries.isEmpty() && !written.error)
            write({entries.takeFirst()}, written);
        written.unwritten.append(entries);
    }
}

Result<QList<ActivityEntry>> ActivityWriter::append(QList<ActivityEntry> entries)
{
    // It is on the disk a little later: this is no time to wait for one while others want to write.
    const auto appended =
        m_database->transaction([&] { return appendAll(entries); }, store::Durability::Process);
    if (!appended)
        return failure(appended.error());
    return entries;
}

Result<> ActivityWriter::appendAll(QList<ActivityEntry> &entries)
{
    QHash<QString, ChainEnds> chains;
    QList<QVariantList> rows;
    rows.reserve(entries.size());
    for (ActivityEntry &entry : entries) {
        if (!chains.contains(entry.userId)) {
            // Read each time: another program on the same database may have written meanwhile.
            auto ends = readEnds(*m_database, entry.userId);
            if (!ends)
                return failure(ends.error());
            chains.insert(entry.userId, *std::move(ends));
        }
        ChainEnds &ends = chains[entry.userId];
        entry.sequence = ++ends.lastSequence;
        ends.lastHash = chainHash(ends.lastHash, entry);
        rows.append(valuesOf(entry, ends.lastHash));
    }
    if (const auto inserted = m_database->executeEach(insertEntry, rows); !inserted)
        return inserted;
    for (auto chain = chains.cbegin(); chain != chains.cend(); ++chain) {
        if (const auto kept = writeEnds(*m_database, chain.key(), chain.value()); !kept)
            return kept;
    }
    return {};
}

Result<bool> ActivityWriter::removeOld(const QStringList &userIds,
                                       const Retention &retention,
                                       const QDateTime &now)
{
    if (const auto opened = open(); !opened)
        return failure(opened.error());
    bool isMore = false;
    for (const QString &userId : userIds) {
        const auto removed = removeOld(userId, retention, now);
        if (!removed)
            return removed;
        isMore = isMore || *removed;
    }
    return isMore;
}

Result<bool> ActivityWriter::removeOld(const QString &userId,
                                       const Retention &retention,
                                       const QDateTime &now)
{
    bool isMore = false;
    // Read and written in one: a second program on this database may append in between.
    const auto removed = m_database->transaction([&]() -> Result<> {
        const auto some = removeSome(userId, retention, now);
        isMore = some.value_or(false);
        return some ? Result<>() : failure(some.error());
    });
    if (!removed)
        return failure(removed.error());
    return isMore;
}

Result<bool> ActivityWriter::removeSome(const QString &userId,
                                        const Retention &retention,
                                        const QDateTime &now)
{
    auto ends = readEnds(*m_database, userId);
    if (!ends)
        return failure(ends.error());
    const auto rows = m_database->select(u"SELECT sequence, occurred_at, hash FROM "
                                         "user_activity_logs WHERE user_id = ? ORDER BY sequence "
                                         "LIMIT ?"_s,
                                         {userId, removedAtATime});
    if (!rows)
        return failure(rows.error());
    const QDateTime oldest = now.addDays(-retention.days);
    const qint64 firstToStay = ends->lastSequence - retention.entries + 1;
    qint64 removable = 0;
    for (const store::Row &row : *rows) {
        const qint64 sequence = row.number(u"sequence"_s);
        const bool isOld =
            sequence < firstToStay || store::fromStored(row.value(u"occurred_at"_s)) < oldest;
        // From the beginning on, and not across a hole: a row that somebody took away must go on
        // being missed.
        if (!isOld || sequence != ends->firstSequence)
            break;
        ends->firstPreviousHash = row.text(u"hash"_s).toLatin1();
        ++ends->firstSequence;
        ++removable;
    }
    if (removable == 0)
        return false;
    const auto deleted =
        m_database->execute(u"DELETE FROM user_activity_logs WHERE user_id = ? AND sequence < ?"_s,
                            {userId, ends->firstSequence});
    if (!deleted)
        return failure(deleted.error());
    if (const auto written = writeEnds(*m_database, userId, *ends); !written)
        return failure(written.error());
    return removable == removedAtATime;
}

} // namespace fairlead::audit
