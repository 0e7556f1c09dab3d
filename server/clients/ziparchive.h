// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace fairlead::clients {

struct ZipEntry
{
    QByteArray name; ///< with "/" between folders
    QByteArray bytes;
};

/** A ZIP file of these entries in their order, not compressed and without the time of day: the same
 * entries always make the same file. */
[[nodiscard]] QByteArray zipArchive(const QList<ZipEntry> &entries);

} // namespace fairlead::clients
