// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFlags>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace fairlead::tools {

/** What a key may do. Ordered: each level includes the ones before it. */
enum class KeyAccess {
    Read, ///< tools that only read
    Write, ///< and tools that create or change
    Full, ///< and tools that delete
};

/** "read", "write", "full": as stored and as the REST API says it. */
[[nodiscard]] QLatin1StringView accessName(KeyAccess access);
[[nodiscard]] std::optional<KeyAccess> accessFromName(QStringView name);

/** What a key may do beside calling tools; none unless it was given. */
enum class KeyRight {
    Proxy = 0x1, ///< REST calls with a connection's credential attached
    Lease = 0x2, ///< the credentials themselves, for a time
};
Q_DECLARE_FLAGS(KeyRights, KeyRight)
Q_DECLARE_OPERATORS_FOR_FLAGS(KeyRights)

/** "proxy", …: as stored and as the REST API says it. */
[[nodiscard]] QStringList rightNames(KeyRights rights);
[[nodiscard]] std::optional<KeyRight> rightFromName(QStringView name);

/** Before which of its tools a key asks the person. Ordered: each includes the ones before it. */
enum class KeyAsking {
    Never,
    Destructive, ///< those that delete or overwrite
    Writes, ///< and those that create or change
};

/** "never", "destructive", "writes": as stored and as the REST API says it. */
[[nodiscard]] QLatin1StringView askingName(KeyAsking asking);
[[nodiscard]] std::optional<KeyAsking> askingFromName(QStringView name);

/** What a person has laid down for one tool of a key, whatever else holds for it. */
enum class ToolDecision { Allow, Ask, Deny };

/** "allow", "ask", "deny". */
[[nodiscard]] QLatin1StringView decisionName(ToolDecision decision);
[[nodiscard]] std::optional<ToolDecision> decisionFromName(QStringView name);

/** By the names of tools. */
using ToolDecisions = QHash<QString, ToolDecision>;

/** What the layers that a call passes tell about it, for the log in front of them. */
struct CallNotes
{
    QString connectionId; ///< empty: none, or several
    QString connectionName;
    bool isRefused = false; ///< Fairlead itself did not let it run
};

/** On whose behalf a tool runs. Everything that a tool may see follows from this. */
struct Caller
{
    QString userId; ///< whose connections are visible
    QString keyId; ///< empty for a call through the management API
    QString keyPrefix; ///< "mcp_1a2b3c4d", for logs and messages
    QString keyName;
    QString clientName; ///< what the client calls itself, cleaned; may be empty
    KeyAccess access = KeyAccess::Read;
    QStringList connectionIds; ///< connections that the key may use; empty: all of the user's
    KeyRights rights = {};
    QStringList toolsets = {}; ///< beyond the core: names of toolsets, or "all"
    KeyAsking asks = KeyAsking::Never;
    ToolDecisions decisions = {};
    /** Of the call that it makes just now, shared with the log; null outside of one. */
    std::shared_ptr<CallNotes> notes = {};

    /** Notes which connection its call uses. */
    void noteConnection(const QString &id, const QString &name) const;
    /** Notes that its call was not let through. */
    void noteRefusal() const;

    bool operator==(const Caller &) const = default;
};

} // namespace fairlead::tools
