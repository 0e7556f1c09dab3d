// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/cancellation.h"
#include "server/mcp/jsonrpc/requestid.h"

#include <map>
#include <optional>

namespace fairlead::mcp {

/** Which input of a transport a message came with, and its answers go to; the transport counts. */
using OriginId = quint64;

/** Messages that belong to no input. */
inline constexpr OriginId noOrigin = 0;

/**
 * The requests of one session that are being worked on. A cancelled one is forgotten at once (its
 * id is free, nothing is sent for it) but counts as running until its work has really ended.
 */
class InFlight final
{
public:
    struct Entry
    {
        RequestId id;
        OriginId origin = noOrigin;
        std::optional<RequestId> progressToken;
        std::optional<double> lastProgress;
        CancellationSource cancellation;
    };
    using Ticket = quint64;

    [[nodiscard]] Ticket add(Entry entry);

    [[nodiscard]] bool contains(const RequestId &id) const;
    [[nodiscard]] bool hasOrigin(OriginId origin) const;
    [[nodiscard]] bool isEmpty() const { return m_entries.empty(); }
    [[nodiscard]] qsizetype running() const { return m_running; }

    /** Null when it was cancelled. */
    [[nodiscard]] Entry *find(Ticket ticket);

    /** The work has ended; what is returned is still waited for. */
    [[nodiscard]] std::optional<Entry> finish(Ticket ticket);

    /** The origin whose request was cancelled; nothing when there is no such request. */
    std::optional<OriginId> cancel(const RequestId &id);
    void cancelOrigin(OriginId origin);
    void cancelAll();

private:
    std::map<Ticket, Entry> m_entries;
    Ticket m_lastTicket = 0;
    qsizetype m_running = 0;
};

} // namespace fairlead::mcp
