// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/sharing/sealedtexts.h"
#include "server/tools/sharedtexts.h"

namespace fairlead::sharing {

/** The texts of long answers on a PostgreSQL server, sealed, so that any instance can go on with
 * them. Database, vault and clock outlive it. */
class SharedAnswers final : public tools::SharedTexts
{
public:
    static constexpr qint64 lifetimeSeconds = 15 * 60;

    /** `mostBytes`: of all instances together. */
    SharedAnswers(store::Database &database,
                  secrets::Vault &vault,
                  const Clock &clock,
                  qint64 mostBytes = 64 * 1024 * 1024);

    [[nodiscard]] Result<> put(const QString &id,
                               const QString &owner,
                               const QByteArray &text) override;
    [[nodiscard]] Result<QByteArray> get(const QString &id, const QString &owner) const override;
    /** Takes away what is over, which put() does by itself; so that it goes where nobody does. */
    [[nodiscard]] Result<> endOld();

private:
    [[nodiscard]] Result<> makeRoom(qint64 bytes);

    store::Database &m_database;
    SealedTexts m_texts;
    const Clock &m_clock;
    qint64 m_mostBytes;
};

} // namespace fairlead::sharing
