// SPDX-FileCopyrightText: 2026 The Fairlead authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace fairlead::publishing {

/** A file of an approved folder, which might be published. */
struct WorkspaceFile
{
    QString path; ///< absolute
    QString workspace; ///< the approved folder that holds it
    bool isText = false; ///< by its name: its text becomes the issue's, and it is not just attached

    bool operator==(const WorkspaceFile &) const = default;
};

struct WorkspaceListing
{
    QList<WorkspaceFile> files; ///< by path
    bool isCut = false; ///< there are more
};

/**
 * The files below these folders, at most `most` of them. What is hidden, what is a symbolic link,
 * and folders that programs fill (node_modules) are left out. Takes its time: for a worker.
 */
[[nodiscard]] WorkspaceListing workspaceFiles(const QStringList &folders, qsizetype most);

} // namespace fairlead::publishing
