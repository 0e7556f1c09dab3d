// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/base/secret.h"

/** A secret that leaves this computer, sealed under what a person remembers. Each call takes about
 * half a second and 128 MiB: that is what makes guessing dear. */
namespace fairlead::secrets {

inline constexpr qsizetype shortestPassphrase = 12;

/** InvalidInput, with what to do, for one that is too short to protect anything. */
[[nodiscard]] Result<> checkPassphrase(const Secret &passphrase);

/** The secret under a key that scrypt derives from the passphrase, as text with all that opening
 * needs but the passphrase. */
[[nodiscard]] Result<QByteArray> sealUnderPassphrase(const Secret &secret,
                                                     const Secret &passphrase);

/** Unauthorized for another passphrase; InvalidData for what is no such text. */
[[nodiscard]] Result<Secret> openWithPassphrase(const QByteArray &sealed, const Secret &passphrase);

} // namespace fairlead::secrets
