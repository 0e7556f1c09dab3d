// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/base/worker.h"
#include "server/secrets/vault.h"
#include "server/settings/datafolder.h"
#include "server/store/backupfile.h"

#include <QScopeGuard>
#include <QTimer>

#include <functional>

namespace fairlead::backup {

/** What becomes of the master key in a restore. */
enum class RestoredKey {
    None, ///< the backup has none, or it was not to be opened
    Here, ///< it is the one that this computer has already
    Keychain,
    File, ///< in DATA_DIR/master.key from the next start on
};

/**
 * One file with what an instance keeps: connections, keys, sign-ins and settings. The master key
 * that opens the sign-ins is in it only when the person wants that, sealed under a passphrase;
 * without it the sign-ins of a stolen backup stay closed, and on a computer that does not have that
 * key people sign in again. A restore is checked at once and carried out at the next start. The
 * work is done beside the event loop, one piece at a time. Owned by the composition root.
 */
class Backups final : public QObject
{
    Q_OBJECT

public:
    Backups(secrets::Vault &vault, settings::DataFolder folder, QObject *parent = nullptr);
    ~Backups() override;

    /** Connections that no backup is to hold, asked for at each; none by default. */
    using LeftOut = std::function<QStringList()>;
    void setLeftOut(LeftOut leftOut) { m_leftOut = std::move(leftOut); }

    /** The data is in this database of a server instead of the folder: everything is refused then,
     * with what to do instead. */
    void setServer(const QString &database) { m_server = database; }

    /**
     * Without a passphrase without the master key. Storage, naming the file; InvalidInput for a
     * passphrase that protects nothing; SecretsUnavailable while there is no master key; Cancelled,
     * with nothing left behind, which takes as long as the step under way.
     */
    [[nodiscard]] QCoro::Task<Result<>> write(QString path,
                                              Secret passphrase,
                                              CancellationToken cancellation);
    /** Whether a passphrase opens a master key in it. Storage when it is no backup. */
    [[nodiscard]] QCoro::Task<Result<bool>> hasMasterKey(QString path);
    /**
     * Checks a backup and lays it ready for the next start. Storage, InvalidData, or Unauthorized
     * for a wrong passphrase, each with what to do; nothing has changed then. Without a passphrase
     * the master key stays where it is.
     */
    [[nodiscard]] QCoro::Task<Result<RestoredKey>> prepareRestore(QString path,
                                                                  Secret passphrase,
                                                                  CancellationToken cancellation);

    /**
     * What a start does before it opens anything: puts what was laid ready in place and the old
     * files into a folder beside them, whose path it returns; empty when nothing was. A start that
     * was interrupted here is taken up again by the next one.
     */
    [[nodiscard]] static Result<QString> carryOut(const settings::DataFolder &folder);

Q_SIGNALS:
    /** How much of write() is done, from 0 to 100. */
    void progressed(int percent);

private:
    [[nodiscard]] Result<store::BackupContents> settingsContents() const;
    [[nodiscard]] QCoro::Task<Result<>> fillUnfinished(store::BackupContents files,
                                                       Secret key,
                                                       Secret passphrase);
    [[nodiscard]] QStringList leftOut() const;
    [[nodiscard]] Result<> canBegin() const;
    [[nodiscard]] QCoro::Task<Result<RestoredKey>> keepKey(store::BackupIdentity identity,
                                                           Secret key);
    void tellProgress();
    using Occupation = QScopeGuard<std::function<void()>>;
    /** Busy as long as what it returns is there. */
    [[nodiscard]] Occupation begin();

    secrets::Vault &m_vault;
    settings::DataFolder m_folder;
    QString m_server; ///< the database; empty: the data is in the folder
    LeftOut m_leftOut;
    QTimer m_progress;
    QString m_unfinished; ///< what write() fills now
    bool m_isBusy = false;
    Worker m_worker;
};

} // namespace fairlead::backup
