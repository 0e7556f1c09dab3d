// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sharedanswers.h"

#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::sharing {

SharedAnswers::SharedAnswers(store::Database &database,
                             secrets::Vault &vault,
                             const Clock &clock,
                             qint64 mostBytes)
    : m_database(database)
    , m_texts(database, vault, u"kept_answers"_s, u"answer"_s)
    , m_clock(clock)
    , m_mostBytes(mostBytes)
{}

Result<> SharedAnswers::put(const QString &id, const QString &owner, const QByteArray &text)
{
    const auto kept = [&]() -> Result<> {
        if (const auto made = makeRoom(text.size()); !made)
            return made;
        const auto added = m_database.execute(
            u"INSERT INTO kept_answers (id, owner, bytes, ends_at) VALUES (?, ?, ?, ?)"_s,
            {id, owner, text.size(), store::toStored(m_clock.now().addSecs(lifetimeSeconds))});
        if (!added)
            return failure(added.error());
        return m_texts.put(id, text);
    };
    // What a crash of the database takes with it can be called for again.
    return m_database.transaction(kept, store::Durability::Process);
}

/** Takes away what is over and, from the oldest on, what is too much. */
Result<> SharedAnswers::makeRoom(qint64 bytes)
{
    const auto removed = m_texts.removeRows(
        u"id IN (SELECT id FROM (SELECT id, ends_at, sum(bytes) OVER (ORDER BY ends_at DESC, id) "
        "AS total FROM kept_answers) AS kept WHERE ends_at <= ? OR total > ?)"_s,
        {store::toStored(m_clock.now()), m_mostBytes - bytes});
    return removed.map([](qint64) {});
}

Result<> SharedAnswers::endOld()
{
    return m_database.transaction([this] { return makeRoom(0); }, store::Durability::Process);
}

Result<QByteArray> SharedAnswers::get(const QString &id, const QString &owner) const
{
    const auto rows = m_database.select(
        u"SELECT bytes FROM kept_answers WHERE id = ? AND owner = ? AND ends_at > ?"_s,
        {id, owner, store::toStored(m_clock.now())});
    if (!rows)
        return failure(rows.error());
    if (rows->isEmpty())
        return failure(ErrorCode::NotFound, u"There is no such answer."_s);
    return m_texts.get(id, rows->first().number(u"bytes"_s));
}

} // namespace fairlead::sharing
