// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <cstddef>
#include <limits>
#include <vector>

namespace fairlead::providers::jira {

/** What a node of the edited Markdown was before. */
struct BlockPair
{
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::size_t before = none; ///< none: it is new.
    bool same = false;
};

/**
 * For each node of `after` the one of `before` that it is or that it was made of: equal ones in
 * order, then equal ones that moved (only where `movable`), then the most alike of what lies
 * between. Both as AdfShape makes them for comparison.
 */
[[nodiscard]] std::vector<BlockPair> pairedBlocks(const std::vector<QJsonObject> &before,
                                                  const std::vector<QJsonObject> &after,
                                                  const std::vector<bool> &movable);

} // namespace fairlead::providers::jira
