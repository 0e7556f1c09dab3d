// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitylog.h"

#include "server/base/text.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QCoroTimer>
#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::audit {
namespace {

Q_LOGGING_CATEGORY(lcAudit, "fairlead.server.audit")

constexpr auto writeDelay = 300ms;
constexpr auto nextDelay = 20ms; // lets calls through between two parts of many entries
constexpr auto retryDelay = 5s; // after a disk that took nothing
constexpr auto removalInterval = 1h;
constexpr qsizetype entriesAtATime = 100;
constexpr qsizetype mostWaiting = 10'000;
constexpr int removedAtATime = 1'000;
constexpr qsizetype longestText = 300;

const QString insertEntry =
    u"INSERT INTO user_activity_logs (user_id, sequence, occurred_at, event, outcome, key_id, "
    "key_prefix, client_name, tool, connection_id, connection_name, detail, duration_ms, "
    "result_bytes, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s;

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
            text(entry.detail),
            entry.durationMs,
            entry.bytes,
            QString::fromLatin1(hash)};
}

} // namespace

ActivityLog::ActivityLog(store::Database &database,
                         const Clock &clock,
                         Retention retention,
                         QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_clock(clock)
    , m_retention(retention)
    , m_reader(database)
    , m_refusedKeys(clock)
{
    m_writeTimer.setSingleShot(true);
    connect(&m_writeTimer, &QTimer::timeout, this, &ActivityLog::writeSome);
    m_removalTimer.setSingleShot(true);
    connect(&m_removalTimer, &QTimer::timeout, this, qOverload<>(&ActivityLog::removeOld));
    m_removalTimer.start(writeDelay);
}

ActivityLog::~ActivityLog()
{
    auto flushed = flush();
    if (flushed && !m_lost.isEmpty())
        flushed = flush();
    if (!flushed)
        qCWarning(lcAudit).noquote()
            << m_waiting.size()
            << "entries of the activity log are lost:" << flushed.error().message;
}

void ActivityLog::follow(const tools::CallLog &calls)
{
    connect(&calls, &tools::CallLog::toolCalled, this, [this](const tools::CallRecord &call) {
        record(entryFrom(call));
    });
}

void ActivityLog::noteRefusedKey(const QString &userId, const RefusedKey &key)
{
    if (!m_refusedKeys.isNews(key))
        return;
    ActivityEntry entry;
    entry.userId = userId;
    entry.at = m_clock.now();
    entry.event = event::authFailed;
    entry.outcome = outcome::refused;
    entry.keyPrefix = key.keyPrefix;
    entry.clientName = key.client;
    entry.detail = cleanedLine(key.reason, longestText);
    record(std::move(entry));
}

void ActivityLog::record(ActivityEntry entry)
{
    if (entry.userId.isEmpty())
        return;
    if (m_waiting.size() >= mostWaiting) {
        ++m_lost[entry.userId];
        return;
    }
    m_waiting.append(std::move(entry));
    writeSoon();
}

void ActivityLog::writeSoon()
{
    if (!m_writeTimer.isActive())
        m_writeTimer.start(writeDelay);
}

void ActivityLog::writeSome()
{
    noteLost();
    if (!writeFirst(qMin(m_waiting.size(), entriesAtATime)))
        m_writeTimer.start(retryDelay);
    else if (!m_waiting.isEmpty() || !m_lost.isEmpty())
        m_writeTimer.start(nextDelay);
}

Result<> ActivityLog::writeFirst(qsizetype count)
{
    const auto written = write(m_waiting.first(count));
    if (written) {
        m_waiting.remove(0, count);
        setProblem({});
        Q_EMIT stored(*written);
        return {};
    }
    if (written.error().code != ErrorCode::Conflict) {
        setProblem(written.error().message);
        return failure(written.error());
    }
    if (count == 1) {
        drop(m_waiting.takeFirst(), written.error());
        return {};
    }
    // One of them can never be stored; it must not hold up the others.
    for (qsizetype left = count; left > 0; --left) {
        if (const auto done = writeFirst(1); !done)
            return done;
    }
    return {};
}

void ActivityLog::drop(const ActivityEntry &entry, const Error &error)
{
    qCWarning(lcAudit).noquote().nospace()
        << "An entry of the activity log (" << entry.event << ' ' << entry.tool << " of user "
        << entry.userId << ") cannot be stored and was left out: " << error.message;
    if (entry.event == event::entriesLost)
        setProblem(error.message);
    else
        ++m_lost[entry.userId];
}

Result<> ActivityLog::flush()
{
    noteLost();
    if (m_waiting.isEmpty())
        return {};
    if (const auto written = writeFirst(m_waiting.size()); !written)
        return written;
    m_writeTimer.stop();
    // What had to be left out is told in the log itself.
    if (!m_lost.isEmpty())
        writeSoon();
    return {};
}

Result<QList<ActivityEntry>> ActivityLog::write(QList<ActivityEntry> entries)
{
    const auto chainAll = [&]() -> Result<> {
        QHash<QString, ChainEnds> chains;
        QList<QVariantList> rows;
        for (ActivityEntry &entry : entries) {
            if (!chains.contains(entry.userId)) {
                // Read each time: another program on the same database may have written meanwhile.
                auto ends = readEnds(m_database, entry.userId);
                if (!ends)
                    return failure(ends.error());
                chains.insert(entry.userId, *std::move(ends));
            }
            ChainEnds &ends = chains[entry.userId];
            entry.sequence = ++ends.lastSequence;
            ends.lastHash = chainHash(ends.lastHash, entry);
            rows.append(valuesOf(entry, ends.lastHash));
        }
        if (const auto inserted = m_database.executeEach(insertEntry, rows); !inserted)
            return inserted;
        for (auto chain = chains.cbegin(); chain != chains.cend(); ++chain) {
            if (const auto kept = writeEnds(m_database, chain.key(), chain.value()); !kept)
                return kept;
        }
        return {};
    };
    // A wait for the disk here would hold up the calls that come meanwhile.
    const auto written = m_database.transaction(chainAll, store::Durability::Process);
    if (!written)
        return failure(written.error());
    return entries;
}

void ActivityLog::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    if (m_problem.isEmpty())
        qCWarning(lcAudit).noquote() << "The activity log cannot be written:" << problem;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void ActivityLog::noteLost()
{
    if (m_waiting.size() >= mostWaiting)
        return;
    for (auto lost = m_lost.cbegin(); lost != m_lost.cend(); ++lost) {
        ActivityEntry entry;
        entry.userId = lost.key();
        entry.at = m_clock.now();
        entry.event = event::entriesLost;
        entry.outcome = errorName(ErrorCode::Storage);
        entry.detail =
            u"%1 calls before this are not in the log, because it could not be written."_s.arg(
                lost.value());
        m_waiting.append(std::move(entry));
    }
    m_lost.clear();
}

void ActivityLog::removeOld()
{
    const auto users = m_database.select(u"SELECT user_id FROM user_activity_chains"_s);
    bool isMore = false;
    for (const store::Row &row : users.value_or(QList<store::Row>())) {
        const auto removed = removeOld(row.text(u"user_id"_s));
        if (!removed)
            qCWarning(lcAudit).noquote() << removed.error().message;
        isMore = isMore || removed.value_or(false);
    }
    m_removalTimer.start(isMore ? std::chrono::milliseconds(writeDelay) : removalInterval);
}

Result<bool> ActivityLog::removeOld(const QString &userId)
{
    bool isMore = false;
    // Read and written in one: a second program on this database may append in between.
    const auto removed = m_database.transaction([&]() -> Result<> {
        const auto some = removeSome(userId);
        isMore = some.value_or(false);
        return some ? Result<>() : failure(some.error());
    });
    if (!removed)
        return failure(removed.error());
    return isMore;
}

Result<bool> ActivityLog::removeSome(const QString &userId)
{
    auto ends = readEnds(m_database, userId);
    if (!ends)
        return failure(ends.error());
    const auto rows = m_database.select(u"SELECT sequence, occurred_at, hash FROM "
                                        "user_activity_logs WHERE user_id = ? ORDER BY sequence "
                                        "LIMIT ?"_s,
                                        {userId, removedAtATime});
    if (!rows)
        return failure(rows.error());
    const QDateTime oldest = m_clock.now().addDays(-m_retention.days);
    const qint64 firstToStay = ends->lastSequence - m_retention.entries + 1;
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
        m_database.execute(u"DELETE FROM user_activity_logs WHERE user_id = ? AND sequence < ?"_s,
                           {userId, ends->firstSequence});
    if (!deleted)
        return failure(deleted.error());
    if (const auto written = writeEnds(m_database, userId, *ends); !written)
        return failure(written.error());
    return removable == removedAtATime;
}

QCoro::Task<Result<ChainReport>> ActivityLog::verify(QString userId, CancellationToken cancellation)
{
    if (const auto flushed = flush(); !flushed)
        co_return failure(flushed.error());
    ChainCheck check(m_database, userId);
    for (;;) {
        if (cancellation.isCancelled())
            co_return failure(ErrorCode::Cancelled, u"Nobody waits for it any more."_s);
        const auto more = check.next();
        if (!more)
            co_return failure(more.error());
        if (!*more)
            co_return check.report();
        co_await QCoro::sleepFor(0ms);
    }
}

} // namespace fairlead::audit
