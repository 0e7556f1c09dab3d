// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/accounts/mcpkeyindex.h"

#include "server/base/ids.h"

#include <algorithm>

namespace fairlead::accounts {
namespace {

constexpr QByteArrayView keyPrefix = "mcp_";
constexpr qsizetype keyDigits = 64;
constexpr qsizetype shownSize = keyPrefix.size() + 8;

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

} // namespace

void McpKeyIndex::insert(const McpKey &key, const QByteArray &hash)
{
    m_entries.insert(key.prefix, {.id = key.id, .hash = hash});
}

QString McpKeyIndex::find(QByteArrayView presented) const
{
    const QByteArray hash = sha256Hex(presented);
    const auto [begin, end] = m_entries.equal_range(prefixOf(presented));
    const auto found = std::find_if(
        begin, end, [&hash](const Entry &entry) { return equalInConstantTime(entry.hash, hash); });
    return found == end ? QString() : found->id;
}

bool McpKeyIndex::isWellFormed(QByteArrayView presented)
{
    return presented.size() == keyPrefix.size() + keyDigits && presented.startsWith(keyPrefix)
        && std::all_of(presented.begin() + keyPrefix.size(), presented.end(), isHexDigit);
}

QString McpKeyIndex::prefixOf(QByteArrayView presented)
{
    return QString::fromLatin1(presented.first(std::min(shownSize, presented.size())));
}

} // namespace fairlead::accounts
