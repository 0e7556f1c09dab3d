// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

namespace fairlead::secrets {

/** How many bytes a master key has. */
inline constexpr qsizetype masterKeySize = 32;

enum class KeyFileProtection {
    OwnerOnly, ///< the file itself must be closed to everybody else
    ByItsFolder, ///< systemd protects its folder and grants access by an access list
};

/** The master key in this file. Storage, naming the file and the cure, when it cannot be read, is
 * not exactly 32 bytes, or is open to others. */
[[nodiscard]] Result<Secret> readKeyFile(const QString &path, KeyFileProtection protection);

/** Writes a new random master key, owner-only and durable. Conflict when the file exists. */
[[nodiscard]] Result<Secret> createKeyFile(const QString &path);

} // namespace fairlead::secrets
