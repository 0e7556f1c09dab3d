// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/tools/caller.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace fairlead::tools {
namespace {

constexpr std::array accessNames{"read"_L1, "write"_L1, "full"_L1};

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

} // namespace fairlead::tools
