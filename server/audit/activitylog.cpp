// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitylog.h"

#include "server/base/text.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <QCoroSignal>
#include <QCoroTimer>
#include <QLoggingCategory>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fairlead::audit {
namespace {

Q_LOGGING_CATEGORY(lcAudit, "fairlead.server.audit")

constexpr auto writeDelay = 300ms;
// Lets others write between two parts of many entries. A part that is not full yet waits for its
// first entry's time, for each costs as much as twenty entries.
constexpr auto nextDelay = 10ms;
constexpr auto retryDelay = 5s; // after a disk that took nothing
constexpr auto removalInterval = 1h;
constexpr qsizetype entriesAtATime = 250;
constexpr qsizetype mostWaiting = 10'000;
constexpr qsizetype longestText = 300;

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
    , m_writer(std::make_unique<ActivityWriter>(database.address()))
{
    m_writeTimer.setSingleShot(true);
    connect(&m_writeTimer, &QTimer::timeout, this, &ActivityLog::writeSome);
    m_removalTimer.setSingleShot(true);
    connect(&m_removalTimer, &QTimer::timeout, this, &ActivityLog::removeOld);
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
    // Its connection to the database ends in the thread that used it.
    if (m_thread.hasBegun())
        m_thread.add([this] { m_writer.reset(); });
    m_thread.wait();
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
    if (m_waiting.size() + m_handedOver >= mostWaiting) {
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
    if (m_handedOver > 0)
        return;
    noteLost();
    begin(qMin(m_waiting.size(), entriesAtATime));
}

void ActivityLog::begin(qsizetype count)
{
    if (count == 0)
        return;
    m_handedOver = count;
    m_thread.add([this, entries = m_waiting.first(count)] {
        Written written = m_writer->write(entries);
        {
            const std::lock_guard lock(m_writtenMutex);
            m_written = std::move(written);
        }
        QMetaObject::invokeMethod(
            this, [this] { static_cast<void>(takeIn()); }, Qt::QueuedConnection);
    });
    m_waiting.remove(0, count);
}

Result<> ActivityLog::takeIn()
{
    std::optional<Written> written;
    {
        const std::lock_guard lock(m_writtenMutex);
        written = std::exchange(m_written, std::nullopt);
    }
    if (!written)
        return {};
    m_handedOver = 0;
    if (!written->stored.isEmpty())
        setProblem({});
    for (const Written::LeftOut &leftOut : std::as_const(written->leftOut))
        drop(leftOut.entry, leftOut.error);
    if (written->error) {
        m_waiting = written->unwritten + m_waiting;
        setProblem(written->error->message);
        m_writeTimer.start(retryDelay);
    } else if (m_waiting.size() >= entriesAtATime || !m_lost.isEmpty()
               || (!m_waiting.isEmpty() && !m_writeTimer.isActive())) {
        m_writeTimer.start(nextDelay);
    }
    if (!written->stored.isEmpty())
        Q_EMIT stored(written->stored);
    Q_EMIT tried();
    return written->error ? Result<>(failure(*written->error)) : Result<>();
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
    m_thread.wait();
    static_cast<void>(takeIn());
    noteLost();
    begin(m_waiting.size());
    m_thread.wait();
    if (const auto written = takeIn(); !written)
        return written;
    m_writeTimer.stop();
    // What had to be left out is told in the log itself.
    if (!m_lost.isEmpty())
        writeSoon();
    return {};
}

QCoro::Task<Result<>> ActivityLog::settle()
{
    noteLost();
    // As many as there are now: others may come faster than they are written.
    for (qsizetype left = m_waiting.size() + m_handedOver; left > 0;) {
        if (m_handedOver == 0)
            begin(qMin(m_waiting.size(), entriesAtATime));
        if (m_handedOver == 0) // flush() came in between
            break;
        left -= m_handedOver;
        co_await qCoro(this, &ActivityLog::tried);
        if (!m_problem.isEmpty())
            co_return failure(ErrorCode::Storage, m_problem);
    }
    co_return Result<>();
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
    if (m_waiting.size() + m_handedOver >= mostWaiting)
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
    const QStringList users = usersWithTooMuch();
    if (users.isEmpty()) {
        m_removalTimer.start(removalInterval);
        return;
    }
    m_thread.add([this, users, retention = m_retention, now = m_clock.now()] {
        const Result<bool> isMore = m_writer->removeOld(users, retention, now);
        QMetaObject::invokeMethod(
            this, [this, isMore] { noteRemoved(isMore); }, Qt::QueuedConnection);
    });
}

QStringList ActivityLog::usersWithTooMuch() const
{
    const auto rows = m_database.select(
        u"SELECT chains.user_id FROM user_activity_chains AS chains JOIN user_activity_logs AS "
        u"logs "
        "ON logs.user_id = chains.user_id AND logs.sequence = chains.first_sequence "
        "WHERE logs.occurred_at < ? OR chains.last_sequence - chains.first_sequence >= ?"_s,
        {store::toStored(m_clock.now().addDays(-m_retention.days)), m_retention.entries});
    if (!rows)
        qCWarning(lcAudit).noquote() << rows.error().message;
    QStringList users;
    for (const store::Row &row : rows.value_or(QList<store::Row>()))
        users.append(row.text(u"user_id"_s));
    return users;
}

void ActivityLog::noteRemoved(const Result<bool> &isMore)
{
    if (!isMore)
        qCWarning(lcAudit).noquote() << isMore.error().message;
    m_removalTimer.start(isMore.value_or(false) ? std::chrono::milliseconds(writeDelay)
                                                : removalInterval);
}

QCoro::Task<Result<ChainReport>> ActivityLog::verify(QString userId, CancellationToken cancellation)
{
    const auto settled = co_await settle();
    if (!settled)
        co_return failure(settled.error());
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
