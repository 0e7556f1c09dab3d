// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QByteArray>
#include <QString>
#include <QVariant>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::secrets {
class Vault;
} // namespace fairlead::secrets

namespace fairlead::sharing {

/**
 * The texts, of any length, that belong to the rows of one table on a PostgreSQL server: with
 * columns "id" and, of the text, "bytes". Sealed, in the table secrets, as "KIND/ID/N" for each
 * MiB. Database and vault outlive it.
 */
class SealedTexts final
{
public:
    SealedTexts(store::Database &database, secrets::Vault &vault, QString table, QString kind);

    /** Within the transaction that adds the row. */
    [[nodiscard]] Result<> put(const QString &id, const QByteArray &text);
    /** NotFound when it is gone meanwhile. */
    [[nodiscard]] Result<QByteArray> get(const QString &id, qint64 bytes) const;
    /** Deletes the rows that this condition is true of, with their texts, at once. How many pieces
     * of texts that were, none of them empty. */
    [[nodiscard]] Result<qint64> removeRows(const QString &condition, const QVariantList &values);

private:
    [[nodiscard]] QString pieceId(const QString &id, qint64 from) const;

    store::Database &m_database;
    secrets::Vault &m_vault;
    QString m_table;
    QString m_kind;
};

} // namespace fairlead::sharing
