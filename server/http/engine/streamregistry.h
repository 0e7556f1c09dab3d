// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http/exchange.h"
#include "server/http/limits.h"

#include <QList>

namespace fairlead::http::engine {

/** The open event streams of a server and whose they are, to limit and to end them. */
class StreamRegistry
{
public:
    /** The limits must outlive the registry. */
    explicit StreamRegistry(const Limits &limits);

    [[nodiscard]] bool hasRoomFor(const QString &ownerId) const;
    void add(EventStream *stream, const QString &ownerId);
    void remove(const EventStream *stream);

    void closeOf(const QString &ownerId);
    void closeAll();

    [[nodiscard]] int size() const { return static_cast<int>(m_entries.size()); }

private:
    struct Entry
    {
        EventStream *stream;
        QString ownerId;
    };

    const Limits &m_limits;
    QList<Entry> m_entries;
};

} // namespace fairlead::http::engine
