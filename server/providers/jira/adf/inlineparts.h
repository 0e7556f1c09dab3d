// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/providers/jira/adf/inlineatoms.h"

#include <QJsonArray>

#include <cstddef>
#include <limits>
#include <vector>

namespace fairlead::providers::jira {

/** A part of an edited line: an atom of the original, of the change, or both. */
struct InlinePart
{
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    std::size_t kept = none; ///< of the original
    std::size_t added = none; ///< of the change; for a kept one what it became
    std::size_t heirOf = none; ///< The original's atom whose unsaid marks an added text gets.
    std::size_t replaces = none; ///< The original's atom that an added marker stands for.
};

/** A line before and after an edit, and which part of it was what. */
struct InlineParts
{
    std::vector<InlineAtom> before;
    std::vector<InlineAtom> after;
    std::vector<InlinePart> parts;
};

[[nodiscard]] InlineParts inlineParts(const QJsonArray &original, const QJsonArray &changed);

} // namespace fairlead::providers::jira
