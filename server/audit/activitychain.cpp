// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/audit/activitychain.h"

#include "server/base/ids.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

#include <string>
#include <string_view>

using namespace Qt::StringLiterals;

namespace fairlead::audit {
namespace {

constexpr int rowsAtATime = 500;

/** With its length, so that no two rows are written alike. */
void append(std::string &text, std::string_view name, std::string_view value)
{
    if (value.empty())
        return;
    text.append(name).append(1, '=').append(std::to_string(value.size()));
    text.append(1, ':').append(value).append(1, '\n');
}

void append(std::string &text, std::string_view name, const QString &value)
{
    if (value.isEmpty())
        return;
    const QByteArray utf8 = value.toUtf8();
    append(text, name, std::string_view(utf8.data(), static_cast<size_t>(utf8.size())));
}

void append(std::string &text, std::string_view name, qint64 value)
{
    if (value != 0)
        append(text, name, std::to_string(value));
}

} // namespace

QByteArray chainHash(const QByteArray &previous, const ActivityEntry &entry)
{
    // Not a QByteArray, each of whose appends costs several times as much.
    constexpr size_t usualSize = 1024;
    std::string text;
    text.reserve(usualSize);
    text.append(previous.constData(), static_cast<size_t>(previous.size())).append(1, '\n');
    append(text, "user_id", entry.userId);
    append(text, "sequence", entry.sequence);
    append(text, "occurred_at", store::toStored(entry.at).toString());
    append(text, "event", entry.event);
    append(text, "outcome", entry.outcome);
    append(text, "key_id", entry.keyId);
    append(text, "key_prefix", entry.keyPrefix);
    append(text, "client_name", entry.clientName);
    append(text, "tool", entry.tool);
    append(text, "connection_id", entry.connectionId);
    append(text, "connection_name", entry.connectionName);
    append(text, "target", entry.target);
    append(text, "arguments", entry.arguments);
    append(text, "detail", entry.detail);
    append(text, "duration_ms", entry.durationMs);
    append(text, "result_bytes", entry.bytes);
    append(text, "undo_call", entry.undoCall);
    return sha256Hex(text);
}

Result<ChainEnds> readEnds(const store::Database &database, const QString &userId)
{
    const auto rows = database.select(u"SELECT first_sequence, first_previous_hash, last_sequence, "
                                      "last_hash FROM user_activity_chains WHERE user_id = ?"_s,
                                      {userId});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return ChainEnds();
    const store::Row &row = rows->first();
    return ChainEnds{.firstSequence = row.number(u"first_sequence"_s),
                     .firstPreviousHash = row.text(u"first_previous_hash"_s).toLatin1(),
                     .lastSequence = row.number(u"last_sequence"_s),
                     .lastHash = row.text(u"last_hash"_s).toLatin1()};
}

Result<> writeEnds(store::Database &database, const QString &userId, const ChainEnds &ends)
{
    const auto text = [](const QByteArray &hash) {
        return hash.isEmpty() ? u""_s : QString::fromLatin1(hash);
    };
    return database
        .execute(u"INSERT INTO user_activity_chains (user_id, first_sequence, "
                 "first_previous_hash, last_sequence, last_hash) VALUES (?, ?, ?, ?, ?) "
                 "ON CONFLICT (user_id) DO UPDATE SET first_sequence = excluded.first_sequence, "
                 "first_previous_hash = excluded.first_previous_hash, "
                 "last_sequence = excluded.last_sequence, last_hash = excluded.last_hash"_s,
                 {userId,
                  ends.firstSequence,
                  text(ends.firstPreviousHash),
                  ends.lastSequence,
                  text(ends.lastHash)})
        .map([](qint64) {});
}

ChainCheck::ChainCheck(const store::Database &database, QString userId)
    : m_database(database)
    , m_userId(std::move(userId))
{}

Result<bool> ChainCheck::next()
{
    // Each time anew: entries come and old ones go while this looks.
    const auto ends = readEnds(m_database, m_userId);
    if (!ends)
        return failure(ends.error());
    if (ends->firstSequence > m_sequence) {
        m_sequence = ends->firstSequence;
        m_previous = ends->firstPreviousHash;
    }
    // The first look begins at 0, so that rows that were put in front are seen, too.
    const auto rows =
        m_database.select(u"SELECT * FROM user_activity_logs WHERE user_id = ? AND sequence >= ? "
                          "ORDER BY sequence LIMIT ?"_s,
                          {m_userId, m_report.rows == 0 ? 0 : m_sequence, rowsAtATime});
    // And again: what was written between the two was written by Fairlead.
    const auto endsNow = rows ? readEnds(m_database, m_userId) : failure(rows.error());
    if (!endsNow)
        return failure(endsNow.error());
    for (const store::Row &row : *rows) {
        if (!look(row, *endsNow))
            return false;
    }
    if (rows->size() == rowsAtATime || m_sequence > ends->lastSequence + 1)
        return true;
    if (m_sequence <= ends->lastSequence)
        breakAt(m_sequence, u"Row %1 is missing."_s.arg(m_sequence));
    else if (m_previous != ends->lastHash)
        breakAt(ends->lastSequence,
                u"Row %1 is not the one that was written last."_s.arg(ends->lastSequence));
    return false;
}

bool ChainCheck::look(const store::Row &row, const ChainEnds &ends)
{
    const ActivityEntry entry = entryFrom(row);
    const QByteArray hash = chainHash(m_previous, entry);
    if (entry.sequence < m_sequence || entry.sequence > ends.lastSequence)
        breakAt(entry.sequence, u"Row %1 was not written by Fairlead."_s.arg(entry.sequence));
    else if (entry.sequence > m_sequence)
        breakAt(m_sequence, u"Row %1 is missing."_s.arg(m_sequence));
    else if (row.text(u"hash"_s).toLatin1() != hash)
        breakAt(m_sequence, u"Row %1 was changed after it was written."_s.arg(m_sequence));
    if (m_report.brokenSequence)
        return false;
    m_previous = hash;
    ++m_sequence;
    ++m_report.rows;
    return true;
}

void ChainCheck::breakAt(qint64 sequence, const QString &fault)
{
    m_report.brokenSequence = sequence;
    m_report.fault = fault;
}

} // namespace fairlead::audit
