// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sharedanswers.h"

#include "server/secrets/vault.h"
#include "server/store/database.h"
#include "server/store/timestamp.h"

using namespace Qt::StringLiterals;

namespace fairlead::sharing {
namespace {

/** What the vault takes at once. */
constexpr qint64 pieceBytes = 1024 * 1024;

/** Names of the pieces of a text that is so long. */
QStringList secretIds(const QString &id, qint64 bytes)
{
    QStringList ids;
    for (qint64 from = 0; from < bytes; from += pieceBytes)
        ids.append(u"answer/%1/%2"_s.arg(id).arg(ids.size()));
    return ids;
}

} // namespace

SharedAnswers::SharedAnswers(store::Database &database,
                             secrets::Vault &vault,
                             const Clock &clock,
                             qint64 mostBytes)
    : m_database(database)
    , m_vault(vault)
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
        qint64 from = 0;
        for (const QString &piece : secretIds(id, text.size())) {
            if (const auto sealed = m_vault.put(piece, Secret(text.mid(from, pieceBytes))); !sealed)
                return failure(sealed.error());
            from += pieceBytes;
        }
        return {};
    };
    // What a crash of the database takes with it can be called for again.
    return m_database.transaction(kept, store::Durability::Process);
}

/** Takes away what is over and, from the oldest on, what is too much. */
Result<> SharedAnswers::makeRoom(qint64 bytes)
{
    const auto rows =
        m_database.select(u"SELECT id, bytes FROM (SELECT id, bytes, ends_at, sum(bytes) OVER "
                          u"(ORDER BY ends_at DESC, id) AS total "
                          "FROM kept_answers) AS kept WHERE ends_at <= ? OR total > ?"_s,
                          {store::toStored(m_clock.now()), m_mostBytes - bytes});
    if (!rows)
        return failure(rows.error());
    for (const store::Row &row : *rows) {
        const QString id = row.text(u"id"_s);
        for (const QString &piece : secretIds(id, row.number(u"bytes"_s))) {
            if (const auto removed = m_vault.remove(piece); !removed)
                return removed;
        }
        const auto gone = m_database.execute(u"DELETE FROM kept_answers WHERE id = ?"_s, {id});
        if (!gone)
            return failure(gone.error());
    }
    return {};
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
    QByteArray text;
    for (const QString &piece : secretIds(id, rows->first().number(u"bytes"_s))) {
        const auto stored = m_vault.get(piece);
        m_vault.forget(piece); // its own memory is for what is read often
        if (!stored)
            return failure(stored.error());
        text += stored->secret.reveal();
    }
    return text;
}

} // namespace fairlead::sharing
