// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

#include <QFile>

#include <memory>

/**
 * Opens files part by part of their path and follows no symbolic link in any of them, so that
 * nobody can swap one in between the check of a path and its use. Paths are absolute and canonical.
 * What operating systems do differently here is in this pair of files and nowhere else.
 */
namespace fairlead::providers {

/** For reading. NotFound; InvalidInput for what is no regular file; Forbidden when a part of the
 * path is a link by now, or when this user may not read it. Never waits for the other end of a
 * pipe. */
[[nodiscard]] Result<std::unique_ptr<QFile>> openWithoutLinks(const QString &path);

/** Writes a new file, wholly or not at all. Conflict when something of that name is there; NotFound
 * and Forbidden as above, for the folder; Storage when the disk is full. */
[[nodiscard]] Result<> writeNewFile(const QString &folder,
                                    const QString &name,
                                    const QByteArray &content);

/** Writes a file in a folder right below `folder`, which is made where there is none; one of that
 * name is replaced, wholly or not at all. Forbidden when the folder below is a symbolic link; else
 * as above. */
[[nodiscard]] Result<> replaceFile(const QString &folder,
                                   const QString &below,
                                   const QString &name,
                                   const QByteArray &content);

} // namespace fairlead::providers
