// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/offeredtool.h"
#include "server/tools/tool.h"

namespace fairlead::store {
class Database;
} // namespace fairlead::store

namespace fairlead::gateway {

/** A tool of an upstream, as it was approved and as it is offered now. */
struct PinnedTool
{
    enum class State {
        Approved, ///< it is what the person approved
        New, ///< nobody has approved it yet
        Changed, ///< the upstream has changed it since
        Gone, ///< the upstream does not offer it any more
    };

    QString name; ///< as the upstream calls it
    QByteArray approved; ///< its definition; empty: none
    QByteArray offered; ///< the same
    bool isOn = true;
    std::optional<tools::ToolEffect> effect{}; ///< where the person has said what it does

    [[nodiscard]] State state() const;

    bool operator==(const PinnedTool &) const = default;
};

/** "approved", "new", "changed", "gone": as the REST API says it. */
[[nodiscard]] QLatin1StringView stateName(PinnedTool::State state);

/**
 * The tables `upstream_servers` and `upstream_tools`: which definitions a person has approved.
 * Nobody else writes them; they go with their connection. The database outlives this object.
 */
class PinnedTools final
{
public:
    /** Whether what is offered for the first time needs no other approval. */
    enum class Approval { Needed, Given };

    explicit PinnedTools(store::Database &database);

    /** One that is there already keeps its prefix. */
    [[nodiscard]] Result<> addServer(const QString &connectionId, const QString &prefix);
    /** Empty for a connection that is none of a server. */
    [[nodiscard]] Result<QString> prefixOf(const QString &connectionId) const;
    [[nodiscard]] Result<QStringList> prefixesOfUser(const QString &userId) const;

    /** By name. What fails its checksum counts as not approved. */
    [[nodiscard]] Result<QList<PinnedTool>> list(const QString &connectionId) const;

    /** Takes in what the server offers now. */
    [[nodiscard]] Result<> noteOffer(const QString &connectionId,
                                     const QList<OfferedTool> &tools,
                                     Approval approval);

    /** Approves what is offered, if its fingerprint is `shown`: what the person has seen. NotFound;
     * Conflict: it has changed again. */
    [[nodiscard]] Result<> approve(const QString &connectionId,
                                   const QString &name,
                                   const QByteArray &shown);
    /** NotFound. */
    [[nodiscard]] Result<> setOn(const QString &connectionId, const QString &name, bool isOn);
    /** Nothing: as Fairlead judges. NotFound. */
    [[nodiscard]] Result<> setEffect(const QString &connectionId,
                                     const QString &name,
                                     std::optional<tools::ToolEffect> effect);

private:
    [[nodiscard]] Result<> insert(const QString &connectionId,
                                  const OfferedTool &tool,
                                  Approval approval);
    [[nodiscard]] Result<> change(const QString &connectionId,
                                  const QString &name,
                                  const QString &columns,
                                  const QVariantList &values);

    store::Database &m_database;
};

} // namespace fairlead::gateway
