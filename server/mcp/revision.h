// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace fairlead::mcp {

/** A revision of the protocol. Ordered by age. */
enum class Revision { V20241105, V20250326, V20250618, V20251125, V20260728 };

inline constexpr Revision newestRevision = Revision::V20260728;

/** The last one that starts with `initialize`; since then every request stands for itself. */
inline constexpr Revision newestSessionRevision = Revision::V20251125;

[[nodiscard]] constexpr bool hasSessions(Revision revision)
{
    return revision <= newestSessionRevision;
}

[[nodiscard]] std::optional<Revision> revisionFromName(QStringView name);
[[nodiscard]] QString revisionName(Revision revision);

/** All names, oldest first. */
[[nodiscard]] QStringList revisionNames();
[[nodiscard]] QStringList sessionRevisionNames();

/** What we answer to an `initialize` that proposes `wanted`: the same, or the newest that has it.
 */
[[nodiscard]] Revision negotiatedRevision(QStringView wanted);

} // namespace fairlead::mcp
