// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/clock.h"
#include "server/base/result.h"
#include "server/base/secret.h"
#include "server/tools/caller.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <map>
#include <memory>

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::accounts {

class McpKeyIndex;

/** What is known of an MCP key; never the key itself. */
struct McpKey
{
    QString id; ///< "key_…"
    QString userId;
    QString name;
    QString prefix; ///< "mcp_" and the first 8 digits, to recognise it by
    tools::KeyAccess access = tools::KeyAccess::Write;
    tools::KeyRights rights = {}; ///< beside calling tools
    QStringList connectionIds; ///< connections it may use; empty: all of the user's
    QStringList toolsets = {}; ///< beyond the core: names, or "all"
    tools::KeyAsking asks = tools::KeyAsking::Destructive;
    tools::ToolDecisions decisions = {};
    QDateTime createdAt;
    QDateTime lastUsedAt; ///< invalid: never
    QString lastClient; ///< what the client called itself
    QDateTime expiresAt; ///< invalid: never
    QDateTime revokedAt; ///< invalid: in force

    bool operator==(const McpKey &) const = default;
};

struct NewMcpKey
{
    QString userId;
    QString name; ///< 1 to 100 characters
    tools::KeyAccess access = tools::KeyAccess::Write;
    QStringList connectionIds;
    QDateTime expiresAt;
    tools::KeyRights rights = {};
    QStringList toolsets = {}; ///< as tools::checkedToolsets() takes them
    tools::KeyAsking asks = tools::KeyAsking::Destructive;
};

/** A key and its secret, which is shown this once. */
struct CreatedMcpKey
{
    McpKey key;
    Secret secret; ///< "mcp_" + 64 hex digits
};

/**
 * The keys that MCP clients use. Stored as SHA-256 only. Everything takes the user's id: another
 * user's key does not exist (NotFound). A revoked or expired key stays in the list. Database and
 * clock must outlive this object.
 */
class McpKeys final : public QObject
{
    Q_OBJECT

public:
    McpKeys(store::Database &database, const Clock &clock, QObject *parent = nullptr);
    ~McpKeys() override;
    Q_DISABLE_COPY_MOVE(McpKeys)

    /** Reads the keys into memory: before anything else, and again when another instance on the
     * database has changed some. What that one has ended ends here, too. While they cannot be read,
     * no key is taken: any of them may have ended. */
    [[nodiscard]] Result<> load();
    /** From here to the next load() that works no key is taken. */
    void distrust() { m_isUnread = true; }

    /** InvalidInput for a bad name, an expiry in the past, or a connection that is not the user's;
     * NotFound for an unknown user. */
    [[nodiscard]] Result<CreatedMcpKey> create(const NewMcpKey &request);
    [[nodiscard]] Result<QList<McpKey>> list(const QString &userId) const;
    /** Of all users. */
    [[nodiscard]] QList<McpKey> listAll() const;
    [[nodiscard]] Result<McpKey> find(const QString &userId, const QString &id) const;
    [[nodiscard]] Result<McpKey> rename(const QString &userId,
                                        const QString &id,
                                        const QString &name);
    /** What it has beyond the core from now on; InvalidInput lists the toolsets that there are. */
    [[nodiscard]] Result<McpKey> setToolsets(const QString &userId,
                                             const QString &id,
                                             const QStringList &toolsets);
    /** What it may do beside calling tools from now on. */
    [[nodiscard]] Result<McpKey> setRights(const QString &userId,
                                           const QString &id,
                                           tools::KeyRights rights);
    /** Before which tools it asks from now on. */
    [[nodiscard]] Result<McpKey> setAsking(const QString &userId,
                                           const QString &id,
                                           tools::KeyAsking asks);
    /** What holds for one tool from now on; nothing: what holds for its kind. InvalidInput for a
     * name that no tool can have, or too many. */
    [[nodiscard]] Result<McpKey> decide(const QString &userId,
                                        const QString &id,
                                        const QString &tool,
                                        std::optional<tools::ToolDecision> decision);
    /** A new secret for the same key; the old one ends at once. */
    [[nodiscard]] Result<CreatedMcpKey> rotate(const QString &userId, const QString &id);
    [[nodiscard]] Result<> revoke(const QString &userId, const QString &id);
    /** Revokes it and removes every trace: for a key that a program made for one moment. */
    [[nodiscard]] Result<> forget(const QString &userId, const QString &id);

    /** The key that this text is. Unauthorized with a sentence that says whether it is unknown,
       revoked or expired; the sentence names at most the key's prefix. Storage after distrust()
       or a load() that failed. Answers from memory, no disk. */
    [[nodiscard]] Result<McpKey> authenticate(QByteArrayView presented) const;

    /** As authenticate(), for what went on meanwhile: the key with this id, unless it has another
     * secret by now, and so another prefix. */
    [[nodiscard]] Result<McpKey> authenticateAgain(const QString &id, const QString &prefix) const;

    /** Whose key this text is or was, revoked and expired ones too; empty for an unknown one. */
    [[nodiscard]] QString userOf(QByteArrayView presented) const;

    /** Notes a use; written to disk at most once a minute per key, and by flush(). */
    void noteUse(const QString &id, const QString &client);
    [[nodiscard]] Result<> flush();

Q_SIGNALS:
    /** Revoked, rotated or expired: whatever it opened must be closed now. */
    void ended(const QString &id);
    void changed();
    /** Which tools it has is another matter now. */
    void toolsetsChanged();
    /** It may hold credentials no longer: what it holds is to be taken back now. */
    void leaseRightLost(const QString &id);
    /** noteUse() was called; may come many times a second. */
    void used(const QString &id);

private:
    [[nodiscard]] Result<McpKey> inForce(const McpKey *key, const QString &prefix) const;
    [[nodiscard]] Result<> checkRequest(const NewMcpKey &request) const;
    [[nodiscard]] Result<> checkConnection(const QString &userId, const QString &id) const;
    [[nodiscard]] Result<> checkNotRevoked(const McpKey &key) const;
    /** A key in force, to be changed. */
    [[nodiscard]] Result<McpKey> findInForce(const QString &userId, const QString &id) const;
    /** Stores one column of it, and it. */
    [[nodiscard]] Result<McpKey> change(const McpKey &key,
                                        const QString &column,
                                        const QString &value);
    void remember(const McpKey &key, const QByteArray &hash);
    void rebuildIndex();
    void watchExpiry();
    void endExpired();

    struct Entry
    {
        McpKey key;
        QByteArray hash;
    };

    store::Database &m_database;
    const Clock &m_clock;
    std::map<QString, Entry> m_keys; ///< by id
    std::unique_ptr<McpKeyIndex> m_index;
    bool m_isUnread = false; ///< not since the last distrust()
    QSet<QString> m_unsavedUses; ///< keys whose last use is not on disk yet
    QSet<QString> m_expired; ///< keys whose expiry was announced
    QTimer m_useTimer;
    QTimer m_expiryTimer;
};

} // namespace fairlead::accounts
