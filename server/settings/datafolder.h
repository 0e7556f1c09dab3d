// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/base/result.h"

namespace fairlead::settings {

/**
 * The folder in which everything of one instance lies. It belongs to one person and is closed to
 * everybody else.
 */
class DataFolder final
{
public:
    /**
     * The folder given by --data-dir, or the platform's own for application data when `given` is
     * empty. Made with mode 0700 when it is missing. One of ours that others may enter is closed to
     * them, with a line in the log. Storage, naming the folder, when it belongs to another user,
     * is not a folder, cannot be made or cannot be closed.
     */
    [[nodiscard]] static Result<DataFolder> open(const QString &given);

    /** The absolute path that open() would open; touches nothing. */
    [[nodiscard]] static QString resolvedPath(const QString &given);

    DataFolder() = default;

    /** Absolute, without links. */
    [[nodiscard]] QString path() const { return m_path; }
    /** A file in it. */
    [[nodiscard]] QString filePath(const QString &name) const;

    [[nodiscard]] QString database() const;
    /** Notes that what belongs to this folder is in the database of a server, which is shown as
     * `server`. Storage, naming the file, when that cannot be written. */
    [[nodiscard]] Result<> noteDatabaseServer(const QString &server) const;
    /** Conflict, with the cure, after noteDatabaseServer(): a database() of its own would begin
     * empty. */
    [[nodiscard]] Result<> checkHasOwnDatabase() const;
    [[nodiscard]] QString settings() const;
    [[nodiscard]] QString endpoint() const;
    [[nodiscard]] QString lock() const;

private:
    explicit DataFolder(QString path);

    QString m_path;
};

} // namespace fairlead::settings
