// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QByteArrayView>
#include <QFileDevice>

namespace fairlead {

/** Readable and writable by the owner and nobody else (0600). */
inline constexpr QFileDevice::Permissions ownerOnly =
    QFileDevice::ReadOwner | QFileDevice::WriteOwner;

/**
 * Replaces the file by these bytes or leaves it as it was: written to a temporary file beside it
 * with these permissions, flushed and synced with every step checked, renamed, and the folder
 * synced. Storage, naming the file, when any step fails.
 */
[[nodiscard]] Result<> durableWrite(const QString &path,
                                    QByteArrayView bytes,
                                    QFileDevice::Permissions permissions = ownerOnly);

/** Makes a rename or creation in the folder of this file survive a power cut. Storage when the disk
 * refuses. */
[[nodiscard]] Result<> syncFolderOf(const QString &path);

} // namespace fairlead
