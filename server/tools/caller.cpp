// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/caller.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr std::array accessNames{"read"_L1, "write"_L1, "full"_L1};
constexpr std::array rightTable{std::pair{KeyRight::Proxy, "proxy"_L1}};

} // namespace

QLatin1StringView accessName(KeyAccess access)
{
    return accessNames.at(static_cast<size_t>(access));
}

std::optional<KeyAccess> accessFromName(QStringView name)
{
    const auto found = std::find(accessNames.begin(), accessNames.end(), name);
    if (found == accessNames.end())
        return std::nullopt;
    return KeyAccess(found - accessNames.begin());
}

QStringList rightNames(KeyRights rights)
{
    QStringList names;
    for (const auto &[right, name] : rightTable) {
        if (rights.testFlag(right))
            names.append(name);
    }
    return names;
}

std::optional<KeyRight> rightFromName(QStringView name)
{
    const auto found = std::find_if(rightTable.begin(),
                                    rightTable.end(),
                                    [name](const auto &entry) { return entry.second == name; });
    return found == rightTable.end() ? std::nullopt : std::optional(found->first);
}

void Caller::noteConnection(const QString &id, const QString &name) const
{
    if (notes) {
        notes->connectionId = id;
        notes->connectionName = name;
    }
}

void Caller::noteRefusal() const
{
    if (notes)
        notes->isRefused = true;
}

} // namespace fairlead::tools
