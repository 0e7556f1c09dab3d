// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"
#include "server/base/clock.h"
#include "server/clients/client.h"
#include "server/clients/connect/clientrecords.h"
#include "server/clients/machine.h"

#include <QJsonObject>
#include <QObject>

#include <functional>

namespace fairlead::clients {

enum class ClientState {
    NotInstalled,
    NotConnected,
    Connected,
    OldAddress, ///< the key is good, but the entry names another port or program
    KeyRefused, ///< its key is revoked, expired or unknown
    SwitchedOff, ///< connected, and switched off in the client
    ChangedByHand, ///< there is an entry of our name that is not ours
    Unreadable, ///< the file cannot be understood or read; it is left alone
    CopyOnly, ///< has no file that Fairlead may write
};

/** The name of a state in the REST API: "not_connected". */
[[nodiscard]] QString stateName(ClientState state);

/** How things are with one client. */
struct ClientStatus
{
    QString id;
    QString name;
    ClientState state = ClientState::NotInstalled;
    QString sentence; ///< the state for people, with what to do next
    QString file; ///< empty for CopyOnly
    bool hasEntry = false;
    bool canUndo = false; ///< the last change, as long as nobody else has changed the file
    QString keyId; ///< of the key in its entry, where that is one of ours
    QDateTime lastUsedAt; ///< when it called with that key; invalid: never
    bool takesExtension = false; ///< saveExtension() is another way to connect it
    bool takesLink = false; ///< makeLink() is another way to connect it
};

/** What adding would do. All secrets are masked. */
struct ClientPreview
{
    QString file;
    QString entry; ///< as it would be in an empty file
    QString diff; ///< of the file: lines with "-", "+" or a blank
    QString fingerprint; ///< of what the person has seen; for add()
    QStringList notes; ///< what a person should know before agreeing
};

struct ClientChange
{
    ClientStatus status;
    QString backup; ///< the copy of what was there; empty when there was no file
};

enum class KeyEnd { Revoke, Keep };

/**
 * Tells the programs on this computer about Fairlead, each with a key of its own, and takes that
 * back. Looks at files when it is asked, never by itself: a program that reads others' folders
 * makes macOS ask the person. Owned by the composition root; keys and clock outlive it.
 */
class ClientConnections final : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        Machine machine;
        QString recordsFile;
        QString keysFolder; ///< where the keys are kept that links name, a file each
        QString userId; ///< whose keys they get
        std::function<ServerAddress()> address; ///< where Fairlead serves now
    };

    ClientConnections(Options options,
                      accounts::McpKeys &keys,
                      const Clock &clock,
                      QObject *parent = nullptr);

    [[nodiscard]] const QString &userId() const { return m_options.userId; }
    void setUserId(const QString &userId) { m_options.userId = userId; }

    /** Every client that we know; reads their files. */
    [[nodiscard]] QList<ClientStatus> list() const;
    /** NotFound for an unknown one. */
    [[nodiscard]] Result<ClientStatus> find(const QString &id) const;
    /** Conflict when its file cannot be changed, with the reason. */
    [[nodiscard]] Result<ClientPreview> preview(const QString &id) const;
    /**
     * Writes our entry, with a new key unless the entry has one that is in force. With the
     * `fingerprint` of a preview: Conflict when the file is not what was shown. Nothing is left
     * behind on failure, no key either.
     */
    [[nodiscard]] Result<ClientChange> add(const QString &id, const QString &fingerprint = {});
    /** Takes out our entry and nothing else; NotFound when there is none. The key that was made for
     * the client is revoked, unless it is to be kept. */
    [[nodiscard]] Result<ClientChange> remove(const QString &id, KeyEnd keyEnd = KeyEnd::Revoke);
    /** Saves the extension for a client that takes one, and makes the key that it will ask the
     * person for. NotFound for another client; nothing is left behind on failure. */
    [[nodiscard]] Result<accounts::CreatedMcpKey> saveExtension(const QString &id,
                                                                const QString &path);
    /** A link that makes the client ask the person whether to add Fairlead. There is no secret in
     * it: the key that is made for it is in a file that only its owner may read. NotFound for a
     * client that takes none, Conflict for one that has an entry of ours already. */
    [[nodiscard]] Result<QByteArray> makeLink(const QString &id);
    /** Makes the file what it was before the last add() or remove(), and revokes a key made by
     * that. Conflict when there is nothing to undo, or somebody has changed the file since. */
    [[nodiscard]] Result<ClientChange> undo(const QString &id);

Q_SIGNALS:
    /** A client was added, removed or undone, or a key changed. */
    void changed();

private:
    struct Found; ///< a client, its file and what stands in it

    [[nodiscard]] Result<Client> clientOf(const QString &id) const;
    [[nodiscard]] Result<Found> look(const QString &id) const;
    [[nodiscard]] ClientStatus statusOf(const Client &client) const;
    void judgeEntry(const Client &client, const QJsonObject &entry, ClientStatus &status) const;
    [[nodiscard]] Result<accounts::CreatedMcpKey> keyFor(const Found &found);
    [[nodiscard]] Result<ClientChange> write(const Found &found,
                                             const QByteArray &text,
                                             ClientRecord record);
    [[nodiscard]] Result<accounts::CreatedMcpKey> newKey(const Client &client);
    void judgeExtension(const Client &client, ClientStatus &status) const;
    [[nodiscard]] QString linkKeyFile(const Client &client) const;
    [[nodiscard]] Secret linkKey(const Client &client) const;
    [[nodiscard]] Result<> renewLinkKey(const Client &client);
    void endLinkKey(const Client &client);
    void revokeQuietly(const QString &keyId);
    void forgetQuietly(const QString &keyId);

    Options m_options;
    accounts::McpKeys &m_keys;
    const Clock &m_clock;
    ClientRecords m_records;
};

} // namespace fairlead::clients
