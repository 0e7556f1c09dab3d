// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sharing/sealedtexts.h"

#include "server/secrets/vault.h"
#include "server/store/database.h"

using namespace Qt::StringLiterals;

namespace fairlead::sharing {
namespace {

/** What the vault takes at once. */
constexpr qint64 pieceBytes = 1024 * 1024;

} // namespace

SealedTexts::SealedTexts(store::Database &database,
                         secrets::Vault &vault,
                         QString table,
                         QString kind)
    : m_database(database)
    , m_vault(vault)
    , m_table(std::move(table))
    , m_kind(std::move(kind))
{}

QString SealedTexts::pieceId(const QString &id, qint64 from) const
{
    return u"%1/%2/%3"_s.arg(m_kind, id).arg(from / pieceBytes);
}

Result<> SealedTexts::put(const QString &id, const QByteArray &text)
{
    for (qint64 from = 0; from < text.size(); from += pieceBytes) {
        const auto sealed = m_vault.put(pieceId(id, from), Secret(text.mid(from, pieceBytes)));
        if (!sealed)
            return failure(sealed.error());
    }
    return {};
}

Result<QByteArray> SealedTexts::get(const QString &id, qint64 bytes) const
{
    QByteArray text;
    for (qint64 from = 0; from < bytes; from += pieceBytes) {
        const auto stored = m_vault.get(pieceId(id, from));
        m_vault.forget(pieceId(id, from)); // its own memory is for what is read often
        if (!stored)
            return failure(stored.error());
        text += stored->secret.reveal();
    }
    return text;
}

Result<qint64> SealedTexts::removeRows(const QString &condition, const QVariantList &values)
{
    return m_database.execute(
        u"WITH gone AS (DELETE FROM %1 WHERE %2 RETURNING id, bytes) "
        "DELETE FROM secrets USING gone, generate_series(0, gone.bytes / %3) AS piece "
        "WHERE secrets.id = '%4/' || gone.id || '/' || piece"_s.arg(
            m_table, condition, QString::number(pieceBytes), m_kind),
        values);
}

} // namespace fairlead::sharing
