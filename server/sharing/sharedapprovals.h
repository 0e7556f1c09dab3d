// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/sharing/sealedtexts.h"
#include "server/tools/approvals.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace fairlead::sharing {

/**
 * The questions of all instances on a PostgreSQL server; for files there is nothing to share. What
 * a person is shown is sealed at rest, and the call itself is named by a mark under a key. From its
 * first question on, an instance holds a lock that ends with its connection: then its questions and
 * who was there count for nothing. Database, vault and clock outlive it.
 */
class SharedApprovals final : public QObject, public tools::SharedQuestions
{
public:
    /** `instance` is what this one is called; no other is, nor ever was. */
    SharedApprovals(store::Database &database,
                    secrets::Vault &vault,
                    const Clock &clock,
                    QString instance);
    ~SharedApprovals() override;
    Q_DISABLE_COPY_MOVE(SharedApprovals)

    [[nodiscard]] Result<bool> put(const QByteArray &fingerprint,
                                   const tools::ApprovalRequest &request) override;
    [[nodiscard]] Result<QList<Entry>> list() const override;
    [[nodiscard]] Result<tools::ApprovalRequest> read(const QString &id) const override;
    [[nodiscard]] Result<bool> answer(const QString &id, tools::ApprovalAnswer answer) override;
    [[nodiscard]] Result<bool> use(const QString &id) override;
    [[nodiscard]] Result<bool> remove(const QString &id) override;
    void forgetKey(const QString &keyId) override;
    /** Takes away what is long over, of instances that have ended, too. */
    [[nodiscard]] Result<> endOld();

    void setPresent(const QString &userId, bool isPresent) override;
    [[nodiscard]] Result<bool> isSomebodyThere(const QString &userId) const override;

private:
    [[nodiscard]] Result<QString> markOf(const QByteArray &fingerprint) const;
    [[nodiscard]] Result<> live();
    [[nodiscard]] Result<> writePresence();
    [[nodiscard]] Result<> add(const QString &mark,
                               const tools::ApprovalRequest &request,
                               bool &isFirst);
    [[nodiscard]] QString now() const;

    store::Database &m_database;
    secrets::Vault &m_vault;
    SealedTexts m_texts;
    const Clock &m_clock;
    QString m_instance;
    QSet<QString> m_present; ///< who is here, by user
    bool m_isPresenceWritten = true;
    QTimer m_lifeTimer; ///< the lock is gone with the connection, and taken again
};

} // namespace fairlead::sharing
