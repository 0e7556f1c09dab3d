// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/accounts/mcpkeys.h"

#include <QMultiHash>

namespace fairlead::accounts {

/**
 * The keys by what a client presents, in memory. Looked up by the prefix, which is no secret; what
 * follows is compared as a SHA-256 in constant time.
 */
class McpKeyIndex final
{
public:
    void insert(const McpKey &key, const QByteArray &hash);
    void clear() { m_entries.clear(); }

    /** The id of the key; empty when unknown. */
    [[nodiscard]] QString find(QByteArrayView presented) const;

    /** Whether it has the form of a key: "mcp_" and 64 lower-case hex digits. */
    [[nodiscard]] static bool isWellFormed(QByteArrayView presented);
    /** The part that may be shown. */
    [[nodiscard]] static QString prefixOf(QByteArrayView presented);

private:
    struct Entry
    {
        QString id;
        QByteArray hash;
    };
    QMultiHash<QString, Entry> m_entries;
};

} // namespace fairlead::accounts
