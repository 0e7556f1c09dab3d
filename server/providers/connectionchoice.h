// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/connections/connections.h"
#include "server/tools/tool.h"

namespace fairlead::providers {

/**
 * Which of a service's connections a tool call uses, and the note how the call went. Outlives the
 * event loop.
 */
class ConnectionChoice final
{
public:
    /** How sentences speak of the service. */
    struct Words
    {
        QString provider; ///< "notion": as in Connection::provider
        QString service; ///< "Notion"
        QString place; ///< what a connection leads to: "Notion workspace"
    };

    ConnectionChoice(connections::Connections &connections, Words words);

    /** What each is called when a caller has to say which: the name, and the account where the name
     * alone does not tell. */
    [[nodiscard]] static QStringList labelsOf(const QList<connections::Connection> &connections);

    /** All that the caller may use, oldest first. NotFound with the next step when there is none.
     */
    [[nodiscard]] Result<QList<connections::Connection>> usable(const tools::Caller &caller) const;

    /** Those that `wanted` (name, account, both, id, or a URL on the host of that name) means and
     * that are called `host`; either may be empty. InvalidInput when there is none. */
    [[nodiscard]] Result<QList<connections::Connection>> fitting(const tools::Caller &caller,
                                                                 const QString &wanted,
                                                                 const QString &host = {}) const;

    /** The one that fits. InvalidInput lists the connections when it is not clear which. */
    [[nodiscard]] Result<connections::Connection> choose(const tools::Caller &caller,
                                                         const QString &wanted,
                                                         const QString &host = {}) const;

    /** The one that the call's argument "connection" means; where several fit, the person at the
     * client is asked which, because a write to the wrong place cannot be taken back. */
    [[nodiscard]] QCoro::Task<Result<connections::Connection>> chooseAsking(
        tools::ToolCall call, QString host = {}) const;

    /** As it is now; NotFound when it was removed. */
    [[nodiscard]] Result<connections::Connection> current(
        const connections::Connection &connection) const;

    /** Notes the outcome in the connection and hands it on. */
    template<typename T>
    [[nodiscard]] Result<T> noted(const connections::Connection &connection,
                                  Result<T> outcome) const
    {
        note(connection.id, outcome ? nullptr : &outcome.error());
        return outcome;
    }

private:
    void note(const QString &id, const Error *error) const;

    connections::Connections &m_connections;
    Words m_words;
};

} // namespace fairlead::providers
