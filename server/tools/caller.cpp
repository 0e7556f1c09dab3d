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
constexpr std::array askingNames{"never"_L1, "destructive"_L1, "writes"_L1};
constexpr std::array decisionNames{"allow"_L1, "ask"_L1, "deny"_L1};
constexpr std::array rightTable{std::pair{KeyRight::Proxy, "proxy"_L1},
                                std::pair{KeyRight::Lease, "lease"_L1}};

template<typename Value, typename Names>
std::optional<Value> valueFromName(const Names &names, QStringView name)
{
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end())
        return std::nullopt;
    return Value(found - names.begin());
}

} // namespace

QLatin1StringView accessName(KeyAccess access)
{
    return accessNames.at(static_cast<size_t>(access));
}

std::optional<KeyAccess> accessFromName(QStringView name)
{
    return valueFromName<KeyAccess>(accessNames, name);
}

QLatin1StringView askingName(KeyAsking asking)
{
    return askingNames.at(static_cast<size_t>(asking));
}

std::optional<KeyAsking> askingFromName(QStringView name)
{
    return valueFromName<KeyAsking>(askingNames, name);
}

QLatin1StringView decisionName(ToolDecision decision)
{
    return decisionNames.at(static_cast<size_t>(decision));
}

std::optional<ToolDecision> decisionFromName(QStringView name)
{
    return valueFromName<ToolDecision>(decisionNames, name);
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
