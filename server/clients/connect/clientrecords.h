// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/configfile.h"

#include <QHash>

#include <optional>

namespace fairlead::clients {

/** What Fairlead remembers of a client that it has connected. */
struct ClientRecord
{
    QString keyId; ///< of the key that was made for it; empty when it has none
    std::optional<WrittenFile> written; ///< the last change, as long as it can be undone
    QString madeKeyId; ///< of the key that this change made: undoing it revokes that
    QString extensionKeyId; ///< of the key that was made with the extension saved last
    QString linkKeyId; ///< of the key in the file that a link names
};

/**
 * The records of one instance, by the client's id, in a file of its data folder that holds no
 * secret. One that cannot be read counts as empty: all that is lost is undoing.
 */
class ClientRecords final
{
public:
    explicit ClientRecords(QString path);

    [[nodiscard]] ClientRecord find(const QString &clientId) const;
    [[nodiscard]] Result<> save(const QString &clientId, const ClientRecord &record);

private:
    QString m_path;
    QHash<QString, ClientRecord> m_records;
};

} // namespace fairlead::clients
