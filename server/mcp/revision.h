// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace fairlead::mcp {

/** A revision of the protocol that starts with `initialize`. Ordered by age. */
enum class Revision { V20241105, V20250326, V20250618, V20251125 };

inline constexpr Revision newestRevision = Revision::V20251125;

[[nodiscard]] std::optional<Revision> revisionFromName(QStringView name);
[[nodiscard]] QString revisionName(Revision revision);

/** All names, oldest first. */
[[nodiscard]] QStringList revisionNames();

/** What we answer to a client that proposes `wanted`: the same, or our newest. */
[[nodiscard]] Revision negotiatedRevision(QStringView wanted);

} // namespace fairlead::mcp
