// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"
#include "server/clients/machine.h"

#include <QByteArray>
#include <QDateTime>
#include <QFileDevice>

namespace fairlead::clients {

/** A client's configuration as it was when it was read. */
struct ConfigFile
{
    QString path; ///< where the client looks
    QString target; ///< what is read and written: behind links, the file itself
    bool exists = false;
    QByteArray bytes;
    QFileDevice::Permissions permissions;
    /** Of target and bytes: two are the same only while nobody has changed the file. */
    QString fingerprint;
};

/** What a write left behind, for its undoing. */
struct WrittenFile
{
    QString target;
    QString backup; ///< empty: there was no file before
    QString original; ///< the fingerprint of what was there before
    QString fingerprint; ///< of the file as written
    QStringList folders; ///< that were made for it, the innermost first
};

/**
 * Reads it. A link is followed and stays a link, as those who keep their settings in a folder of
 * their own make them; but only to a file within the home folder: through a link we would otherwise
 * write anywhere. Storage or Conflict, in a sentence with the file's name, when it cannot be read,
 * is a link to elsewhere or to nothing, is no file, or is too large.
 */
[[nodiscard]] Result<ConfigFile> readConfigFile(const QString &path, const Machine &machine);

/**
 * Replaces it by `bytes`, whole or not at all and with the mode that it had (a new one is for its
 * owner only), after a copy of what was there: FILE.bak.TIME beside it, never over another file.
 * Conflict when it is not what was read any more, or may only be read.
 */
[[nodiscard]] Result<WrittenFile> writeConfigFile(const ConfigFile &before,
                                                  const QByteArray &bytes,
                                                  const QDateTime &now,
                                                  const Machine &machine);

/**
 * Makes the file byte for byte what it was before `written`, and removes the copy. Conflict when
 * somebody has changed it since, or the copy is gone.
 */
[[nodiscard]] Result<> restoreConfigFile(const WrittenFile &written, const Machine &machine);

} // namespace fairlead::clients
