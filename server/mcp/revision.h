// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace fairlead::mcp {

/** A revision of the protocol that starts with `initialize`. Ordered by age. */
enum class Revision { V2024_11_05, V2025_03_26, V2025_06_18, V2025_11_25 };

inline constexpr Revision newestRevision = Revision::V2025_11_25;

[[nodiscard]] std::optional<Revision> revisionFromName(QStringView name);
[[nodiscard]] QString revisionName(Revision revision);

/** All names, oldest first. */
[[nodiscard]] QStringList revisionNames();

/** What we answer to a client that proposes `wanted`: the same, or our newest. */
[[nodiscard]] Revision negotiatedRevision(QStringView wanted);

} // namespace fairlead::mcp
